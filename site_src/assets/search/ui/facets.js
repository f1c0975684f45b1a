// What the hits can be narrowed to, with counts: links, so that each can be copied, opened elsewhere, and gone back from.
const Facets = (() => {
  const [OPEN, MOST] = [8, 100];

  /** @param {Asked} state @param {string} facet @param {string} value */
  const address = (state, facet, value) => State.address({ ...state, shown: State.PAGE, filters: { ...state.filters, [facet]: value } });

  /** A filter in force, with the way out of it. @param {Asked} state @param {string} facet */
  const chosen = (state, facet) => {
    const { [facet]: value, ...others } = state.filters;
    const name = filled(words.remove, { facet: words.facets[facet], value });
    return make("a", { class: "chosen", href: State.address({ ...state, shown: State.PAGE, filters: others }), "aria-label": name }, `${value} ✕`);
  };

  /** @param {Asked} state @param {string} facet @param {Map<string, number>} counts */
  const lines = (state, facet, counts) => {
    const order = (/** @type {[string, number]} */ [a, n], /** @type {[string, number]} */ [b, m]) =>
      facet === "year" ? b.localeCompare(a) : m - n || a.localeCompare(b, "zh");
    return [...counts].sort(order).map(([value, count]) => {
      const label = value ? make("a", { href: address(state, facet, value) }, value) : words.unknown;
      return make("li", {}, label, make("span", { class: "note" }, String(count)));
    });
  };

  /** One facet's values, the most frequent open, some more folded; none where there is no choice.
   * @param {Asked} state @param {string} facet @param {Map<string, number>} counts */
  const facet = (state, facet, counts) => {
    if (state.filters[facet]) return [make("section", {}, make("h2", {}, words.facets[facet]), chosen(state, facet))];
    const all = lines(state, facet, counts);
    if (all.length < 2) return [];
    const rest = all.splice(OPEN).slice(0, MOST);
    const folded = rest.length ? [make("details", {}, make("summary", {}, filled(words.rest, { count: rest.length })), make("ul", {}, ...rest))] : [];
    return [make("section", {}, make("h2", {}, words.facets[facet]), make("ul", {}, ...all), ...folded)];
  };

  /** @param {Asked} state @param {Record<string, Map<string, number>>} tally */
  const all = (state, tally) => State.FACETS.flatMap((each) => facet(state, each, tally[each] ?? new Map()));

  return { all };
})();
