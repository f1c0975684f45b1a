// The search page, which is also the site's concordance: all hits in context, narrowed, ordered, counted and exported.
const Page = (() => {
  const WIDTH = 28;
  const place = (/** @type {string} */ name) => /** @type {HTMLElement} */ (document.querySelector(`.answer .${name}`));
  const site = document.title;
  let asked = 0;

  /** @param {import("../engine.mjs").Hit} hit @param {...Node} more */
  const line = (hit, ...more) => {
    const { left, node, right } = Hits.context(hit, WIDTH);
    const link = make("a", { href: Hits.address(hit) }, node);
    return make("li", {}, make("span", { class: "left" }, left), link, make("span", { class: "right" }, right), ...more);
  };

  /** @param {import("../engine.mjs").Hit} hit */
  const title = (hit) => {
    const [name, about] = Hits.source(hit);
    return [make("a", { href: Local.at(`speeches/${hit.speech}/`) }, name), make("span", { class: "note" }, about)];
  };

  /** By speech; in the order of their context one by one, each with its speech. @param {import("../engine.mjs").Hit[]} hits @param {Asked} state */
  const batch = (hits, { order }) => {
    const list = (/** @type {Node[]} */ lines) => make("ul", {}, ...lines);
    const flat = order === "left" || order === "right";
    if (flat) return [list(hits.map((hit) => line(hit, make("span", { class: "source" }, Hits.source(hit).join("　")))))];
    return Hits.grouped(hits).map((group) => make("section", {}, make("h2", {}, ...title(group[0])), list(group.map((hit) => line(hit)))));
  };

  const options = ({ loose, fuzzy, order, filters }) => ({ loose, fuzzy, order, filters });
  const clear = (/** @type {string[]} */ ...names) => names.forEach((name) => place(name).replaceChildren());
  const tell = (/** @type {string} */ sentence) => { place("told").textContent = sentence; };
  const retry = () => button(words.retry, () => show(State.read()));
  const fail = (/** @type {string} */ sentence) => {
    tell(sentence);
    place("offered").replaceChildren(retry());
  };

  /** Beside the hits where there is room; else above them, folded unless in use. @param {Asked} state @param {...Node} facets */
  const narrow = (state, ...facets) => {
    const folded = make("details", {}, make("summary", {}, words.narrow), ...facets);
    const used = Object.keys(state.filters).length || place("facets").querySelector(":scope > [open]");
    folded.toggleAttribute("open", Boolean(used) || matchMedia("(min-width: 60em)").matches);
    place("facets").replaceChildren(...(facets.length ? [folded] : []));
  };

  /** How many there are, and whether that is all. @param {{total: number, exact?: boolean, partial: boolean, speeches?: Map<string, number>}} found */
  const counted = ({ total, exact = true, partial, speeches }) => [
    partial ? words.partial : "",
    filled(exact && !partial ? words.total : words.least, { total }),
    speeches ? filled(words.spread, { speeches: speeches.size }) : "",
  ].join("");

  /** What was asked does not occur. @param {Asked} state @param {any} found @param {() => boolean} mine */
  const nothing = async (state, found, mine) => {
    if (found.partial) return fail(words.partial);
    tell(filled(words.none, { text: state.q }));
    const near = await Engine.ask((index) => index.nearMisses(state.q), () => {});
    if (!mine() || !near?.length) return undefined;
    const links = near.map((form) => make("a", { href: State.address({ ...state, q: phrase(form) }) }, form));
    return place("offered").replaceChildren(words.near, ...links);
  };

  /** The button for more, while there are more. @param {Asked} state @param {number} total */
  const more = (state, total) => {
    if (total <= state.shown) return [];
    const next = button(filled(words.more, { count: Math.min(total - state.shown, State.PAGE) }), async () => {
      const found = await Engine.ask((index) => index.search(state.q, { ...options(state), offset: state.shown, limit: State.PAGE }), fail);
      if (!found) return;
      if (found.partial) tell(words.partial);
      const wider = { ...state, shown: state.shown + State.PAGE };
      history.replaceState(null, "", State.address(wider));
      const added = batch(found.hits, state);
      next.replaceWith(...added, ...more(wider, total));
      added[0]?.querySelector("a")?.focus({ preventScroll: true });
    });
    next.className = "more";
    return [next];
  };

  const save = (/** @type {Asked} */ state) => button(words.export, async () => {
    const found = await Engine.ask((index) => index.search(state.q, { ...options(state), limit: Infinity }), fail);
    if (found?.partial) tell(words.partial);
    if (found) Table.save(found.hits, state.q);
  });

  /** Counts everything, which takes longer than to show the first hits. @param {Asked} state @param {() => boolean} mine */
  const count = async (state, mine) => {
    const tally = await Engine.ask((index) => index.tally(state.q, options(state)), fail);
    if (!tally || !mine()) return;
    tell(counted(tally));
    place("offered").replaceChildren(...(tally.partial ? [retry()] : []), save(state));
    narrow(state, ...Years.chart(tally.year), ...Facets.all(state, tally));
    place("hits").querySelector(".more")?.remove();
    place("hits").append(...more(state, tally.total));
  };

  /** Shows what `state` asks, unless another question comes meanwhile. @param {Asked} state */
  const show = async (state) => {
    const number = (asked += 1);
    const mine = () => number === asked;
    fill(state);
    document.title = state.q ? `${filled(words.title, { text: state.q })} - ${site}` : site;
    if (!state.q.trim()) {
      clear("offered", "facets", "hits");
      return tell(words.prompt);
    }
    const slow = setTimeout(() => tell(words.busy), 300);
    const found = await Engine.ask((index) => index.search(state.q, { ...options(state), limit: state.shown }), (sentence) => {
      if (mine()) fail(sentence);
    });
    clearTimeout(slow);
    if (!found || !mine()) return undefined;
    clear("offered", "hits");
    narrow(state, ...Facets.all(state, {}));
    if (!found.hits.length) return nothing(state, found, mine);
    tell(counted(found));
    place("hits").append(...batch(found.hits, state));
    return count(state, mine);
  };

  const elements = /** @type {any} */ (Search.form?.elements);
  const fill = (/** @type {Asked} */ state) => {
    if (elements.q.value.trim() !== state.q.trim()) elements.q.value = state.q;
    elements.loose.checked = state.loose;
    elements.fuzzy.checked = state.fuzzy;
    elements.order.value = state.order;
  };

  /** What the form asks; another wording starts from the first hit, its filters stay. @returns {Asked} */
  const stated = () => ({
    ...State.read(),
    q: elements.q.value.trim(),
    loose: elements.loose.checked,
    fuzzy: elements.fuzzy.checked,
    order: elements.order.value,
    shown: State.PAGE,
  });

  /** Goes to an address; while one types, the address of the half-typed is not kept. @param {string} address @param {boolean} [keep] */
  const go = (address, keep = true) => {
    if (address !== location.pathname + location.search) history[keep ? "pushState" : "replaceState"](null, "", address);
    show(State.read());
  };

  const mount = () => {
    place("hits").classList.add("kwic");
    let typing = false;
    const { soon } = rested(() => {
      if (stated().q === State.read().q) return;
      go(State.address(stated()), !typing);
      typing = true;
    }, 250);
    typed(elements.q, soon);
    elements.q.addEventListener("blur", () => { typing = false; });
    Search.form.addEventListener("submit", (event) => {
      event.preventDefault();
      go(State.address(stated()), !typing);
      typing = false;
    });
    for (const name of ["loose", "fuzzy", "order"]) elements[name].addEventListener("change", () => go(State.address(stated())));
    /** @type {HTMLElement} */ (document.querySelector(".answer")).addEventListener("click", (event) => {
      const link = /** @type {Element} */ (event.target).closest("a");
      const own = link && link.pathname === location.pathname && link.origin === location.origin;
      if (!own || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      go(link.pathname + link.search);
      place("told").focus({ preventScroll: true });
    });
    addEventListener("popstate", () => show(State.read()));
    show(State.read());
  };

  return { mount };
})();
