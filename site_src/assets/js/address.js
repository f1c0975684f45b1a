// Addresses in a speech: #<anchor>, #<anchor>~<check of its text> or #<anchor>~<start>-<end>-<check of those words>.
// The same in Python, with the reasons, is generator/site/address.py.
const Address = (() => {
  const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
  const FRAGMENT = `#([hp]-[${ALPHABET}]{6})(?![0-9a-z])`
    + `(?:(?:~|%7[Ee])(?:([0-9]{1,6})-([0-9]{1,6})-)?([${ALPHABET}]{6})(?![0-9a-z]))?`;
  const ADDRESS = `speeches/([${ALPHABET}]{7})/?(?:index\\.html)?(${FRAGMENT})?(?![0-9a-z])`;

  // 32-bit FNV-1a over UTF-8, five bits a character from the lowest; the topmost two bits are not used.
  const check = (words) => {
    let hash = 0x811c9dc5;
    for (const byte of new TextEncoder().encode(words)) hash = Math.imul(hash ^ byte, 0x01000193);
    return [0, 5, 10, 15, 20, 25].map((place) => ALPHABET[(hash >>> place) & 31]).join("");
  };

  // What a fragment means: null, or { anchor, start, end, check }, undefined what it does not say.
  const parse = (fragment) => {
    const [, anchor, start, end, words] = new RegExp(`^${FRAGMENT}`).exec(fragment) ?? [];
    return anchor ? { anchor, start: start && Number(start), end: end && Number(end), check: words } : null;
  };

  // The first address in any text, from the speech's id on.
  const within = (text) => {
    const [, speech, fragment = ""] = new RegExp(ADDRESS).exec(text) ?? [];
    return speech ? `${speech}/${fragment.replace(/%7e/i, "~")}` : null;
  };

  // At which offset the words stand in the text, the nearest to where they were; -1 if they are gone.
  const found = ({ start, end, check: wanted }, text) => {
    if (start === undefined) return !wanted || check(text) === wanted ? 0 : -1;
    const characters = Array.from(text);
    const length = end - start;
    const last = characters.length - length;
    const there = (at) => at >= 0 && at <= last && check(characters.slice(at, at + length).join("")) === wanted;
    if (length <= 0) return -1;
    for (let far = 0; far <= Math.max(start, last - start); far += 1) {
      if (there(start - far)) return start - far;
      if (there(start + far)) return start + far;
    }
    return -1;
  };

  const fragment = (anchor, words, start, end) => `#${anchor}~${start === undefined ? "" : `${start}-${end}-`}${check(words)}`;

  return { check, parse, within, found, fragment };
})();
