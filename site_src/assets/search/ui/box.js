// The box at the head of every page: suggestions and the first hits while one types, and the keys that move among them.
const Box = (() => {
  const WIDTH = 18;
  const MOST = 6;
  const SUGGESTED = 5;
  let asked = 0;

  const list = () => /** @type {HTMLElement} */ (document.querySelector(".md-search-result__list"));
  const page = () => Local.at("search/") + (Search.input.value ? `?${new URLSearchParams({ q: Search.input.value })}` : "");

  /** One line that leads somewhere. @param {string} href @param {...(Node | string)} content */
  const line = (href, ...content) => make(
    "a", { href, class: "md-search-result__link", tabindex: "-1" },
    make("article", { class: "md-search-result__article md-typeset" }, ...content),
  );
  const item = (/** @type {Node[]} */ ...lines) => make("li", { class: "md-search-result__item" }, ...lines);

  /** A line that asks something else, here. @param {string} query @param {...(Node | string)} content */
  const question = (query, ...content) => {
    const made = line(`${Local.at("search/")}?${new URLSearchParams({ q: query })}`, make("p", { class: "suggestion" }, ...content));
    made.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      Search.input.value = query;
      Search.input.focus();
      answer();
    });
    return made;
  };

  /** A slogan leads to its page. @param {[kind: "slogan" | "speaker" | "head", form: string, pinyin: string, speeches: number, id?: string]} suggestion */
  const suggestion = ([kind, form, , speeches, id]) => {
    const content = [
      make("span", { class: "kind" }, words.kinds[kind]), form,
      make("span", { class: "note" }, filled(words.speeches, { count: speeches })),
    ];
    if (id) return line(Local.at(`slogans/${id}/`), make("p", { class: "suggestion" }, ...content));
    return question(kind === "speaker" ? `speaker:${phrase(form)} ` : phrase(form), ...content);
  };

  /** The hits of one speech under its title. @param {import("../engine.mjs").Hit[]} hits */
  const speech = (hits) => {
    const [title, about] = Hits.source(hits[0]);
    const lines = hits.map((hit) => {
      const { left, node, right } = Hits.context(hit, WIDTH);
      return line(Hits.address(hit), make("p", { class: "context" }, left, make("mark", {}, node), right));
    });
    const head = line(Local.at(`speeches/${hits[0].speech}/`), make("h1", {}, title), make("p", { class: "about" }, about));
    head.classList.add("speech");
    return item(head, ...lines);
  };

  /** @param {string} sentence @param {...Node} lines */
  const show = (sentence, ...lines) => {
    Search.told.textContent = sentence;
    list().replaceChildren(...lines);
    list().hidden = !lines.length;
  };

  const all = (/** @type {{total: number, exact: boolean}} */ found) =>
    item(line(page(), make("p", { class: "all" }, filled(found.exact ? words.all : words.allLeast, found))));
  const retry = () => item(question(Search.input.value, words.retry));

  /** Shows what is found for what is typed, unless something else has been typed meanwhile. */
  const answer = async () => {
    const text = Search.input.value.trim();
    const mine = (asked += 1);
    Search.input.dataset.answered = "";
    if (!text) return show(words.prompt);
    const slow = setTimeout(() => { if (mine === asked) Search.told.textContent = words.busy; }, 300);
    let failure = "";
    const [found, suggestions] = await Promise.all([
      Engine.ask((index) => index.search(text, { limit: MOST }), (sentence) => { failure = sentence; }),
      Engine.ask((index) => index.suggestions(text, SUGGESTED), () => {}),
    ]);
    const open = /^\S*[:：]\S*$/.test(text);
    const near = found?.total === 0 && !open ? await Engine.ask((index) => index.nearMisses(text), () => {}) : null;
    clearTimeout(slow);
    if (mine !== asked) return undefined;
    const offered = (suggestions ?? []).filter(([, form, , , id]) => id || form !== text).map(suggestion);
    const others = offered.length ? [item(...offered)] : [];
    Search.input.dataset.answered = text;
    if (!found) return show(failure, ...others, retry());
    const groups = Hits.grouped(found.hits).map(speech);
    if (found.total) return show(told(found), ...others, ...groups, all(found));
    const nearby = (near ?? []).map((form) => question(phrase(form), form));
    if (nearby.length) others.push(item(make("p", { class: "offer" }, words.near), ...nearby));
    return show(found.partial ? words.partial : open ? words.complete : filled(words.none, { text }), ...others);
  };

  /** @param {{total: number, exact: boolean, partial: boolean}} found */
  const told = (found) => (found.partial ? words.partial : "") + filled(found.exact ? words.total : words.least, found);

  /** Arrows move among the lines, Enter in the box opens the first hit. @param {KeyboardEvent} event */
  const keys = (event) => {
    const { input, toggle } = Search;
    if (!toggle.checked || event.isComposing) return;
    const lines = [input, .../** @type {NodeListOf<HTMLElement>} */ (list().querySelectorAll("a"))];
    const at = lines.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    if (at < 0) return;
    if (["ArrowDown", "ArrowUp"].includes(event.key)) {
      event.preventDefault();
      lines[(at + (event.key === "ArrowDown" ? 1 : -1) + lines.length) % lines.length].focus();
    } else if (event.key === "Enter" && at === 0 && !event.defaultPrevented) {
      const hit = list().querySelector("a:has(.context)");
      const current = input.dataset.answered === input.value.trim();
      if (!current || !hit) return; // the form leads to the search page
      event.preventDefault();
      /** @type {HTMLElement} */ (hit).click();
    } else if (at > 0 && event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) {
      input.focus();
    }
  };

  const mount = () => {
    const { input, toggle } = Search;
    if (!input) return;
    const { soon, now } = rested(answer, 120);
    typed(input, soon);
    const form = /** @type {HTMLFormElement} */ (input.form);
    form.addEventListener("reset", () => setTimeout(() => { input.focus(); now(); }));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (input.value.trim()) location.href = page();
    });
    addEventListener("keydown", keys);
    list().addEventListener("click", (event) => {
      if (/** @type {Element} */ (event.target).closest("a") && !event.defaultPrevented) Search.set(false);
    });
    if (toggle.checked) now();
  };

  return { mount };
})();
