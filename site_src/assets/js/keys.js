// Reading by the keyboard: j and k from paragraph to paragraph, o to the outline, ? for all keys.
(() => {
  const { make, panel } = Panels;
  const { keys: words } = WORDS;

  const help = () => {
    const list = make("dl", {});
    for (const [keys, meaning] of words.list) {
      const shown = keys.split(" ").flatMap((key) => [make("kbd", {}, key), " "]);
      list.append(make("dt", {}, ...shown), make("dd", {}, meaning));
    }
    return panel("keys", words.title, list);
  };
  let helping;
  const ask = () => {
    helping ??= help();
    helping.togglePopover?.();
  };

  // The paragraphs' permanent links: where one has the focus, the keys for citing work on it.
  const signs = () => Array.from(
    typeof Passage === "undefined" ? [] : document.querySelectorAll(Passage.PARTS),
    (part) => Array.from(part.querySelectorAll("a.permalink")).at(-1),
  ).filter(Boolean);
  const top = (element) => element.closest("[id]").getBoundingClientRect().top;
  const step = (by) => {
    const all = signs();
    const held = all.indexOf(document.activeElement);
    const line = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 72;
    const next = held >= 0 ? held + by
      : by > 0 ? all.findIndex((each) => top(each) >= line - 1)
        : all.findLastIndex((each) => top(each) < line - 1);
    const there = all[next];
    if (!there) return;
    there.focus({ preventScroll: true });
    Passage.part(there).scrollIntoView({ block: "start" });
  };

  const outline = () => {
    const beside = document.querySelector(".md-sidebar--secondary");
    if (beside?.offsetParent) {
      (beside.querySelector(".md-nav__link--active") ?? beside.querySelector("a"))?.focus();
      return;
    }
    const folded = document.querySelector("details.outline");
    if (!folded) return;
    folded.open = true;
    folded.scrollIntoView({ block: "start" });
    folded.querySelector("summary").focus({ preventScroll: true });
  };

  const ACTS = { j: () => step(1), k: () => step(-1), o: outline, "?": ask };
  document.addEventListener("keydown", (event) => {
    const act = ACTS[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.closest?.("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]")) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  });
})();
