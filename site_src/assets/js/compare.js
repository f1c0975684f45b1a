// Compares any two speeches of the archive. Their data come as scripts, so that it works without a server, too.
(() => {
  const place = document.getElementById("compare");
  const words = JSON.parse(place.dataset.words);
  const { files } = place.dataset;

  const make = (tag, attributes, ...children) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...children.filter((child) => child !== null));
    return made;
  };
  const fill = (label, values) => label.replace(/\{(\w+)\}/g, (_, name) => values[name]);

  // A file calls `comparand` with what it holds.
  const told = new WeakMap();
  globalThis.comparand = (value) => { told.set(document.currentScript, value); };
  const wanted = new Map();
  const load = (name) => {
    if (!wanted.has(name)) {
      wanted.set(name, new Promise((resolve, reject) => {
        const script = make("script", { src: `${files}${name}.js` });
        script.onload = () => (told.has(script) ? resolve(told.get(script)) : reject(new Error(name)));
        script.onerror = () => { wanted.delete(name); reject(new Error(name)); };
        document.head.append(script);
      }));
    }
    return wanted.get(name);
  };

  const speech = (id, anchor = "") => `../speeches/${id}/${location.protocol === "file:" ? "index.html" : ""}${anchor && `#${anchor}`}`;
  const slogan = (id) => `../slogans/${id}/${location.protocol === "file:" ? "index.html" : ""}`;
  const link = (text, href) => make("a", { href }, text);
  const heading = (text, id) => make("h2", { id }, text);
  const cell = (...children) => make("div", { class: "side" }, ...children);

  // Rows of both sides' cells [depth, node, its mate]; what has no mate shares lines, so that nothing is far apart.
  const beside = (rows) => {
    const made = [];
    let waiting = { left: [], right: [] };
    const flush = () => {
      const { left, right } = waiting;
      for (let n = 0; n < Math.max(left.length, right.length); n++) made.push([left[n] ?? [0], right[n] ?? [0]]);
      waiting = { left: [], right: [] };
    };
    for (const [depth, one, other] of rows) {
      if (one && other) {
        flush();
        made.push([[depth, one, other], [depth, other, one]]);
      } else waiting[one ? "left" : "right"].push([depth, one ?? other]);
    }
    flush();
    return made;
  };

  const outlines = (one, other) => {
    const rows = beside(Alignment.outlines(one.outline, other.outline));
    if (!rows.length) return [heading(words.outlines, "outlines"), make("p", {}, words.noOutline)];
    const side = (of, [depth, node, mate]) => {
      const told = make("td", { class: node && !mate ? "alone" : "" }, node ? link(node.words, speech(of.id, node.anchor)) : "");
      told.style.setProperty("--depth", depth);
      return told;
    };
    const body = rows.map(([left, right]) => make("tr", {}, side(one, left), side(other, right)));
    const head = make("tr", {}, ...[one, other].map((each) => make("th", { scope: "col" }, link(each.name, speech(each.id)))));
    return [
      heading(words.outlines, "outlines"), make("p", {}, words.outlinesLead),
      make("table", { class: "outlines" }, make("thead", {}, head), make("tbody", {}, ...body)),
    ];
  };

  const slogans = (one, other) => {
    const theirs = new Map(other.slogans.map((each) => [each[0], each]));
    const ours = new Set(one.slogans.map(([id]) => id));
    const count = (of, [, , times, anchor]) => link(fill(words.times, { count: times }), speech(of.id, anchor));
    const shared = one.slogans.filter(([id]) => theirs.has(id)).map((each) => make(
      "tr", {}, make("th", { scope: "row" }, link(each[1], slogan(each[0]))),
      make("td", {}, count(one, each)), make("td", {}, count(other, theirs.get(each[0]))),
    ));
    const only = (of, list) => cell(
      make("h3", {}, of.name), make("p", { class: "only" }, fill(words.only, { count: list.length })),
      make("ul", {}, ...list.map((each) => make("li", {}, link(each[1], slogan(each[0])), " ", count(of, each)))),
    );
    const head = make(
      "tr", {}, make("th", { scope: "col" }, words.slogans), make("th", { scope: "col" }, words.one), make("th", { scope: "col" }, words.other),
    );
    return [
      heading(words.slogans, "slogans"), make("p", {}, fill(words.shared, { count: shared.length })),
      shared.length ? make("table", { class: "slogans" }, make("thead", {}, head), make("tbody", {}, ...shared)) : null,
      make("div", { class: "two" },
        only(one, one.slogans.filter(([id]) => !theirs.has(id))), only(other, other.slogans.filter(([id]) => !ours.has(id)))),
    ];
  };

  const lines = (text, tag) => text.split("\n").flatMap((line, n) => [
    n ? make("br", {}) : null, tag && line ? make(tag, {}, line) : line,
  ]);
  const passages = (one, other) => {
    const [ours, theirs] = [one.with[other.id] ?? [], other.with[one.id] ?? []];
    const blocks = ours.flatMap(([number, reach, reuse], n) => {
      const [[anchor, text], [otherAnchor, otherText]] = [one.places[number], other.places[theirs[n][0]]];
      const stretches = Alignment.wordings(text, otherText);
      const side = (of, at, name, changed) => cell(
        make("p", { class: "whose" }, link(name, speech(of.id, at))),
        make("p", { class: "said" }, ...stretches.flatMap(([equal, a, b]) => lines(of === one ? a : b, equal ? "" : changed))),
      );
      return [
        make("p", {}, make("span", { class: "label" }, words[reuse]),
          make("span", { class: "note" }, fill(words.reach, { count: reach }))),
        make("div", { class: "compared two" }, side(one, anchor, words.one, "del"), side(other, otherAnchor, words.other, "ins")),
      ];
    });
    return [
      heading(fill(words.passages, { count: ours.length }), "passages"),
      ...(blocks.length ? blocks : [make("p", {}, words.noPassages)]),
    ];
  };

  const status = make("p", { role: "status" });
  const result = make("div", { class: "comparison" });
  const chosen = () => ["a", "b"].map((name) => new URLSearchParams(location.search).get(name) ?? "");
  const selects = [];

  const show = async () => {
    const [a, b] = chosen();
    selects.forEach((select, n) => { select.value = [a, b][n]; });
    result.replaceChildren();
    if (!a || !b || a === b) {
      status.textContent = a && a === b ? words.same : words.both;
      return;
    }
    status.textContent = words.loading;
    try {
      const [one, other] = await Promise.all([load(a), load(b)]);
      if (chosen().join() !== [a, b].join()) return; // another pair was chosen meanwhile
      status.textContent = "";
      result.replaceChildren(...[passages, slogans, outlines].flatMap((part) => part(one, other)).filter(Boolean));
      document.getElementById(location.hash.slice(1))?.scrollIntoView();
    } catch {
      status.textContent = words.failed;
    }
  };

  const go = (a, b) => {
    const there = new URL(location);
    there.search = new URLSearchParams(Object.entries({ a, b }).filter(([, id]) => id));
    there.hash = "";
    history.pushState(null, "", there);
    show();
  };

  const choose = (label, years) => {
    const groups = years.map(([year, speeches]) => make(
      "optgroup", { label: year }, ...speeches.map(([id, name]) => make("option", { value: id }, name)),
    ));
    const select = make("select", {}, make("option", { value: "" }, words.choose), ...groups);
    select.addEventListener("change", () => go(...selects.map(({ value }) => value)));
    selects.push(select);
    return make("label", {}, make("span", {}, label), select);
  };

  place.replaceChildren(status);
  status.textContent = words.loading;
  load("index").then(({ years }) => {
    const swap = make("button", { type: "button" }, words.swap);
    swap.addEventListener("click", () => go(...selects.map(({ value }) => value).reverse()));
    place.replaceChildren(make("div", { class: "choosing" }, choose(words.one, years), choose(words.other, years), swap), status, result);
    addEventListener("popstate", show);
    show();
  }, () => { status.textContent = words.failed; });
})();
