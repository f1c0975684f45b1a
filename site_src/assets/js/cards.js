// What a slogan's link says when the pointer rests on it or the focus reaches it: how often, where first.
(() => {
  const data = JSON.parse(document.getElementById("speech-data")?.dataset.speech ?? "null");
  if (!data?.slogans) return;
  const { make } = Panels;
  const { card: words } = WORDS;
  const fill = (label, values) => label.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const card = make("div", { id: "card", class: "card", role: "tooltip", hidden: "" });
  document.body.append(card);
  let waiting;
  let held;

  const told = (link) => data.slogans[/([^/]+)\/(?:index\.html)?$/.exec(link.pathname)?.[1]];
  const close = () => {
    clearTimeout(waiting);
    held?.removeAttribute("aria-describedby");
    held = undefined;
    card.hidden = true;
  };
  const open = (link) => {
    const known = told(link);
    close();
    if (!known) return;
    held = link;
    const [form, speeches, count, date] = known;
    const lines = [fill(words.count, { speeches, count }), ...(date ? [fill(words.first, { date })] : [])];
    card.replaceChildren(make("b", {}, form), ...lines.map((line) => make("span", {}, line)));
    card.hidden = false;
    link.setAttribute("aria-describedby", card.id);
    set(link);
  };
  const set = (link) => {
    const place = link.getClientRects()[0];
    const { width, height } = card.getBoundingClientRect();
    const most = document.documentElement.clientWidth - width - 8;
    card.style.left = `${Math.max(Math.min(place.left, most), 8)}px`;
    card.style.top = `${place.top - height - 6 > 56 ? place.top - height - 6 : place.bottom + 6}px`;
  };
  const link = (event) => event.target.closest?.(".tei a:not(.permalink, .shared)");

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return; // there a touch follows the link
    const over = link(event);
    clearTimeout(waiting);
    if (over && over !== held) waiting = setTimeout(open, 250, over);
    else if (!over && held && !card.contains(event.target)) waiting = setTimeout(close, 150);
  });
  document.addEventListener("focusin", (event) => (link(event)?.matches(":focus-visible") ? open(link(event)) : close()));
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
  // The focus may itself scroll the page: its card goes along.
  const follow = () => (held && held === document.activeElement ? set(held) : close());
  document.addEventListener("scroll", follow, { passive: true });
})();
