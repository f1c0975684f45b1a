// Where phrases may be: their grams looked up, and the cells that all of them share.
import { isPunctuation } from "./normal.mjs";
import { HEAD, listed } from "./grams.mjs";
import { SearchError } from "./store.mjs";

/** @typedef {import("./archive.mjs").Archive} Archive @typedef {import("./query.mjs").Term} Term @typedef {import("./grams.mjs").Node} Node */
/** @typedef {{cells: number[], count?: number, size: number, sure?: boolean, grow?: () => Promise<number[]>, narrow?: () => Promise<number[]>}} Source all places and how to have fewer wrong ones, or the first and how to grow them; `count` if the index knows it; `sure` if most of them are right */
/** @typedef {{gram: string, run: number | null, mark: number}} Start the gram from a character of a phrase to its end; `run` characters stand before punctuation, of the kind `mark`; null: punctuation does not matter */

/** @type {Source} */
const NOTHING = { cells: [], count: 0, size: 0 };
/** Grams to look a phrase up by: at most so many, the later ones with so many characters at least and best with so many. */
const [PROBES, LEAST, USUAL] = [3, 3, 5];
/** A phrase of more characters is looked up by two grams at once. */
const SHORT = 4;
/** Of a gram that punctuation interrupts all places are fetched, if they lie in so many parts. */
const NEAR = 2;
/** Characters behind a leaf's gram that its hints tell of. */
const HINTED = 2;

/** All places of a source. @param {Source} source */
export const everything = async ({ grow, narrow, cells }) => (grow ? grow() : narrow ? narrow() : cells);

/** Where all of the terms may be. @param {Archive} archive @param {Term[]} terms @param {boolean} loose @returns {Promise<Source>} */
export async function together(archive, terms, loose) {
  const phrases = terms.flatMap(phrasesOf).filter((plain) => ![...plain].every(isPunctuation));
  const sources = await settled(phrases.map((plain) => phrase(archive, plain, loose)));
  if (!sources.length || sources.some((source) => !source.size)) return { ...NOTHING };
  if (sources.length === 1) return { ...sources[0] };
  sources.sort((a, b) => a.size - b.size);
  const whole = sources.filter((source) => !source.grow);
  if (!whole.length) return { cells: await everything(sources[0]), size: sources[0].size };
  const cells = common(whole);
  return { cells, size: cells.length };
}

/** Where something like `phrase` may be, `wrong` characters being wrong: one of its parts is right if there are more parts. @param {Archive} archive @param {string} text @param {number} wrong @returns {Promise<Source>} */
export async function roughly(archive, text, wrong) {
  const size = Math.ceil(text.length / (wrong + 1));
  const pieces = Array.from({ length: wrong + 1 }, (_, n) => text.slice(n * size, (n + 1) * size)).filter((piece) => piece.trim());
  const sources = await settled(pieces.map((piece) => phrase(archive, piece, true)));
  const cells = (await Promise.all(sources.map(everything))).flat().sort((a, b) => a - b);
  return { cells, size: cells.length };
}

/** Where a phrase may be. @param {Archive} archive @param {string} plain @param {boolean} loose @returns {Promise<Source>} */
async function phrase(archive, plain, loose) {
  const all = spelled(archive, plain);
  if (!all) return NOTHING;
  const clean = loose || all.every(({ run }, n) => run === Infinity && all[0].gram.length - all[n].gram.length === n);
  const chosen = probes(archive, all);
  const { length } = all[0].gram;
  let told = 0;
  const early = chosen.slice(0, all.length > SHORT ? 2 : 1);
  const asked = early.map((n) => lookedUp(archive, all[n], loose));
  for (const each of asked) each.catch(() => {}); // it is awaited below, or not needed
  /** @type {Source[]} */
  const looked = [];
  /** @type {SearchError | undefined} */
  let failure;
  while (chosen.length && (asked.length || looked.every((source) => source.grow))) {
    const n = Number(chosen.shift());
    try {
      const source = await (asked.shift() ?? lookedUp(archive, all[n], loose));
      if (!source.size) return NOTHING;
      if (clean && n === 0 && source.depth === length) return { ...source, count: source.size, sure: true };
      const from = length - all[n].gram.length;
      if (from <= told) told = Math.max(told, from + source.depth + HINTED);
      looked.push(source);
    } catch (error) {
      if (!(error instanceof SearchError)) throw error;
      failure = error;
    }
  }
  if (failure && !looked.length) throw failure;
  const whole = looked.filter((source) => !source.grow);
  if (!whole.length) return looked.reduce((a, b) => (a.size < b.size ? a : b));
  const cells = common(whole);
  /** @type {Source} */
  const found = { cells, size: cells.length, sure: told >= length };
  if (chosen.length) found.narrow = () => narrowed(found, chosen.map((n) => lookedUp(archive, all[n], loose)));
  return found;
}

/** The cells of a source that are in others too; what is not known of those excludes nothing. @param {Source} source @param {Promise<Source>[]} others */
async function narrowed(source, others) {
  const known = (await Promise.allSettled(others)).flatMap((other) => (other.status === "fulfilled" && !other.value.grow ? [other.value] : []));
  return common([source, ...known]);
}

/** Where a gram may be, or the gram that it begins with. If what is kept of many places will not do, and they are near, they are fetched at once. @param {Archive} archive @param {Start} from @param {boolean} loose @returns {Promise<Source & {depth: number}>} `depth`: how much of the gram was found */
async function lookedUp(archive, from, loose) {
  const start = loose ? { ...from, run: null } : from;
  const [first, end] = archive.range(from.gram);
  const near = end - first <= (Number.isFinite(start.run ?? Infinity) ? NEAR : 1);
  const [found] = await Promise.all([archive.find(from.gram), near && archive.grams.load(end - 1)]);
  if (!found) return { ...NOTHING, depth: 0 };
  const { node, depth } = found;
  if (!node.inner) return { ...places(node, start, depth), depth };
  if (near) {
    const cells = await grown(archive, start);
    return { cells, size: cells.length, depth };
  }
  return { ...places(node, start, depth), depth, grow: () => grown(archive, start) };
}

/** The gram from each character of `plain`, punctuation left out but for the first; null if one is not in the alphabet. @param {Archive} archive @param {string} plain @returns {Start[] | null} */
function spelled({ alphabet, marks }, plain) {
  /** @type {Start[]} */
  const all = [];
  let rest = "";
  let run = Infinity;
  let mark = 0;
  for (const character of [...plain].reverse()) {
    const number = alphabet.get(character);
    if (!number) return null;
    run++;
    all.unshift({ gram: number + rest, run, mark });
    const kind = marks.get(character);
    if (kind === undefined) rest = number + rest;
    else [run, mark] = [0, kind];
  }
  return all;
}

/** The characters from which to look a phrase up, one after another until few places are left: the first, then those of the rarest grams in the rest. @param {Archive} archive @param {Start[]} all */
function probes(archive, all) {
  const longest = all[0].gram.length;
  const choices = [...all.keys()].filter((n) => n && all[n].gram.length >= LEAST && all[n].gram.length < longest);
  const weights = new Map(choices.map((n) => [n, weight(archive, all[n].gram)]));
  choices.sort((a, b) => Number(weights.get(a)) - Number(weights.get(b)) || Math.abs(all[a].gram.length - USUAL) - Math.abs(all[b].gram.length - USUAL));
  const chosen = [0];
  for (const n of choices) if (chosen.length < PROBES && chosen.every((other) => Math.abs(other - n) >= Math.min(2, longest - LEAST))) chosen.push(n);
  return chosen;
}

/** How common a gram's beginning is: the files that have it. @param {Archive} archive @param {string} gram */
function weight(archive, gram) {
  const [from, to] = archive.range(gram.slice(0, 2));
  return to - from;
}

/** All places of a gram that has no list of its own. @param {Archive} archive @param {Start} start */
async function grown(archive, start) {
  const leaves = await archive.leaves(start.gram);
  return leaves.flatMap(([each, node]) => places(node, start, each.length).cells).sort((a, b) => a - b);
}

/** The places in the lists of a node of `depth` characters that a phrase may have from its `start`. @param {Node} node @param {Start} start @param {number} depth @returns {Source} */
function places(node, { gram, run, mark }, depth) {
  const { inner, sizes } = node;
  const { length } = gram;
  const chosen = [...sizes.keys()].filter((list) => {
    if (run === null) return true;
    if (run === Infinity) return list <= Math.max(depth - length, 0) + (depth < length ? 0 : 1);
    return list === Math.max(Math.min(depth + 1 - run, inner ? 2 : depth), 0);
  });
  const known = Number.isFinite(run) ? mark : null;
  const cells = chosen.flatMap((list) => listed(node, list, gram.slice(depth), known)).sort((a, b) => a - b);
  if (inner) return { cells: cells.slice(0, HEAD), size: chosen.reduce((sum, list) => sum + sizes[list], 0) };
  return { cells, size: cells.length };
}

/** Those cells of the first source that are in all others. @param {Source[]} sources */
function common([first, ...others]) {
  return others.reduce((cells, other) => {
    const also = new Set(other.cells);
    return cells.filter((cell) => also.has(cell));
  }, first.cells);
}

/** All phrases of a term. @param {Term} term @returns {string[]} */
const phrasesOf = (term) => [...term.parts, ...(term.near ? phrasesOf(term.near) : [])];

/** The results of those that succeed; if none does, the failure. @template T @param {Promise<T>[]} promises @returns {Promise<T[]>} */
async function settled(promises) {
  const results = await Promise.allSettled(promises);
  const kept = results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
  const failed = results.find((result) => result.status === "rejected");
  if (failed && (!kept.length || !(failed.reason instanceof SearchError))) throw failed.reason;
  return kept;
}
