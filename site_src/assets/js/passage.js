// The text of a paragraph or a section's head, and the way from its characters to the page and back.
const Passage = (() => {
  // What is addressed: paragraphs (one with headings inside is one), heads on a line of their own, lines of the title.
  const PARTS = "article .para[id], article .tei[id]:not(.para *)";
  const marks = [];

  // All that it shows of the speech: not the line ends of the HTML, nor anything of the site's own.
  const nodes = (part) => {
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) if (walker.currentNode.parentElement.closest(".tei")) found.push(walker.currentNode);
    return found;
  };
  const text = (part) => nodes(part).map((node) => node.data).join("");
  const part = (node) => (node.closest ? node : node.parentElement).closest(PARTS);

  // What bears an anchor: itself, or, of one that is a second name without text, the paragraph or head that it is in.
  const bearer = (anchor) => {
    if (!anchor?.matches(".anchor")) return anchor;
    const head = anchor.closest("h2, h3, h4, h5, h6");
    let item = anchor; // names of one thing stand side by side, before it
    while (item?.matches(".anchor")) item = item.nextElementSibling;
    if (!item?.matches(".item")) item = null;
    return (anchor.id.startsWith("p-") ? null : head ?? item) ?? part(anchor) ?? anchor;
  };

  // How many characters of the part stand before a point in the page.
  const offset = (within, node, at) => {
    const before = document.createRange();
    before.setStart(within, 0);
    before.setEnd(node, at);
    const passed = nodes(within).filter((each) => before.intersectsNode(each));
    return Array.from(passed.map((each) => (each === node ? each.data.slice(0, at) : each.data)).join("")).length;
  };

  // A range for each stretch of text among characters start to end.
  const ranges = (within, start, end) => {
    const found = [];
    let at = 0;
    for (const node of nodes(within)) {
      const characters = Array.from(node.data);
      const units = (count) => characters.slice(0, Math.max(count, 0)).join("").length;
      const [from, to] = [units(start - at), units(end - at)];
      at += characters.length;
      if (from === to) continue;
      const range = document.createRange();
      range.setStart(node, from);
      range.setEnd(node, to);
      found.push(range);
    }
    return found;
  };

  // What is selected, in the first part that it touches: { part, start, end, words }, or null.
  const selected = () => {
    const selection = getSelection();
    if (selection.isCollapsed || !selection.rangeCount) return null;
    const range = selection.getRangeAt(0);
    for (const each of document.querySelectorAll(PARTS)) {
      if (!range.intersectsNode(each)) continue;
      const characters = Array.from(text(each));
      const inside = (node) => each.contains(node);
      const start = inside(range.startContainer) ? offset(each, range.startContainer, range.startOffset) : 0;
      const end = inside(range.endContainer) ? offset(each, range.endContainer, range.endOffset) : characters.length;
      if (start < end) return { part: each, start, end, words: characters.slice(start, end).join("") };
    }
    return null;
  };

  const select = (within, start, end) => {
    const all = ranges(within, start, end);
    const [first, last] = [all[0], all[all.length - 1]];
    if (first) getSelection().setBaseAndExtent(first.startContainer, first.startOffset, last.endContainer, last.endOffset);
  };

  const mark = (element, start, end) => {
    for (const range of ranges(element, start, end)) {
      const made = document.createElement("mark");
      range.surroundContents(made);
      marks.push(made);
    }
  };

  // Sets one part off from the rest, or only some of its words. (The browser's own :target knows neither `~` nor
  // addresses that a script has set.)
  const show = (element, start, end) => {
    for (const mark of marks.splice(0)) {
      const { parentNode } = mark;
      mark.replaceWith(...mark.childNodes);
      parentNode.normalize();
    }
    for (const each of document.querySelectorAll(".cited")) each.classList.remove("cited");
    document.querySelector(":target")?.classList.toggle("passed", Boolean(element) && !element.matches(":target"));
    if (start === undefined) {
      element?.classList.add("cited");
      return element;
    }
    mark(element, start, end);
    return marks[0];
  };

  // Marks words of a part wherever it has them and they are not marked yet.
  const also = (element, words) => {
    const whole = text(element);
    const length = Array.from(words).length;
    for (let at = words ? whole.indexOf(words) : -1; at >= 0; at = whole.indexOf(words, at + words.length)) {
      const start = Array.from(whole.slice(0, at)).length;
      const marked = ranges(element, start, start + length).some((range) => range.startContainer.parentElement.closest("mark"));
      if (!marked) mark(element, start, start + length);
    }
  };

  return { PARTS, text, part, bearer, selected, select, show, also };
})();
