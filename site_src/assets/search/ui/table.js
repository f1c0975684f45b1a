// All hits as a table for a spreadsheet (RFC 4180, with a mark by which Excel knows UTF-8).
const Table = (() => {
  const CONTEXT = 60;

  /** A cell; one that a spreadsheet would take for a formula is kept a text. @param {string} text */
  const cell = (text) => {
    const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
  };

  /** @param {import("../engine.mjs").Hit} hit */
  const row = (hit) => {
    const { left, node, right } = Hits.context(hit, CONTEXT);
    return [hit.name, hit.speaker, hit.date, left, node, right, Hits.address(hit)];
  };

  /** @param {import("../engine.mjs").Hit[]} hits */
  const csv = (hits) => `\ufeff${[words.columns, ...hits.map(row)].map((cells) => `${cells.map(cell).join(",")}\r\n`).join("")}`;

  /** Has the browser save the hits. @param {import("../engine.mjs").Hit[]} hits @param {string} text what was asked */
  const save = (hits, text) => {
    const href = URL.createObjectURL(new Blob([csv(hits)], { type: "text/csv;charset=utf-8" }));
    const name = `${words.file} ${text.replace(/[\\/:*?"<>|\s]+/g, " ").trim()}`.slice(0, 60);
    make("a", { href, download: `${name}.csv` }).click();
    setTimeout(() => URL.revokeObjectURL(href), 60_000);
  };

  return { save };
})();
