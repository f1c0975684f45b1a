// The search box of the theme, on every page: its keys, and the way to the programme behind it, which is fetched only
// when someone searches. The theme's own script is kept from the box (it has none of the theme's component names): that
// would fetch a whole index on every page, in a worker, which a page opened by double click may not start.
const Search = (() => {
  const toggle = /** @type {HTMLInputElement} */ (document.getElementById("__search"));
  const input = /** @type {HTMLInputElement} */ (document.querySelector(".md-search__input")); // not in Zensical's pages
  const form = /** @type {HTMLFormElement} */ (document.querySelector(".asking")); // on the search page
  const told = /** @type {HTMLElement} */ (document.querySelector(".md-search-result__meta"));
  /** @type {Promise<unknown> | undefined} */
  let loading;

  /** What the programme asks for first, fetched while the programme itself comes. */
  const entry = () => {
    const signal = AbortSignal.timeout(20_000);
    return fetch(Local.at("assets/data/index/index.js"), { signal }).catch(() => {}); // it will ask again
  };

  /** Fetches the programme once, and again after a failure. It sets `engine`; a web page in its place does not. */
  const load = () => {
    loading ??= new Promise((resolve, reject) => {
      if (location.protocol !== "file:") search.entry = entry();
      const script = document.createElement("script");
      script.src = Local.at(`assets/data/search${form ? "-page" : ""}.js`);
      script.onload = () => (search.engine ? resolve(script) : reject(new Error(script.src)));
      script.onerror = () => reject(new Error(script.src));
      document.head.append(script);
    }).catch((error) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };

  /** Has the programme at work; where it cannot be had, says so. @param {HTMLElement} place */
  const start = (place) => load().catch(() => {
    place.textContent = document.querySelector("[data-unreachable]")?.getAttribute("data-unreachable") ?? "";
  });

  const set = (/** @type {boolean} */ open) => {
    if (toggle.checked !== open) toggle.click();
  };

  const go = () => {
    const field = /** @type {HTMLInputElement} */ (form?.elements.namedItem("q") ?? input);
    if (!field) location.href = Local.at("search/");
    field?.focus();
    field?.select();
  };

  /** @type {Promise<Response | void> | undefined} */
  const none = undefined;
  const search = { toggle, input, form, told, start, set, entry: none, engine: undefined };
  if (form) start(/** @type {HTMLElement} */ (document.querySelector(".told")));
  addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (input && toggle.checked && ["Escape", "Tab"].includes(event.key)) set(false);
    const typing = /** @type {Element} */ (event.target).closest?.("input:not([type=checkbox]), textarea, select, [contenteditable]");
    if (typing || toggle.checked || !["/", "f", "s"].includes(event.key)) return;
    event.preventDefault();
    go();
  });
  if (!input) return search;

  input.addEventListener("focus", () => {
    set(true);
    start(told);
  });
  input.addEventListener("input", () => start(told));
  toggle.addEventListener("change", () => {
    const here = new URL(location.href);
    if (toggle.checked) input.focus();
    else input.blur();
    if (toggle.checked || form || !here.searchParams.has("q")) return;
    here.searchParams.delete("q"); // it is asked no more
    history.replaceState(history.state, "", here);
  });

  const asked = new URLSearchParams(location.search).get("q");
  if (asked && !form) {
    input.value = asked;
    setTimeout(() => set(true), 200); // the theme closes the box when a page arrives, 125 ms after
  }
  return search;
})();
