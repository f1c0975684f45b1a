// The index as it lies on the server: which file has a gram, which a cell's text, which cells are a speech's.
import { Bits } from "./bits.mjs";
import { firstGrams, shard, upTo } from "./grams.mjs";
import { folding, isPunctuation, loosened, normal } from "./normal.mjs";
import { Pack, SearchError, Store } from "./store.mjs";
import { spelledOut } from "./suggest.mjs";
import { characters, read } from "./text.mjs";

/** @typedef {import("./grams.mjs").Gram} Gram @typedef {import("./grams.mjs").Node} Node */
/** @typedef {[speech: string, name: string, speaker: string, date: string]} Told */
/** @typedef {{told: Told, id: string, written: string, sections: (string | number)[], said?: import("./normal.mjs").Normal & {text: string}}} Unit a paragraph */
/** @typedef {Map<number, Unit[]>} Cells the paragraphs of each cell */
/** @typedef {{ids: string[], dates: string[], speaker: string[], place: string[], titles: number, of: (cell: number) => number}} Columns `of`: a cell's speech; titles are in cells before `titles` */
/** Values in files: how many, how many to a file, the bytes of each, and (in `Bits`) how many times as much they are given in each file, less 1. @typedef {[count: number, perFile: number, size: number, times: string]} Packed */
/** @typedef {{version: number, folder: string, characters: [number, number], alphabet: string, folds: string, grams: Packed, first: string, texts: Packed, cells: string}} Entry */

const ENTRY = "index.js";
const VERSION = 5;
/** A hint tells punctuation by so many kinds, from 1; 0 is the end of a paragraph. */
const KINDS = 15;

/** The first of each of several stretches, and the end. @param {number[]} sizes */
const starts = (sizes) => {
  let end = 0;
  return [0, ...sizes.map((size) => (end += size))];
};

export class Archive {
  /** @param {import("./store.mjs").FetchBytes} fetchBytes @param {Entry} entry */
  constructor(fetchBytes, entry) {
    this.folder = entry.folder;
    this.first = firstGrams(entry.first, entry.grams[0]);
    const { printed, alphabet } = characters(entry.alphabet, entry.characters);
    this.printed = printed;
    this.alphabet = alphabet;
    this.marks = new Map([...alphabet.keys()].filter(isPunctuation).map((mark, n) => [mark, 1 + (n % KINDS)]));
    this.folds = folding(entry.folds);
    this.starts = starts(new Bits(entry.cells).numbers(entry.texts[0]).map((more) => more + 1));
    this.cells = this.starts.at(-1) ?? 0;
    this.grams = new Pack(fetchBytes, `${entry.folder}/g`, entry.grams, (value, part) => shard(value, this.first[part], this.cells));
    this.texts = new Pack(fetchBytes, `${entry.folder}/t`, entry.texts, (value, part) => this.cellsOf(value, this.starts[part]));
    this.values = new Store(fetchBytes, (value) => value);
  }

  /** @param {import("./store.mjs").FetchBytes} fetchBytes */
  static async open(fetchBytes) {
    /** @type {Entry} */
    const entry = await new Store(fetchBytes, (value) => value).load(ENTRY);
    if (entry.version !== VERSION) throw new SearchError("version", ENTRY);
    return new Archive(fetchBytes, entry);
  }

  /** `text` as it is searched; the table of traditional characters is fetched only for one that the archive lacks. @param {string} text @param {boolean} loose */
  async normal(text, loose) {
    let found = normal(text, this.folds);
    if ([...found.plain].some((character) => !isPunctuation(character) && !this.alphabet.has(character))) {
      found = normal(text, folding(await this.values.load(`${this.folder}/folds.js`)));
    }
    return (loose ? loosened(found) : found).plain;
  }

  /** The parts that may have grams that begin with `gram`, as a half-open range. @param {Gram} gram @returns {[number, number]} */
  range(gram) {
    return [Math.max(upTo(this.first, gram) - 1, 0), upTo(this.first, `${gram}\uffff`)];
  }

  /** The node at which `gram` ends or that ends first, if any. @param {Gram} gram @returns {Promise<{node: Node, depth: number} | null>} */
  async find(gram) {
    const nodes = await this.grams.load(this.range(gram)[0]);
    for (let depth = gram.length; depth > 0; depth--) {
      const node = nodes.get(gram.slice(0, depth));
      if (node && (depth === gram.length || !node.inner)) return { node, depth };
    }
    return null;
  }

  /** All leaves under `gram`. @param {Gram} gram */
  async leaves(gram) {
    const [start, end] = this.range(gram);
    const shards = await Promise.all(Array.from({ length: end - start }, (_, n) => this.grams.load(start + n)));
    return shards.flatMap((nodes) => [...nodes].filter(([each, node]) => !node.inner && each.startsWith(gram)));
  }

  /** The number of the part that has `cell`. @param {number} cell */
  partWith(cell) {
    return upTo(this.starts, cell) - 1;
  }

  /** What a paragraph says, and that as it is searched; kept for the next query. @param {Unit} unit */
  said(unit) {
    if (!unit.said) {
      const text = read(unit.written, this.printed);
      unit.said = { text, ...normal(text, this.folds) };
    }
    return unit.said;
  }

  /** @param {any[]} stretches @param {number} start @returns {Cells} */
  cellsOf(stretches, start) {
    /** @type {Cells} */
    const found = new Map();
    for (const [speech, name, speaker, date, ...cells] of stretches) {
      /** @type {Told} */
      const told = [speech, read(name, this.printed), read(speaker, this.printed), date];
      let before = "";
      for (const cell of cells) {
        /** @type {Unit[]} */
        const units = [];
        for (const [id, written, ...sections] of cell) {
          if (!sections.length) sections.push(before);
          before = sections.at(-1);
          units.push({ told, id, written, sections });
        }
        found.set(start++, units);
      }
    }
    return found;
  }

  /** @returns {Promise<Columns>} */
  async columns() {
    const [ids, dates, speakers, places, cells] = await this.values.load(`${this.folder}/speeches.js`);
    const begin = starts(cells.flat());
    /** @param {[string[], number[]]} numbered */
    const plain = ([values, numbers]) => numbers.map((each) => values[each]);
    /** @param {number} cell */
    const of = (cell) => (upTo(begin, cell) - 1) % ids.length;
    return { ids, dates, speaker: plain(speakers), place: plain(places), titles: begin[ids.length], of };
  }

  /** @returns {Promise<import("./suggest.mjs").Suggestion[]>} */
  async suggestions() {
    const [syllables, forms] = await this.values.load(`${this.folder}/suggestions.js`);
    return spelledOut(syllables, forms, this.folds);
  }

  /** @returns {Promise<[id: string, form: string, variants: string[], steps: number[]][]>} */
  slogans() {
    return this.values.load(`${this.folder}/slogans.js`);
  }
}
