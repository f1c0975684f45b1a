// A hit as the reader sees it: the words found between what stands before and after them, and the way to them.
const Hits = (() => {
  /** @typedef {import("../engine.mjs").Hit} Hit */

  /** Keyword in context, `width` characters on either side. @param {Hit} hit @param {number} width */
  const context = ({ text, start, end }, width) => {
    const characters = [...text];
    const from = Math.max(start - width, 0);
    return {
      left: (from ? "…" : "") + characters.slice(from, start).join(""),
      node: characters.slice(start, end).join(""),
      right: characters.slice(end, end + width).join("") + (end + width < characters.length ? "…" : ""),
    };
  };

  /** The permanent link that marks the words on arrival, and in their paragraph those of the other phrases. @param {Hit} hit */
  const address = (hit) => {
    const { node } = context(hit, 0);
    const also = hit.also.length ? `?${new URLSearchParams(hit.also.map((words) => ["also", words]))}` : "";
    return Local.at(`speeches/${hit.speech}/${also}${Address.fragment(hit.paragraph, node, hit.start, hit.end)}`);
  };

  /** The speech's title, who gave it and when. @param {Hit} hit */
  const source = ({ name, speaker, date }) => {
    const said = date && date.split("-").map((number, n) => Number(number) + words.date[n]).join("");
    return [name, [speaker, said].filter(Boolean).join("　")];
  };

  /** The hits of each speech together, the speeches in the order of their first. @param {Hit[]} hits @returns {Hit[][]} */
  const grouped = (hits) => {
    /** @type {Map<string, Hit[]>} */
    const groups = new Map();
    for (const hit of hits) groups.set(hit.speech, [...(groups.get(hit.speech) ?? []), hit]);
    return [...groups.values()];
  };

  return { context, address, source, grouped };
})();
