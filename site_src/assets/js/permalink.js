// A click on a permanent link copies it and offers the citations. Without this script it stays an ordinary link.
const Cite = (() => {
  const data = JSON.parse(document.getElementById("speech-data")?.dataset.speech ?? "null");
  if (!data) return null;
  const { speech: words } = WORDS;
  const theme = JSON.parse(document.getElementById("__config").textContent).translations;

  const make = (tag, attributes, ...children) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...children);
    return made;
  };
  const button = (label, act, name = label) => {
    const made = make("button", { type: "button", "aria-label": name }, label);
    made.addEventListener("click", act);
    return made;
  };

  // What is told, aloud too: so it stands in the page from the first.
  const status = make("div", { class: "copied", role: "status" });
  document.body.append(status);
  let fading;
  const tell = (message) => {
    clearTimeout(fading);
    status.textContent = message;
    fading = setTimeout(() => { status.textContent = ""; }, 2500);
  };

  // Over plain http, as inside an office, there is no navigator.clipboard.
  const write = (text) => {
    if (navigator.clipboard) return navigator.clipboard.writeText(text);
    const [focus, selection] = [document.activeElement, getSelection()];
    const range = selection.rangeCount ? selection.getRangeAt(0) : null;
    const area = make("textarea", { class: "copying" }, text);
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    focus?.focus({ preventScroll: true });
    if (range) {
      selection.removeAllRanges();
      selection.addRange(range);
    }
    return done ? Promise.resolve() : Promise.reject(new Error("copy"));
  };
  const copy = (text) => write(text).then(() => tell(theme["clipboard.copied"]), () => {});

  const address = (fragment) => {
    const here = new URL(fragment, location);
    here.search = ""; // what was searched for is no part of the link
    return here.href;
  };

  // Where in the speech: the head it stands under, and which paragraph under it.
  const fill = (label, values) => label.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const HEADING = ":is(h2, h3, h4, h5, h6)";
  const short = (head) => {
    const whole = Passage.text(head).replace(/[。，；：]+$/u, "");
    const [clause] = whole.split(/[，。；：]/u);
    return (clause + (clause === whole ? "" : words.cut)).replaceAll("“", "‘").replaceAll("”", "’");
  };
  const place = (element) => {
    if (element.id.startsWith("h-")) return fill(words.section, { head: short(element) });
    let [head, n] = [null, 0];
    const body = `article :is(.para, p.tei.body[id], p.tei.head[id], :not(.para) > ${HEADING}.tei)`;
    for (const each of document.querySelectorAll(body)) {
      const opens = each.matches(HEADING) ? each : each.querySelector(`:scope > ${HEADING}:first-child`);
      if (opens) [head, n] = [opens, 0];
      if (opens !== each) n += 1;
      if (each === element) return head ? fill(words.paragraph, { head: short(head), n }) : fill(words.opening, { n });
    }
    return "";
  };

  const forms = (element, link, checked) => {
    const [before, after] = data.plain;
    const [source, read] = data.standard;
    const today = new Date().toLocaleDateString("sv"); // Sweden writes dates as ISO 8601 does
    return {
      link,
      plain: before + place(element) + after + checked,
      standard: source + today + read + checked,
    };
  };

  // Puts a panel near a place in the window, under it where there is room, never on it.
  const beside = (panel, { left, top, bottom }) => {
    const { left: x, top: y } = panel.offsetParent.getBoundingClientRect();
    const { width, height } = panel.getBoundingClientRect();
    const under = bottom + height + 16 < innerHeight || top - height < 80;
    const most = document.documentElement.clientWidth - width - 8;
    panel.style.left = `${Math.max(Math.min(left, most), 8) - x}px`;
    panel.style.top = `${(under ? bottom + 8 : top - height - 8) - y}px`;
  };
  const after = (part, panel) => (part.closest("h1") ?? part).after(panel);

  const panel = make("div", { class: "citing", role: "dialog", "aria-label": words.cite, hidden: "" });
  let opener;
  const close = (back) => {
    if (panel.hidden) return;
    panel.hidden = true;
    if (back) opener?.focus({ preventScroll: true });
  };
  const open = (element, link, checked, near, from) => {
    const row = ([name, text]) => make(
      "div", {}, make("b", {}, words[name]), make("span", {}, text),
      button(theme["clipboard.copy"], () => copy(text), `${theme["clipboard.copy"]}${words[name]}`),
    );
    panel.replaceChildren(...Object.entries(forms(element, link, checked)).map(row));
    opener = from;
    after(Passage.part(element) ?? element, panel);
    panel.hidden = false;
    beside(panel, near);
    panel.querySelector("button").focus();
  };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close(true);
  });
  document.addEventListener("pointerdown", (event) => {
    if (!panel.contains(event.target)) close(false);
  });
  panel.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !panel.contains(relatedTarget)) close(false);
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.permalink");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault(); // the reader is there already: nothing is to scroll, nor to lose the focus
    const element = document.getElementById(link.hash.slice(1));
    history.pushState(null, "", link.hash);
    Passage.show(element);
    const checked = address(Address.fragment(element.id, Passage.text(element)));
    open(element, address(link.hash), checked, link.getBoundingClientRect(), link);
    copy(address(link.hash));
  });

  return { words, make, button, copy, address, open, beside, after };
})();
