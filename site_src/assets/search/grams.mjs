// The prefix tree of grams, read a part at a time (docs/search-format.md, generator/search/grams.py).
import { Bits } from "./bits.mjs";

/** A gram is a string whose UTF-16 units are characters' numbers in the alphabet. @typedef {string} Gram */
/** A node's lists have the places without punctuation up to right behind the gram, with it there, and with it further before, one list for each place of it in a leaf. */
/** @typedef {Map<Gram, Node>} Shard */

/** How many places an inner node keeps of each list. */
export const HEAD = 12;
const INNER = 3;
const HINT = 4;
const LAST = 15;
const CHARACTER = 7;

/** @param {number} room @param {number} places */
const orderOf = (room, places) => Math.max(30 - Math.clz32(Math.floor(room / places)), 0);

/** The nodes of a part. @param {string} base64 @param {Gram} first @param {number} cells @returns {Shard} */
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
  const begins = new Uint32Array(count + 1);
  for (let node = 0; node < count; node++) begins[node + 1] = begins[node] + (inner[node] ? INNER : grams[node].length + 1);
  const block = blockOf(bits, cells, begins, inner);
  return new Map(grams.map((each, node) => [each, new Node(inner[node] > 0, block, begins[node], begins[node + 1])]));
}

/** The lists of all nodes: how many places each has, its groups (places where the same follows), and the cells of each group. */
/** @typedef {{sizes: Uint32Array, groups: Uint32Array, hints: Uint8Array, starts: Uint32Array, cells: Uint32Array}} Block */

export class Node {
  /** @param {boolean} inner @param {Block} block @param {number} first its first list @param {number} end */
  constructor(inner, block, first, end) {
    this.inner = inner;
    this.block = block;
    this.first = first;
    this.sizes = block.sizes.subarray(first, end);
  }
}

/** @param {Bits} bits @param {number} cells @param {Uint32Array} begins each node's first list @param {number[]} inner @returns {Block} */
function blockOf(bits, cells, begins, inner) {
  const count = begins[begins.length - 1];
  const [sizes, kept, groups] = [new Uint32Array(count), new Uint32Array(count), new Uint32Array(count + 1)];
  for (let list = 0; list < count; list++) sizes[list] = bits.number();
  for (let list = 0, node = 0; list < count; list++) {
    if (list === begins[node + 1]) node++;
    kept[list] = inner[node] ? Math.min(sizes[list], HEAD) : sizes[list];
    groups[list + 1] = groups[list] + (kept[list] > 1 ? bits.number() + 1 : kept[list]);
  }
  const [hints, starts] = [new Uint8Array(groups[count]), new Uint32Array(groups[count] + 1)];
  for (let list = 0; list < count; list++) {
    for (let group = groups[list]; group < groups[list + 1]; group++) hints[group] = group > groups[list] ? hints[group - 1] + 1 + bits.number(4) : bits.plain(2 * HINT);
  }
  for (let list = 0, end = 0; list < count; list++) {
    end += kept[list];
    for (let group = groups[list]; group < groups[list + 1]; group++) starts[group + 1] = group + 1 < groups[list + 1] ? starts[group] + bits.number() + 1 : end;
  }
  const all = new Uint32Array(starts[groups[count]]);
  const whole = 31 - Math.clz32(cells);
  for (let list = 0; list < count; list++) {
    for (let group = groups[list]; group < groups[list + 1]; group++) {
      const [start, end] = [starts[group], starts[group + 1]];
      const order = orderOf(cells * kept[list], sizes[list] * (end - start));
      let cell = (all[start] = bits.number(whole));
      for (let n = start + 1; n < end; n++) all[n] = cell += bits.step(order);
    }
  }
  return { sizes, groups, hints, starts, cells: all };
}

/**
 * The cells in list number `list` of a node where `rest` may follow its gram, after punctuation of the kind `mark` if
 * one is given and the list is of places where punctuation comes so early.
 * @param {Node} node @param {number} list @param {Gram} rest @param {number | null} mark
 */
export function listed({ block, first }, list, rest, mark) {
  const other = list ? mark : rest.length > 1 ? rest.charCodeAt(1) & LAST : null;
  const wanted = ((rest.charCodeAt(0) & LAST) << HINT) | (other ?? 0);
  const mask = (rest ? LAST << HINT : 0) | (other === null ? 0 : LAST);
  const { groups, hints, starts, cells } = block;
  /** @type {number[]} */
  const found = [];
  for (let group = groups[first + list]; group < groups[first + list + 1]; group++) {
    if (!((hints[group] ^ wanted) & mask)) found.push(...cells.subarray(starts[group], starts[group + 1]));
  }
  return found;
}

/** The first gram of each part, in order. @param {string} base64 @param {number} count @returns {Gram[]} */
export function firstGrams(base64, count) {
  const bits = new Bits(base64);
  let gram = "";
  return Array.from({ length: count }, () => {
    const shared = bits.number();
    let added = bits.number();
    const before = gram.charCodeAt(shared) + 1;
    gram = gram.slice(0, shared);
    if (before) (gram += String.fromCharCode(before + bits.number(5))), added--;
    return (gram += String.fromCharCode(...bits.numbers(added, CHARACTER)));
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
