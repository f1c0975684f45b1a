// What the search box proposes while one types.
import { resembling } from "./match.mjs";
import { loosened, normal } from "./normal.mjs";

/** @typedef {[kind: "slogan" | "speaker" | "head", form: string, pinyin: string, speeches: number, id?: string]} Suggestion `id` of a slogan */

/** @param {string} text */
const plainly = (text) => loosened(normal(text, new Map())).plain.replaceAll(" ", "");

/** @typedef {[kind: "slogan" | "speaker" | "head", form: string, speeches: number, id?: string, pinyin?: string]} Written */

/** Suggestions with the pinyin that is only told where it is not the usual one. @param {[string, string][]} syllables each with its characters @param {Written[]} forms @param {Map<string, string>} folds @returns {Suggestion[]} */
export function spelledOut(syllables, forms, folds) {
  const usual = new Map(syllables.flatMap(([syllable, characters]) => [...characters].map((character) => [character, syllable])));
  return forms.map(([kind, form, speeches, id, pinyin]) => {
    const told = pinyin ?? [...normal(form, folds).plain].flatMap((character) => usual.get(character) ?? []).join(" ");
    return id ? [kind, form, told, speeches, id] : [kind, form, told, speeches];
  });
}

/** Forms that begin with what is `typed`, or contain it, or whose pinyin or its initials do begin so. @param {Suggestion[]} all @param {string} typed @param {number} limit */
export function suggested(all, typed, limit) {
  const plain = plainly(typed);
  if (!plain) return [];
  const ranks = all.map(([, form, pinyin]) => {
    const at = plainly(form).indexOf(plain);
    if (at >= 0) return at ? 1 : 0;
    const initials = pinyin.replace(/(\S)\S*\s?/g, "$1");
    return pinyin.replaceAll(" ", "").startsWith(plain) || initials.startsWith(plain) ? 2 : 3;
  });
  const order = [0, 1, 2].flatMap((rank) => all.filter((_, n) => ranks[n] === rank));
  return order.slice(0, limit);
}

/** Forms that differ in one character from what is `typed`. @param {Suggestion[]} all @param {string} typed @param {number} limit */
export function alike(all, typed, limit) {
  const plain = plainly(typed);
  const near = all.map(([, form]) => form).filter((form) => Math.abs(form.length - plain.length) < 2 && resembling(plain, plainly(form), 1).length);
  return near.slice(0, limit);
}
