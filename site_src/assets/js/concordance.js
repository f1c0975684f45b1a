// Sorts and exports the concordance of a slogan. Without this script it stands as printed, in the archive's order.
(() => {
  const box = document.querySelector(".concordance");
  if (!box) return;
  const { make } = Panels;
  const { concordance: words } = WORDS;
  const { form, context } = box.dataset;
  const CONTEXT = Number(context);
  const STEP = 100; // lines at a time, so that the page stays light
  const rest = document.querySelector("a.all-uses"); // where all are, if not on the page

  const fill = (label, values) => label.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const length = (text) => Array.from(text).length;

  const address = ({ page, paragraph, start, end, node }) => page + Address.fragment(paragraph, node, start, end);

  // What the page prints, less the signs that a context is cut.
  const printed = () => [...box.querySelectorAll("h3")].flatMap((head) => {
    const [title, { href: page }] = [head.textContent, head.querySelector("a")];
    return [...head.nextElementSibling.querySelectorAll("li")].map((line) => {
      const [left, link, right] = line.children;
      const [start, end] = link.dataset.at.split("-").map(Number);
      const cut = length(right.textContent) > CONTEXT;
      const use = {
        speech: head.id.replace("uses-", ""), title, date: head.dataset.date, page,
        paragraph: new URL(link.href).hash.slice(1), start, end,
        left: Array.from(left.textContent).slice(-CONTEXT).join(""), node: link.textContent,
        right: cut ? Array.from(right.textContent).slice(0, -1).join("") : right.textContent, cut,
      };
      link.href = address(use); // leads to the very words
      return use;
    });
  });

  const whole = ({ speeches, columns, lines }) => lines.map((line) => {
    const use = Object.fromEntries(columns.map((column, number) => [column, line[number]]));
    const [title, date] = speeches[use.speech];
    const page = new URL(`../../../speeches/${use.speech}/`, rest.href).href;
    return { ...use, title, date, page, cut: length(use.right) === CONTEXT };
  });

  const first = printed();
  let uses = rest ? null : first;
  const all = async () => {
    uses ??= whole(await (await fetch(rest.href)).json());
    return uses;
  };

  // As `python -m generator concordance --sort` does: letters and digits alone count, by their numbers.
  const bare = (text) => Array.from(text).filter((character) => /[\p{L}\p{N}]/u.test(character));
  const ORDERS = {
    date: ({ date }) => [date || "~"],
    newest: ({ date }) => (date ? ["", ...Array.from(date, (digit) => 9 - Number(digit)).join("")] : ["~"]),
    speech: ({ title }) => Array.from(title),
    left: ({ left }) => bare(left).reverse(),
    right: ({ right }) => bare(right),
  };
  const compare = (a, b) => {
    for (let at = 0; at < Math.min(a.length, b.length); at += 1) {
      if (a[at] !== b[at]) {
        const [one, other] = [a[at].codePointAt(0), b[at].codePointAt(0)];
        return one === other ? (a[at] < b[at] ? -1 : 1) : one - other;
      }
    }
    return a.length - b.length;
  };
  const sorted = (every, order) => every
    .map((use, number) => [ORDERS[order](use), number, use])
    .sort(([a, m], [b, n]) => compare(a, b) || m - n)
    .map(([, , use]) => use);

  const line = (use, flat) => make(
    "li", {},
    make("span", { class: "left" }, (use.start > CONTEXT ? words.cut : "") + use.left),
    make("a", { href: address(use), title: use.title }, use.node),
    make("span", { class: "right" }, use.right + (use.cut ? words.cut : "")),
    ...(flat ? [make("span", { class: "note source", title: use.title }, use.date || use.title)] : []),
  );
  const heading = ({ speech, title, page, date }) => make(
    "h3", { id: `uses-${speech}`, "data-date": date }, make("a", { href: page }, title),
  );

  const list = make("div", { class: "lines" });
  const status = make("span", { role: "status" });
  const more = make("button", { type: "button", class: "more" });
  let shown = 0;
  let ordered = first;
  const show = (flat) => {
    const upto = Math.min(shown + STEP, ordered.length);
    for (const use of ordered.slice(shown, upto)) {
      const last = list.lastElementChild;
      if (!last || (!flat && last.dataset.speech !== use.speech)) {
        const kwic = make("div", { class: "kwic", "data-speech": use.speech }, make("ul", {}));
        list.append(...(flat ? [] : [heading(use)]), kwic);
      }
      list.lastElementChild.firstElementChild.append(line(use, flat));
    }
    shown = upto;
    const left = Math.min(STEP, ordered.length - shown);
    more.textContent = fill(words.more, { count: left });
    more.hidden = !left;
    status.textContent = fill(words.shown, { count: ordered.length, shown });
  };

  const select = make(
    "select", {}, ...Object.keys(ORDERS).map((order) => make("option", { value: order }, words[order])),
  );
  const flat = () => select.value === "left" || select.value === "right";
  const attempt = (act) => async () => {
    try {
      await act(await all());
    } catch {
      status.textContent = words.failed;
    }
  };
  select.addEventListener("change", attempt((every) => {
    ordered = sorted(every, select.value);
    shown = 0;
    list.replaceChildren();
    show(flat());
  }));
  more.addEventListener("click", () => show(flat()));

  const record = (use) => {
    const { speech, title, date, paragraph, start, end, left, node, right } = use;
    return { speech, title, date, paragraph, start, end, left, node, right, address: address(use) };
  };
  // A table program would take a cell that begins so for a formula.
  const cell = (value) => {
    const text = String(value).replace(/^[=+\-@\t\r＝＋－＠]/, "'$&");
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const EXPORTS = {
    csv: (records) => `\ufeff${[Object.keys(records[0]), ...records.map(Object.values)]
      .map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`,
    json: (records) => `${JSON.stringify(records, null, 1)}\n`,
  };
  const exporting = (kind) => {
    const made = make("button", { type: "button" }, words[kind]);
    made.addEventListener("click", attempt((every) => {
      const content = EXPORTS[kind](sorted(every, select.value).map(record));
      const href = URL.createObjectURL(new Blob([content], { type: `text/${kind}` }));
      make("a", { href, download: `${form.replace(/[\\/:*?"<>|]/g, "_")}.${kind}` }).click();
      setTimeout(() => URL.revokeObjectURL(href), 60000);
    }));
    return made;
  };

  list.append(...box.childNodes);
  const label = make("label", {}, words.sort, " ", select);
  box.append(make("div", { class: "tools" }, label, ...Object.keys(EXPORTS).map(exporting), status), list, more);
  shown = first.length;
  more.hidden = true;
})();
