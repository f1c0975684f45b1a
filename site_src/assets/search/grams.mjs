// The prefix tree of grams, read a file at a time (docs/search-format.md, generator/search/grams.py).
import { Bits } from "./bits.mjs";

/** A gram is a string whose UTF-16 units are characters' numbers in the alphabet. @typedef {string} Gram */
/** List b has the places whose gram punctuation first interrupts b characters before its end; `all` are the file's cells. */
/** @typedef {{inner: boolean, sizes: number[], kept: number[], begin: number, all: Uint32Array}} Node */
/** @typedef {Map<Gram, Node>} Shard */

const HEAD = 32;

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
  const sizes = grams.map((each, node) => bits.numbers(inner[node] ? 2 : each.length));
  const all = new Uint32Array(bits.end);
  let end = 0;
  /** @type {Shard} */
  const nodes = new Map();
  for (const [node, each] of grams.entries()) {
    const kept = inner[node] ? sizes[node].map((size) => Math.min(size, HEAD)) : sizes[node];
    nodes.set(each, { inner: inner[node] > 0, sizes: sizes[node], kept, begin: end, all });
    for (const [list, size] of kept.entries()) {
      const order = orderOf(cells, sizes[node][list]);
      let cell = 0;
      for (const stop = end + size; end < stop; end++) all[end] = cell += bits.number(order);
    }
  }
  return nodes;
}

/** The cells in list number `list` of a node. @param {Node} node @param {number} list */
export function listed({ kept, begin, all }, list) {
  let start = begin;
  for (let n = 0; n < list; n++) start += kept[n];
  return all.subarray(start, start + kept[list]);
}

/** The first gram of each file, in order. @param {string} base64 @param {number} count @returns {Gram[]} */
export function firstGrams(base64, count) {
  const bits = new Bits(base64);
  let gram = "";
  return Array.from({ length: count }, () => {
    const shared = bits.number();
    const added = bits.numbers(bits.number(), 10);
    return (gram = gram.slice(0, shared) + String.fromCharCode(...added));
  });
}

/** The number of each character. @param {string} base64 @param {number} count @returns {Map<string, string>} */
export function alphabet(base64, count) {
  const bits = new Bits(base64);
  let code = 0;
  return new Map(
    Array.from({ length: count }, (_, n) => {
      code += bits.number(3) + 1;
      return [String.fromCodePoint(code), String.fromCharCode(n + 1)];
    }),
  );
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
