// The query language: 甲 乙  "甲 乙"  -丙  甲 NEAR/20 乙  甲*乙  speaker:  year:2019..2021  place:  title:  slogan:

/** A phrase in parts (more than one where `*` was) with, for NEAR, what must be `within` so many characters of it. */
/** @typedef {{parts: string[], near?: Term, within: number}} Term */
/** @typedef {{must: Term[], without: Term[], fields: [string, string][]}} Query */

const FIELDS = [["讲话人", "speaker"], ["年份", "year"], ["地点", "place"], ["标题", "title"], ["提法", "slogan"]];
const TOKEN = /(-)?(?:([a-z]+|\p{Script=Han}+)[:：])?(?:"((?:[^"]|"")*)"?|([^\s"]+))|"/giu;
const NEAR = /^NEAR\/(\d{1,3})$/i;

/** @param {string} text @returns {Query} */
export function parse(text) {
  /** @type {Query} */
  const query = { must: [], without: [], fields: [] };
  /** @type {number | undefined} */
  let within;
  for (const [whole, minus, field, quoted, bare] of text.matchAll(TOKEN)) {
    const near = NEAR.exec(whole);
    const name = field && FIELDS.find((names) => names.includes(field.toLowerCase()))?.[1];
    const last = query.must.at(-1);
    if (near && last) {
      within = Number(near[1]);
    } else if (name) {
      query.fields.push([name, quoted === undefined ? (bare ?? "") : unescaped(quoted)]);
    } else {
      const said = quoted === undefined ? whole.slice(minus ? 1 : 0) : (field ? whole.slice(0, whole.indexOf('"')) : "") + unescaped(quoted);
      const parts = quoted === undefined ? said.split("*").filter(Boolean) : [said];
      if (!parts.length) continue;
      const term = { parts, within: 0 };
      if (minus) query.without.push(term);
      else if (within !== undefined && last) query.must.splice(-1, 1, { ...last, near: term, within });
      else query.must.push(term);
      within = undefined;
    }
  }
  return query;
}

/** @param {string} quoted */
const unescaped = (quoted) => quoted.replaceAll('""', '"');
