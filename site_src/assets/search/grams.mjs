// The prefix tree of grams, read a file at a time (docs/search-format.md, generator/search/grams.py).
import { Bits } from "./bits.mjs";

/** A gram is a string whose UTF-16 units are characters' numbers in the alphabet. @typedef {string} Gram */
/** A node's lists have the places without punctuation up to right behind the gram, with it there, and with it further before, one list for each place of it in a leaf. `all` are the file's cells, `hints` what follows there. */
/** @typedef {{inner: boolean, sizes: number[], kept: number[], begin: number, all: Uint32Array, hints: Uint8Array}} Node */
/** @typedef {Map<Gram, Node>} Shard */

/** How many places an inner node keeps of each list. */
export const HEAD = 12;
const INNER = 3;
const HINT = 4;
const LAST = 15;
const CHARACTER = 7;

/** @param {number} cells @param {number} size */
const orderOf = (cells, size) => Math.max(30 - Math.clz32(Math.floor(cells / Math.max(size, 1))), 0);

/** The nodes of a file. @param {string} base64 @param {Gram} first @param {number} cells @returns {Shard} */
export function shard(base64, first, cells) {
  const bits = new Bits(base64);
  const count = bits.number(10);
  const ups = bits.numbers(count - 1);
  const steps = bits.numbers(count - 1, 4);
  const inner = bits.numbers(count);
  const grams = [first];
  let gram = first;
  for (let node = 0; node < count - 1; node++) {
    const depth = gram.length + 1 - ups[node];
    const before = ups[node] ? gram.charCodeAt(depth - 1) + 1 : 0;
    gram = gram.slice(0, depth - 1) + String.fromCharCode(before + steps[node]);
    grams.push(gram);
  }
  const sizes = grams.map((each, node) => bits.numbers(inner[node] ? INNER : each.length + 1));
  const all = new Uint32Array(bits.end);
  const hints = new Uint8Array(bits.end);
  const whole = 31 - Math.clz32(cells);
  let end = 0;
  /** @type {Shard} */
  const nodes = new Map();
  for (const [node, each] of grams.entries()) {
    const kept = inner[node] ? sizes[node].map((size) => Math.min(size, HEAD)) : sizes[node];
    nodes.set(each, { inner: inner[node] > 0, sizes: sizes[node], kept, begin: end, all, hints });
    for (const [list, size] of kept.entries()) {
      const order = orderOf(cells, sizes[node][list]);
      if (!size) continue;
      let cell = bits.number(whole);
      all[end++] = cell;
      for (const stop = end + size - 1; end < stop; end++) all[end] = cell += bits.step(order);
    }
  }
  for (let n = 0; n < end; n++) hints[n] = bits.plain(2 * HINT);
  return nodes;
}

/**
 * The cells in list number `list` of a node where `rest` may follow its gram, after punctuation of the kind `mark` if
 * one is given and the list is of places where punctuation comes so early.
 * @param {Node} node @param {number} list @param {Gram} rest @param {number | null} mark
 */
export function listed({ kept, begin, all, hints }, list, rest, mark) {
  const other = list ? mark : rest.length > 1 ? rest.charCodeAt(1) & LAST : null;
  const wanted = ((rest.charCodeAt(0) & LAST) << HINT) | (other ?? 0);
  const mask = (rest ? LAST << HINT : 0) | (other === null ? 0 : LAST);
  let start = begin;
  for (let n = 0; n < list; n++) start += kept[n];
  /** @type {number[]} */
  const cells = [];
  for (let n = start; n < start + kept[list]; n++) if (!((hints[n] ^ wanted) & mask)) cells.push(all[n]);
  return cells;
}

/** The first gram of each file, in order. @param {string} base64 @param {number} count @returns {Gram[]} */
export function firstGrams(base64, count) {
  const bits = new Bits(base64);
  let gram = "";
  return Array.from({ length: count }, () => {
    const shared = bits.number();
    const added = bits.numbers(bits.number(), CHARACTER);
    return (gram = gram.slice(0, shared) + String.fromCharCode(...added));
  });
}

/** How many of the sorted `values` are `value` or less. @template {string | number} T @param {T[]} values @param {T} value */
export function upTo(values, value) {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle] <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
