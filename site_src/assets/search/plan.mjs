// What a query asks for: the cells where it may be found, and how a paragraph is judged.
import { allowed } from "./filters.mjs";
import { resembling, stretches } from "./match.mjs";
import { parse } from "./query.mjs";
import { roughly, together } from "./sources.mjs";

/** @typedef {import("./archive.mjs").Archive} Archive @typedef {import("./query.mjs").Term} Term @typedef {import("./walk.mjs").Order} Order */
/** @typedef {{filters?: Record<string, string>, order?: Order, offset?: number, limit?: number, loose?: boolean, fuzzy?: boolean}} Options */
/** @typedef {import("./walk.mjs").Wanted & {source: import("./sources.mjs").Source}} Plan */

/** @param {Archive} archive @param {string} text @param {Options} options @returns {Promise<Plan>} */
export async function planned(archive, text, { filters = {}, order = "rank", loose = false, fuzzy = false }) {
  const query = parse(text);
  const chosen = await allowed(archive, [...query.fields, ...Object.entries(filters)]);
  const must = await normalised(archive, query.must, loose || fuzzy);
  if (fuzzy) {
    const phrase = must.map((term) => term.parts.join("")).join("");
    const wrong = mistakes(phrase);
    return { source: await roughly(archive, phrase, wrong), find: (plain) => resembling(phrase, plain, wrong), allowed: chosen, loose: true, order };
  }
  const without = await normalised(archive, query.without, loose);
  if (chosen && !query.must.length) return { ...(await titles(archive, without)), allowed: chosen, loose, order };
  const source = await together(archive, must, loose);
  if (must.length > 1 || without.length || must[0]?.near || must[0]?.parts.length > 1) source.count = source.sure = undefined;
  const others = must.slice(1);
  return {
    source, allowed: chosen, loose, order,
    find: (plain) => verified(must, without, plain),
    also: (plain) => others.flatMap((term) => stretches(term, plain)),
  };
}

/** Whole titles, for a query of fields alone. @param {Archive} archive @param {Term[]} without */
async function titles(archive, without) {
  const { titles: size } = await archive.columns();
  const cells = Array.from({ length: size }, (_, cell) => cell);
  /** @param {string} plain @returns {[number, number][]} */
  const find = (plain) => (plain && !without.some((term) => stretches(term, plain).length) ? [[0, plain.length]] : []);
  return { source: { cells, size }, find };
}

/** The terms normalised, those without a character left out. @param {Archive} archive @param {Term[]} terms @param {boolean} loose @returns {Promise<Term[]>} */
async function normalised(archive, terms, loose) {
  const found = await Promise.all(
    terms.map(async (term) => {
      const parts = await Promise.all(term.parts.map((part) => archive.normal(part, loose)));
      const [near] = term.near ? await normalised(archive, [term.near], loose) : [];
      return { parts: parts.filter(Boolean), near, within: term.within };
    }),
  );
  return found.filter((term) => term.parts.length);
}

/** The stretches of the first term, if the paragraph has all the others. @param {Term[]} must @param {Term[]} without @param {string} plain */
function verified(must, without, plain) {
  const [first, ...others] = must;
  const found = stretches(first, plain);
  const whole = found.length && others.every((term) => stretches(term, plain).length) && !without.some((term) => stretches(term, plain).length);
  return whole ? found : [];
}

/** How many wrong characters are forgiven in a phrase. @param {string} phrase */
const mistakes = (phrase) => (phrase.length < 4 ? 0 : phrase.length < 8 ? 1 : 2);
