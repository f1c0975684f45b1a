// The archive's characters and its text, written in one, two or four letters for each (docs/search-format.md).
import { Bits } from "./bits.mjs";

const LETTERS = Array.from({ length: 95 }, (_, n) => String.fromCharCode(32 + n)).filter((letter) => !'"\\'.includes(letter));
const BASE = LETTERS.length;
const SINGLES = 40;
const ORDER = 8;
const VALUES = new Uint8Array(128);
for (const [value, letter] of LETTERS.entries()) VALUES[letter.charCodeAt(0)] = value;

/** All characters by their numbers, and the alphabet: the number of each that grams have, as a UTF-16 unit. @param {string} base64 @param {[number, number]} counts of all characters and of those that are only printed */
export function characters(base64, [all, silent]) {
  const bits = new Bits(base64);
  /** @type {string[]} */
  const printed = [];
  for (let size = SINGLES, order = ORDER; printed.length < all; size = size < BASE ? BASE : 2 * size, order = Math.max(order - 1, 0)) {
    let code = -1;
    for (const step of bits.numbers(Math.min(size, all - printed.length), order)) printed.push(String.fromCodePoint((code += step + 1)));
  }
  const quiet = new Set();
  let at = -1;
  for (const step of bits.numbers(silent, ORDER / 2)) quiet.add((at += step + 1));
  /** @type {Map<string, string>} */
  const alphabet = new Map();
  for (const [n, character] of printed.entries()) if (!quiet.has(n)) alphabet.set(character, String.fromCharCode(alphabet.size + 1));
  return { printed, alphabet };
}

/** What is written. @param {string} written @param {string[]} printed */
export function read(written, printed) {
  let text = "";
  let at = 0;
  const next = () => VALUES[written.charCodeAt(at++)];
  while (at < written.length) {
    let number = next();
    if (number === BASE - 1) number = SINGLES + (BASE - 1 - SINGLES) * BASE + (next() * BASE + next()) * BASE + next();
    else if (number >= SINGLES) number = SINGLES + (number - SINGLES) * BASE + next();
    text += printed[number];
  }
  return text;
}
