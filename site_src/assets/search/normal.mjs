// The text as it is searched; generator/search/normal.py is its twin.

/** @typedef {{plain: string, at: number[]}} Normal `at`: where each UTF-16 unit stands in the original, in characters */

const WORD = /[0-9a-zß-öø-ɏ]/;
const DROPPED = /[\p{Z}\p{Cc}\p{Cf}]/u;
const PUNCTUATION = /\p{P}/u;

/** @type {Map<string, string>} */
const known = new Map();

/** A character without its width and case, empty for a blank. @param {string} character */
function folded(character) {
  let plain = known.get(character);
  if (plain === undefined) {
    const code = character.codePointAt(0) ?? 0;
    const narrow = code > 0xff00 && code < 0xff5f ? String.fromCharCode(code - 0xfee0) : character;
    const lower = narrow.toLowerCase();
    plain = [...lower].length === 1 ? lower : narrow;
    if (DROPPED.test(plain)) plain = "";
    known.set(character, plain);
  }
  return plain;
}

/** @param {string} text @param {Map<string, string>} folds each traditional character's simplified one @returns {Normal} */
export function normal(text, folds) {
  let plain = "";
  let offset = 0;
  let inWord = false;
  const at = [];
  for (const raw of text) {
    const single = folded(raw);
    const character = folds.get(single) ?? single;
    const word = character < "ɐ" && WORD.test(character);
    if (word && !inWord) {
      plain += " ";
      at.push(offset);
    }
    plain += character;
    for (let unit = 0; unit < character.length; unit++) at.push(offset);
    inWord = word;
    offset++;
  }
  return { plain, at };
}

/** Without punctuation. @param {Normal} whole @returns {Normal} */
export function loosened(whole) {
  let plain = "";
  let index = 0;
  const at = [];
  for (const character of whole.plain) {
    if (!isPunctuation(character)) {
      plain += character;
      for (let unit = 0; unit < character.length; unit++) at.push(whole.at[index + unit]);
    }
    index += character.length;
  }
  return { plain, at };
}

/** @param {string} character */
export function isPunctuation(character) {
  return (character < "一" || character > "鿿") && PUNCTUATION.test(character);
}

/** Each first character with the second, from `"後后裏里…"`. @param {string} pairs @returns {Map<string, string>} */
export function folding(pairs) {
  const characters = [...pairs];
  return new Map(characters.flatMap((one, n) => (n % 2 ? [] : [[one, characters[n + 1]]])));
}
