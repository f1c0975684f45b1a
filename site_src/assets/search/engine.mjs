// Exact search in the index's files: candidates by grams, every hit verified in the text (docs/search-format.md).
import { Archive } from "./archive.mjs";
import { listed } from "./grams.mjs";
import { resembling, stretches } from "./match.mjs";
import { loosened, normal } from "./normal.mjs";
import { parse } from "./query.mjs";
import { SearchError } from "./store.mjs";
import { alike, suggested } from "./suggest.mjs";

export { SearchError };

/** @typedef {import("./query.mjs").Term} Term @typedef {import("./archive.mjs").Unit} Unit @typedef {import("./archive.mjs").Chunk} Chunk */
/** @typedef {"rank" | "date" | "left" | "right"} Order */
/** @typedef {{filters?: Record<string, string>, order?: Order, offset?: number, limit?: number, loose?: boolean, fuzzy?: boolean}} Options */
/** @typedef {{speech: string, section: string, paragraph: string, start: number, end: number, name: string, speaker: string, date: string, text: string}} Hit offsets in characters of `text`, the paragraph */
/** @typedef {{total: number, exact: boolean, hits: Hit[], partial: boolean}} Found `total` counts all hits if `exact`, else it is at least so many; `partial`: a file failed */
/** @typedef {{total: number, speeches: Map<string, number>, speaker: Map<string, number>, year: Map<string, number>, place: Map<string, number>, partial: boolean}} Tally */
/** @typedef {{cells: number[], count?: number, size: number, grow?: () => Promise<number[]>}} Source where a phrase may be: all places, or the first and how to grow them; `count` if the index knows it */
/** @typedef {{source: Source, find: (plain: string) => [number, number][], allowed: Set<number> | null, loose: boolean, order: Order}} Plan */

const NOTHING = { cells: [], count: 0, size: 0 };
const BREADTH = 8;

/** Opens the index; `fetchBytes` gives the bytes of a file of its folder. @param {import("./store.mjs").FetchBytes} fetchBytes */
export async function openIndex(fetchBytes) {
  return new Index(await Archive.open(fetchBytes));
}

class Index {
  /** @param {Archive} archive */
  constructor(archive) {
    this.archive = archive;
  }

  /** The hits `offset` to `offset + limit`. @param {string} text @param {Options} [options] @returns {Promise<Found>} */
  async search(text, options = {}) {
    const { offset = 0, limit = 10 } = options;
    const plan = await this.plan(text, options);
    const { source, order } = plan;
    const sorted = order === "left" || order === "right";
    const want = sorted ? Infinity : offset + limit;
    let { grow } = order === "rank" ? source : { grow: undefined };
    let walk = await this.walk(grow ? source.cells : await everything(source), plan, want);
    if (grow && walk.hits.length < want) {
      walk = await this.walk(await grow(), plan, want);
      grow = undefined;
    }
    if (sorted) walk.hits.sort((a, b) => context(a, order).localeCompare(context(b, order), "zh"));
    const known = plan.allowed ? undefined : source.count;
    const exact = known !== undefined || (walk.done && !walk.partial && !grow);
    const hits = walk.hits.slice(offset, offset + limit);
    return { total: known ?? walk.hits.length, exact, hits, partial: walk.partial };
  }

  /** All hits counted, by speech and by what is known of the speeches. @param {string} text @param {Options} [options] @returns {Promise<Tally>} */
  async tally(text, options = {}) {
    const plan = await this.plan(text, options);
    const { source } = plan;
    const columns = await this.archive.columns();
    const cells = await everything(source);
    const counted = source.count !== undefined;
    const walk = counted ? null : await this.walk(cells, plan, Infinity);
    const numbers = walk ? walk.hits.map((hit) => columns.ids.indexOf(hit.speech)) : cells.filter((cell) => plan.allowed?.has(columns.of(cell)) ?? true).map(columns.of);
    /** @param {string[]} values */
    const by = (values) => {
      /** @type {Map<string, number>} */
      const counts = new Map();
      for (const n of numbers) counts.set(values[n], (counts.get(values[n]) ?? 0) + 1);
      return counts;
    };
    const year = by(columns.dates.map((date) => date.slice(0, 4)));
    return { total: numbers.length, speeches: by(columns.ids), speaker: by(columns.speaker), year, place: by(columns.place), partial: walk?.partial ?? false };
  }

  /** Wordings that do occur, for a phrase that does not: with one or two characters changed. @param {string} text @returns {Promise<string[]>} */
  async nearMisses(text) {
    const { hits } = await this.search(text, { fuzzy: true, limit: 50 });
    const wordings = hits.map((hit) => [...hit.text].slice(hit.start, hit.end).join(""));
    return [...new Set([...wordings, ...alike(await this.archive.suggestions(), text, 5)])].slice(0, 5);
  }

  /** Slogans, speakers and heads for what is typed so far. @param {string} typed @param {number} [limit] */
  async suggestions(typed, limit = 8) {
    return suggested(await this.archive.suggestions(), typed, limit);
  }

  /** @param {string} text @param {Options} options @returns {Promise<Plan>} */
  async plan(text, { filters = {}, order = "rank", loose = false, fuzzy = false }) {
    const query = parse(text);
    const allowed = await this.allowed([...query.fields, ...Object.entries(filters)]);
    const must = await this.terms(query.must, loose || fuzzy);
    if (fuzzy) {
      const phrase = must.map((term) => term.parts.join("")).join("");
      return { source: await this.resembling(phrase), find: (plain) => resembling(phrase, plain, mistakes(phrase)), allowed, loose: true, order };
    }
    const without = await this.terms(query.without, loose);
    const source = await this.source(must, loose);
    if (must.length > 1 || without.length || must[0]?.near || must[0]?.parts.length > 1) source.count = undefined;
    return { source, find: (plain) => verified(must, without, plain), allowed, loose, order };
  }

  /** The terms normalised, those without a character left out. @param {Term[]} terms @param {boolean} loose @returns {Promise<Term[]>} */
  async terms(terms, loose) {
    const found = await Promise.all(
      terms.map(async (term) => {
        const parts = await Promise.all(term.parts.map((part) => this.archive.normal(part, loose)));
        const [near] = term.near ? await this.terms([term.near], loose) : [];
        return { parts: parts.filter(Boolean), near, within: term.within };
      }),
    );
    return found.filter((term) => term.parts.length);
  }

  /** Where all of the terms may be. @param {Term[]} terms @param {boolean} loose @returns {Promise<Source>} */
  async source(terms, loose) {
    const phrases = terms.flatMap(phrasesOf).filter((plain) => this.archive.spelled(plain)?.gram !== "");
    const sources = await settled(phrases.map((plain) => this.phrase(plain, loose)));
    if (!sources.length || sources.some((source) => !source.size)) return { ...NOTHING };
    sources.sort((a, b) => a.size - b.size);
    const whole = sources.filter((source) => !source.grow);
    if (!whole.length) {
      const [rarest] = sources;
      return sources.length === 1 ? rarest : { cells: await everything(rarest), size: rarest.size };
    }
    const cells = whole.map((source) => source.cells).reduce((all, more) => beside(all, more, -this.archive.span, this.archive.span));
    return { cells, size: cells.length, count: whole[0].count };
  }

  /** Where a phrase may be. @param {string} plain @param {boolean} loose @returns {Promise<Source>} */
  async phrase(plain, loose) {
    const { archive } = this;
    const spelled = archive.spelled(plain);
    if (!spelled) return NOTHING;
    const { gram, runs } = spelled;
    const looked = await settled(
      this.starts(gram).map(async (start) => {
        const found = await archive.find(gram.slice(start));
        const run = loose ? null : runs[start];
        return { start, run, gram: gram.slice(start), ...(found ?? { depth: 0, node: null }) };
      }),
    );
    if (looked.some(({ node }) => !node)) return NOTHING;
    const clean = loose || [...plain].length === gram.length;
    /** @type {Source[]} */
    const sources = looked.map(({ start, run, gram: rest, node, depth }) => {
      const found = places(node, depth, run);
      const count = clean && start === 0 && depth === gram.length ? found.size : undefined;
      return node?.inner ? { ...found, count, grow: () => this.grown(rest, run) } : { ...found, count };
    });
    const known = sources.find((source) => source.count !== undefined);
    if (known) return known;
    const whole = sources.filter((source) => !source.grow);
    if (!whole.length) return sources.reduce((a, b) => (a.size < b.size ? a : b));
    const reach = loose ? archive.span : 1 + (plain.length >> 10);
    const cells = whole.map((source) => source.cells).reduce((all, more) => beside(all, more, 0, reach));
    return { cells, size: cells.length };
  }

  /** All places of a gram that has no list of its own. @param {string} gram @param {number | null} run */
  async grown(gram, run) {
    const leaves = await this.archive.leaves(gram);
    return leaves.flatMap(([each, node]) => places(node, gram.length, run, each.length).cells).sort((a, b) => a - b);
  }

  /** Which characters of a phrase to look up: the first, the last whose gram should end within the phrase, and the rarest between. @param {string} gram */
  starts(gram) {
    const { archive } = this;
    const choices = Array.from(gram, (_, start) => {
      const rest = gram.slice(start);
      const [file] = archive.range(rest);
      const depth = 1 + Math.max(shared(rest, archive.first[file] ?? ""), shared(rest, archive.first[file + 1] ?? ""));
      const [one, two] = [1, 2].map((length) => archive.range(rest.slice(0, length))).map(([from, to]) => to - from);
      return { start, spare: rest.length - depth, weight: two * 10_000 + one };
    }).filter(({ spare }) => spare >= 0);
    if (gram.length < 3 || choices[0]?.start !== 0) return [0];
    const last = choices.findLast(({ spare }) => spare > 0)?.start ?? 0;
    const between = choices.filter(({ start }) => start > 1 && start < last - 1).sort((a, b) => a.weight - b.weight);
    return [...new Set([0, between[0]?.start ?? 0, last])];
  }

  /** Where something like `phrase` may be: one of its parts is right if there are more parts than mistakes. @param {string} phrase @returns {Promise<Source>} */
  async resembling(phrase) {
    const parts = mistakes(phrase) + 1;
    const size = Math.ceil(phrase.length / parts);
    const pieces = Array.from({ length: parts }, (_, n) => phrase.slice(n * size, (n + 1) * size)).filter((piece) => piece.trim());
    const sources = await settled(pieces.map((piece) => this.phrase(piece, true)));
    const cells = (await Promise.all(sources.map(everything))).flat().sort((a, b) => a - b);
    return { cells, size: cells.length };
  }

  /** The speeches that the fields allow, null for all. @param {[string, string][]} fields @returns {Promise<Set<number> | null>} */
  async allowed(fields) {
    if (!fields.length) return null;
    const columns = await this.archive.columns();
    const sets = await Promise.all(fields.map(([field, value]) => this.having(field, value, columns)));
    return new Set(columns.ids.map((_, n) => n).filter((n) => sets.every((set) => set.has(n))));
  }

  /** The speeches of which `field` has `value`. @param {string} field @param {string} value @param {import("./archive.mjs").Columns} columns */
  async having(field, value, columns) {
    const numbers = columns.ids.map((_, n) => n);
    if (field === "year") {
      const [from, to = from] = value.split("..");
      return new Set(numbers.filter((n) => columns.dates[n] && columns.dates[n].slice(0, 4) >= from && columns.dates[n].slice(0, 4) <= (to || "9")));
    }
    const wanted = await this.archive.normal(value, true);
    if (field === "title") {
      const terms = [{ parts: [await this.archive.normal(value, false)], within: 0 }];
      const source = await this.source(terms, false);
      const cells = (await everything(source)).filter((cell) => cell < columns.titles);
      const walk = await this.walk(cells, { source, find: (plain) => stretches(terms[0], plain), allowed: null, loose: false, order: "rank" }, Infinity);
      return new Set(walk.hits.map((hit) => columns.ids.indexOf(hit.speech)));
    }
    /** @param {string} text */
    const plain = (text) => loosened(normal(text, new Map())).plain;
    if (field === "slogan") {
      const slogans = await this.archive.slogans();
      const [, , , steps] = slogans.find(([, form, variants]) => [form, ...variants].some((each) => plain(each) === wanted)) ?? [];
      let speech = 0;
      return new Set(steps?.map((step) => (speech += step)));
    }
    const values = (field === "speaker" ? columns.speaker : columns.place).map(plain);
    const whole = values.includes(wanted);
    return new Set(numbers.filter((n) => (whole ? values[n] === wanted : values[n].includes(wanted))));
  }

  /** The cells of allowed speeches in the order asked for, those of the same chunk, and by date of the same speech, together. @param {number[]} cells @param {Plan} plan */
  async visits(cells, { allowed, order }) {
    /** @param {number} cell */
    const chunkOf = (cell) => this.archive.chunkOf(cell);
    if (!allowed && order !== "date") return runs(cells, chunkOf, chunkOf);
    const { of } = await this.archive.columns();
    const kept = allowed ? cells.filter((cell) => allowed.has(of(cell))) : [...cells];
    return order === "date" ? runs(kept.sort((a, b) => of(a) - of(b) || a - b), chunkOf, of) : runs(kept, chunkOf, chunkOf);
  }

  /** Hits in the cells, until there are as many as wanted. @param {number[]} cells @param {Plan} plan @param {number} want */
  async walk(cells, plan, want) {
    const visits = await this.visits(cells, plan);
    const seen = new Set();
    /** @type {Hit[]} */
    const hits = [];
    let partial = false;
    let next = 0;
    while (next < visits.length && hits.length < want) {
      const wave = [];
      for (let expected = hits.length; next < visits.length && wave.length < BREADTH && expected < want; next++) {
        expected += visits[next].cells.length;
        wave.push(visits[next]);
      }
      const chunks = await Promise.allSettled(wave.map(({ chunk }) => this.archive.chunk(chunk)));
      for (const [n, chunk] of chunks.entries()) {
        if (chunk.status === "rejected") {
          if (!(chunk.reason instanceof SearchError)) throw chunk.reason;
          partial = true;
        } else hits.push(...read(chunk.value, new Set(wave[n].cells), plan, seen));
      }
    }
    return { hits, partial, done: next >= visits.length };
  }
}

/** The hits in the paragraphs of a chunk that reach into the cells. @param {Chunk} chunk @param {Set<number>} cells @param {Plan} plan @param {Set<unknown>} seen @returns {Hit[]} */
function read({ units, folds }, cells, { find, loose }, seen) {
  return units.flatMap((unit) => {
    let here = false;
    for (let cell = unit.from; cell <= unit.to && !here; cell++) here = cells.has(cell);
    if (!here || seen.has(unit)) return [];
    seen.add(unit);
    const whole = normal(unit.text, folds);
    const { plain, at } = loose ? loosened(whole) : whole;
    const [speech, name, speaker, date] = unit.told;
    return find(plain).map(([from, to]) => {
      const start = at[from];
      return { speech, section: section(unit, start), paragraph: unit.id, start, end: at[to - 1] + 1, name, speaker, date, text: unit.text };
    });
  });
}

/** @param {Unit} unit @param {number} offset */
function section({ sections }, offset) {
  let found = sections[0];
  for (let n = 1; n < sections.length && Number(sections[n]) <= offset; n += 2) found = sections[n + 1];
  return String(found);
}

/** The stretches of the first term, if the paragraph has all the others. @param {Term[]} must @param {Term[]} without @param {string} plain */
function verified(must, without, plain) {
  const [first, ...others] = must;
  const found = stretches(first, plain);
  const whole = found.length && others.every((term) => stretches(term, plain).length) && !without.some((term) => stretches(term, plain).length);
  return whole ? found : [];
}

/** The cells of a node's lists that a gram of `length` characters may use: those that punctuation first interrupts
 * where it does the phrase, after `run` characters; all if null. @param {import("./grams.mjs").Node | null} node @param {number} length @param {number | null} run @param {number} [depth] */
function places(node, length, run, depth = length) {
  if (!node) return { cells: [], size: 0 };
  const { inner, sizes } = node;
  const chosen = [...sizes.keys()].filter((list) => {
    if (run === null) return true;
    if (inner) return (run >= length) === (list === 0);
    return run >= length ? depth - list >= length : depth - list === run;
  });
  const cells = chosen.flatMap((list) => [...listed(node, list)]);
  return { cells: chosen.length > 1 ? cells.sort((a, b) => a - b) : cells, size: chosen.reduce((sum, list) => sum + sizes[list], 0) };
}

/** All places of a source. @param {Source} source */
const everything = async ({ grow, cells }) => (grow ? grow() : cells);

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

/** Those of the sorted `cells` that one of the sorted `others` follows by `least` to `most`. @param {number[]} cells @param {number[]} others @param {number} least @param {number} most */
function beside(cells, others, least, most) {
  let next = 0;
  return cells.filter((cell) => {
    while (next < others.length && others[next] < cell + least) next++;
    return next < others.length && others[next] <= cell + most;
  });
}

/** Neighbours of the same chunk and key together. @param {number[]} cells @param {(cell: number) => number} chunkOf @param {(cell: number) => number} keyOf */
function runs(cells, chunkOf, keyOf) {
  /** @type {{chunk: number, key: number, cells: number[]}[]} */
  const found = [];
  for (const cell of cells) {
    const [chunk, key, last] = [chunkOf(cell), keyOf(cell), found.at(-1)];
    if (last?.chunk === chunk && last.key === key) last.cells.push(cell);
    else found.push({ chunk, key, cells: [cell] });
  }
  return found;
}

/** @param {string} one @param {string} other */
function shared(one, other) {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return length;
}

/** How many wrong characters are forgiven in a phrase. @param {string} phrase */
const mistakes = (phrase) => (phrase.length < 4 ? 0 : phrase.length < 8 ? 1 : 2);

/** What a hit is sorted by. @param {Hit} hit @param {Order} order */
function context({ text, start, end }, order) {
  const characters = [...text];
  return order === "right" ? characters.slice(end).join("") : characters.slice(0, start).reverse().join("");
}
