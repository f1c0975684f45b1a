// A link to some of a paragraph's words: selected with pointer, finger or keys.
(() => {
  if (!Cite) return;
  const { words } = Cite;
  // Up to the end of the sentence and the marks that close it.
  const SENTENCE = /[^。！？；!?;…]+[。！？；!?;…]*[”’）》」』)\]]*|[。！？；!?;…]+/gu;
  let held = null;

  const link = ({ part, start, end, words: cited }) => Cite.address(Address.fragment(part.id, cited, start, end));
  const copy = () => Cite.copy(link(held));
  const cite = () => {
    const from = document.activeElement;
    Cite.open(held.part, link(held), link(held), bar.getBoundingClientRect(), bar.contains(from) ? null : from);
    bar.hidden = true;
  };
  const search = () => {
    location.href = `${Local.at("search/")}?${new URLSearchParams({ q: `"${held.words}"` })}`;
  };
  const bar = Cite.make(
    "div", { class: "selected", role: "toolbar", "aria-label": words.selection, hidden: "" },
    Cite.button(words.copyWords, copy), Cite.button(words.cite, cite), Cite.button(words.searchWords, search),
  );
  bar.addEventListener("pointerdown", (event) => event.preventDefault()); // the selection is to stay
  bar.addEventListener("mousedown", (event) => event.preventDefault());

  const offer = () => {
    held = Passage.selected();
    bar.hidden = !held;
    if (!held) return;
    Cite.after(held.part, bar);
    Cite.beside(bar, getSelection().getRangeAt(0).getBoundingClientRect());
  };

  // Only once the selection rests: a bar in the pointer's way would end it.
  let resting;
  let pressed = false;
  const rest = () => {
    clearTimeout(resting);
    resting = setTimeout(() => { if (!pressed && !bar.contains(document.activeElement)) offer(); }, 200);
  };
  document.addEventListener("selectionchange", rest);
  document.addEventListener("pointerdown", (event) => { pressed = !bar.contains(event.target); });
  for (const end of ["pointerup", "pointercancel"]) {
    document.addEventListener(end, () => {
      pressed = false;
      rest();
    });
  }

  const sentence = (part) => {
    const text = Passage.text(part);
    const now = Passage.selected();
    const from = now?.part === part ? now.end : 0;
    const length = (string) => Array.from(string).length;
    const all = Array.from(text.matchAll(SENTENCE), ({ 0: each, index }) => {
      const start = length(text.slice(0, index));
      return [start, start + length(each)];
    });
    Passage.select(part, ...(all.find(([, end]) => end > from) ?? all[0]));
  };
  const reach = (by) => {
    const { part, start, end } = Passage.selected();
    Passage.select(part, start, Math.max(end + by, start + 1));
  };

  document.addEventListener("keydown", (event) => {
    const { target, key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (target.closest("input, textarea, select, [contenteditable]")) return;
    const permalink = target.closest("a.permalink");
    const now = Passage.selected();
    if (key === "Escape" && !bar.hidden) bar.hidden = true;
    else if (key === "s" && permalink) sentence(Passage.part(permalink));
    else if (key === "l" && now) Cite.copy(link(now));
    else if (key === "ArrowRight" && event.shiftKey && permalink && now) reach(1);
    else if (key === "ArrowLeft" && event.shiftKey && permalink && now) reach(-1);
    else return;
    event.preventDefault();
    event.stopPropagation(); // `s` is the theme's key for the search
  });
})();
