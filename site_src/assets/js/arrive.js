// Opening an address with a check: exactly its words, or, where they have changed, their paragraph and a word on that.
(() => {
  if (!Cite) return;
  const note = Cite.make("div", { class: "changed", role: "status" });
  document.body.append(note);

  const arrive = () => {
    note.replaceChildren();
    const cited = Address.parse(location.hash);
    const element = Passage.bearer(document.getElementById(cited?.anchor ?? location.hash.slice(1)));
    if (!cited?.check || !element) {
      Passage.show(element);
      return;
    }
    const at = Address.found(cited, Passage.text(element));
    const here = cited.start !== undefined && at >= 0;
    element.querySelector("details")?.setAttribute("open", "");
    const shown = here ? Passage.show(element, at, at + cited.end - cited.start) : Passage.show(element);
    if (here) new URLSearchParams(location.search).getAll("also").forEach((words) => Passage.also(element, words));
    shown.scrollIntoView({ block: here ? "center" : "start" });
    if (at >= 0 || !Passage.part(element)) return; // what is deleted says so itself
    note.append(Cite.words.changed, Cite.button(Cite.words.dismiss, () => note.replaceChildren()));
  };
  addEventListener("hashchange", arrive);
  arrive();
})();
