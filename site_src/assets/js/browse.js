// Narrows the list of all speeches by year, speaker, place and series. Every state has an address; without this script, or with
// nothing chosen, the list stands as printed.
addEventListener("DOMContentLoaded", () => { // the site's own script stands further down
  const box = document.querySelector(".browse");
  if (typeof CATALOGUE === "undefined") return; // the data did not come: the list is there all the same
  const { make } = Panels;
  const { browse: words } = WORDS;
  const { facets, speeches } = CATALOGUE;
  const UNKNOWN = "-"; // in an address, for what is not printed
  const STEP = 200; // rows at a time
  const FEW = 12; // values of a facet before one asks for more

  const fill = (label, values) => label.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const place = (name) => box.querySelector(`:scope > .${name}`);
  const printed = place("hits");
  const found = make("div", { class: "hits" });
  found.hidden = true;
  printed.after(found);
  const outside = document.querySelectorAll(".pages"); // they lead through the whole list

  const column = (facet) => 3 + facets.indexOf(facet);
  const value = (speech, facet) => speech[column(facet)] || UNKNOWN;
  const known = facets.filter((facet) => speeches.some((speech) => speech[column(facet)])); // what no speech has is not asked
  const shown = (facet, name) => {
    if (name === UNKNOWN) return words.unknown[facet];
    return facet === "year" ? fill(words.year, { year: name }) : name;
  };

  const read = () => {
    const asked = new URLSearchParams(location.search);
    return Object.fromEntries(known.filter((facet) => asked.get(facet)).map((facet) => [facet, asked.get(facet)]));
  };
  const address = (state) => {
    const told = String(new URLSearchParams(state));
    return location.pathname + (told && `?${told}`);
  };
  const without = (state, facet) => Object.fromEntries(Object.entries(state).filter(([each]) => each !== facet));
  const fitting = (state) => speeches.filter((speech) => Object.entries(state).every(([facet, name]) => value(speech, facet) === name));

  const date = (iso) => iso.split("-").map((number, at) => (number ? Number(number) + words.units[at] : "")).join("");
  const line = ([id, title, iso, ...own]) => {
    const notes = [date(iso), ...facets.slice(1).map((_, at) => own[at + 1])].filter(Boolean);
    const link = make("a", { href: Local.at(`speeches/${id}/`) }, title);
    return make("li", {}, link, ...notes.map((note) => make("span", { class: "note" }, note)));
  };

  // The next rows, each under the year it is of, and a button for more.
  const list = (some, from) => {
    for (const speech of some.slice(from, from + STEP)) {
      const year = shown("year", value(speech, "year"));
      if (found.querySelector("h2:last-of-type")?.textContent !== year) found.append(make("h2", {}, year), make("ul", {}));
      found.lastElementChild.append(line(speech));
    }
    const left = Math.min(some.length - from - STEP, STEP);
    if (left <= 0) return;
    const more = make("button", { type: "button", class: "more" }, fill(words.more, { count: left }));
    more.addEventListener("click", () => {
      more.remove();
      const before = found.querySelectorAll("li").length;
      list(some, from + STEP);
      found.querySelectorAll("li")[before].querySelector("a").focus({ preventScroll: true });
    });
    found.append(more);
  };

  // The values that what is chosen elsewhere leaves, with their numbers: years by time, the others by number.
  const counts = (state, facet) => {
    const held = new Map();
    for (const speech of fitting(without(state, facet))) {
      const name = value(speech, facet);
      held.set(name, (held.get(name) ?? 0) + 1);
    }
    const last = ([name]) => (name === UNKNOWN ? 1 : 0);
    return [...held].sort((a, b) => last(a) - last(b) || (facet === "year" ? 0 : b[1] - a[1]));
  };

  const choice = (state, facet) => ([name, count]) => {
    const link = make("a", { href: address({ ...state, [facet]: name }), "data-state": "" }, shown(facet, name));
    return make("li", {}, link, make("span", { class: "note" }, fill(words.speeches, { count })));
  };
  const facetOf = (state, facet) => {
    const head = make("h2", {}, words.facets[facet]);
    if (state[facet]) {
      const named = { facet: words.facets[facet], value: shown(facet, state[facet]) };
      const drop = make("a", { class: "chosen", href: address(without(state, facet)), "data-state": "", "aria-label": fill(words.remove, named) });
      drop.append(named.value, " ×");
      return make("div", {}, head, drop);
    }
    const every = counts(state, facet).map(choice(state, facet));
    const items = make("ul", {}, ...every.slice(0, FEW));
    if (every.length <= FEW) return make("div", {}, head, items);
    const rest = make("button", { type: "button" }, fill(words.rest, { count: every.length - FEW }));
    rest.addEventListener("click", () => {
      rest.remove();
      items.append(...every.slice(FEW));
      every[FEW].querySelector("a").focus({ preventScroll: true });
    });
    return make("div", {}, head, items, rest);
  };

  const show = () => {
    const state = read();
    const chosen = Object.keys(state).length > 0;
    const some = chosen ? fitting(state) : [];
    found.replaceChildren();
    if (chosen) list(some, 0);
    found.hidden = !chosen;
    printed.hidden = chosen;
    for (const each of outside) each.hidden = chosen;
    place("told").textContent = chosen ? fill(words.found, { count: some.length }) : "";
    const every = make("details", {}, make("summary", {}, words.narrow), ...known.map((facet) => facetOf(state, facet)));
    every.open = chosen || matchMedia("(min-width: 60em)").matches;
    place("facets").replaceChildren(every);
  };

  box.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-state]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    history.pushState(null, "", link.getAttribute("href"));
    show();
    place("told").focus({ preventScroll: true });
  });
  addEventListener("popstate", show);
  show();
});
