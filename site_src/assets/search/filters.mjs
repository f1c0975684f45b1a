// What is asked of whole speeches: which of them a field allows, and how hits are spread over them.
import { stretches } from "./match.mjs";
import { loosened, normal } from "./normal.mjs";
import { everything, together } from "./sources.mjs";
import { walk } from "./walk.mjs";

/** @typedef {import("./archive.mjs").Archive} Archive @typedef {import("./archive.mjs").Columns} Columns */
/** @typedef {[field: string, value: string]} Field */

/** The speeches, by number, that all fields allow; null for all. @param {Archive} archive @param {Field[]} fields @returns {Promise<Set<number> | null>} */
export async function allowed(archive, fields) {
  if (!fields.length) return null;
  const columns = await archive.columns();
  const sets = await Promise.all(fields.map(([field, value]) => having(archive, columns, field, value)));
  return new Set([...columns.ids.keys()].filter((n) => sets.every((set) => set.has(n))));
}

/** @param {string} text */
const plainly = (text) => loosened(normal(text, new Map())).plain;

/** The speeches of which `field` has `value`. @param {Archive} archive @param {Columns} columns @param {string} field @param {string} value @returns {Promise<Set<number>>} */
async function having(archive, columns, field, value) {
  const numbers = [...columns.ids.keys()];
  if (field === "year") {
    const [from, to = from] = value.split("..");
    const years = columns.dates.map((date) => date.slice(0, 4));
    return new Set(numbers.filter((n) => years[n] && years[n] >= from && years[n] <= (to || "9")));
  }
  if (field === "title") return titled(archive, columns, value);
  const wanted = await archive.normal(value, true);
  if (field === "slogan") return new Set((await carriers(archive)).find(({ forms }) => forms.some((form) => plainly(form) === wanted))?.speeches);
  const values = (field === "speaker" ? columns.speaker : columns.place).map(plainly);
  const whole = values.includes(wanted);
  return new Set(numbers.filter((n) => (whole ? values[n] === wanted : values[n].includes(wanted))));
}

/** The speeches with `value` in their title. @param {Archive} archive @param {Columns} columns @param {string} value @returns {Promise<Set<number>>} */
async function titled(archive, columns, value) {
  const term = { parts: [await archive.normal(value, false)], within: 0 };
  const cells = (await everything(await together(archive, [term], false))).filter((cell) => cell < columns.titles);
  const { hits } = await walk(archive, cells, { find: (plain) => stretches(term, plain), allowed: null, loose: false, order: "rank" }, Infinity);
  const found = new Set(hits.map((hit) => hit.speech));
  return new Set([...columns.ids.keys()].filter((n) => found.has(columns.ids[n])));
}

/** The slogans, each with its forms and the numbers of its speeches. @param {Archive} archive */
async function carriers(archive) {
  const slogans = await archive.slogans();
  return slogans.map(([, form, variants, steps]) => {
    let speech = 0;
    return { form, forms: [form, ...variants], speeches: steps.map((step) => (speech += step)) };
  });
}

/** Hits, each given by its speech's number, counted by what is known of the speeches. @param {Archive} archive @param {Columns} columns @param {number[]} hits */
export async function facets(archive, columns, hits) {
  const counts = tallied(hits);
  /** @param {string[]} values */
  const by = (values) => tallied(hits.map((n) => values[n]));
  /** @type {[string, number][]} */
  const slogans = (await carriers(archive)).map(({ form, speeches }) => [form, speeches.reduce((sum, n) => sum + (counts.get(n) ?? 0), 0)]);
  return {
    speeches: by(columns.ids),
    speaker: by(columns.speaker),
    year: by(columns.dates.map((date) => date.slice(0, 4))),
    place: by(columns.place),
    slogan: new Map(slogans.filter(([, count]) => count).sort((a, b) => b[1] - a[1])),
  };
}

/** How often each value is there. @template T @param {T[]} values @returns {Map<T, number>} */
function tallied(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
