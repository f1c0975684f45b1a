// Hits read from the text, cell by cell in the order asked for: the last word on every candidate.
import { loosened } from "./normal.mjs";
import { SearchError } from "./store.mjs";

/** @typedef {import("./archive.mjs").Archive} Archive @typedef {import("./archive.mjs").Unit} Unit */
/** @typedef {"rank" | "date" | "left" | "right"} Order */
/** @typedef {{speech: string, section: string, paragraph: string, start: number, end: number, name: string, speaker: string, date: string, text: string, also: string[]}} Hit offsets in characters of `text`, the paragraph; `also` has the words there of the other phrases asked for */
/** @typedef {{find: (plain: string) => [number, number][], also?: (plain: string) => [number, number][], allowed: Set<number> | null, loose: boolean, order: Order}} Wanted */
/** @typedef {{part: number, key: number, cells: number[]}} Visit */

/** So many texts at most are asked for at once; so many at least where it is not sure that each has a hit, in a large archive and a small one, and twice as many each time. */
const [MOST, LEAST, FEWER] = [64, 12, 6];
/** Another file of grams is asked for if more texts than this are left. */
const FEW = 7;

/** Hits in the cells, until there are as many as wanted; `partial` if a file failed. `sure`: most cells have as many hits as they are named. If many of the first texts are in vain, `narrow` tells which cells are worth more. @param {Archive} archive @param {number[]} cells @param {Wanted} wanted @param {number} most @param {{sure?: boolean, narrow?: () => Promise<number[]>}} [known] */
export async function walk(archive, cells, wanted, most, { sure, narrow } = {}) {
  let least = archive.texts.perFile > 1 ? LEAST : FEWER;
  let visits = await visited(archive, cells, wanted);
  const seen = new Set();
  /** @type {Hit[]} */
  const hits = [];
  let partial = false;
  let next = 0;
  while (next < visits.length && hits.length < most) {
    const wave = [];
    const trusted = sure && !next;
    for (let expected = hits.length; next < visits.length && wave.length < MOST && (expected < most || (!trusted && wave.length < least)); next++) {
      expected += trusted ? visits[next].cells.length : 1;
      wave.push(visits[next]);
    }
    least *= 2;
    const parts = await Promise.allSettled(wave.map(({ part }) => archive.texts.load(part)));
    for (const [n, part] of parts.entries()) {
      if (part.status === "rejected") {
        if (!(part.reason instanceof SearchError)) throw part.reason;
        partial = true;
        continue;
      }
      for (const cell of new Set(wave[n].cells)) {
        if (!seen.has(cell)) for (const unit of part.value.get(cell) ?? []) hits.push(...hitsIn(archive, unit, wanted));
        seen.add(cell);
      }
    }
    if (narrow && hits.length < most && visits.length - next > FEW) {
      const worth = new Set(await narrow());
      visits = visits.slice(next).filter(({ cells }) => cells.some((cell) => worth.has(cell)));
      next = 0;
      narrow = undefined;
    }
  }
  return { hits, partial, done: next >= visits.length };
}

/** The cells of allowed speeches in order, those of the same part (and by date of the same speech) together. @param {Archive} archive @param {number[]} cells @param {Wanted} wanted @returns {Promise<Visit[]>} */
async function visited(archive, cells, { allowed, order }) {
  /** @param {number} cell */
  const part = (cell) => archive.partWith(cell);
  if (!allowed && order !== "date") return runs(cells, part, part);
  const { of } = await archive.columns();
  const kept = allowed ? cells.filter((cell) => allowed.has(of(cell))) : [...cells];
  return order === "date" ? runs(kept.sort((a, b) => of(a) - of(b) || a - b), part, of) : runs(kept, part, part);
}

/** Neighbours of the same part and key together. @param {number[]} cells @param {(cell: number) => number} partOf @param {(cell: number) => number} keyOf */
function runs(cells, partOf, keyOf) {
  /** @type {Visit[]} */
  const found = [];
  for (const cell of cells) {
    const [part, key, last] = [partOf(cell), keyOf(cell), found.at(-1)];
    if (last?.part === part && last.key === key) last.cells.push(cell);
    else found.push({ part, key, cells: [cell] });
  }
  return found;
}

/** @param {Archive} archive @param {Unit} unit @param {Wanted} wanted @returns {Hit[]} */
function hitsIn(archive, unit, { find, also, loose }) {
  const said = archive.said(unit);
  const { plain, at } = loose ? loosened(said) : said;
  const found = find(plain);
  if (!found.length) return [];
  const [speech, name, speaker, date] = unit.told;
  const { text } = said;
  const characters = [...text];
  const others = new Set(also?.(plain).map(([from, to]) => characters.slice(at[from], at[to - 1] + 1).join("")));
  return found.map(([from, to]) => {
    const [start, end] = [at[from], at[to - 1] + 1];
    return { speech, section: section(unit, start), paragraph: unit.id, start, end, name, speaker, date, text, also: [...others] };
  });
}

/** @param {Unit} unit @param {number} offset */
function section({ sections }, offset) {
  let found = sections[0];
  for (let n = 1; n < sections.length && Number(sections[n]) <= offset; n += 2) found = sections[n + 1];
  return String(found);
}

/** What a hit is sorted by. @param {Hit} hit @param {Order} order */
export function context({ text, start, end }, order) {
  const characters = [...text];
  return order === "right" ? characters.slice(end).join("") : characters.slice(0, start).reverse().join("");
}
