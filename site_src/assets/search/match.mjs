// What a paragraph must hold: the last word on every hit.

/** @typedef {import("./query.mjs").Term} Term */
/** @typedef {[start: number, end: number]} Stretch UTF-16 units of the normalised paragraph */

const GAP = "[^。!?;…]{0,8}?";

/** Where `term`, its parts normalised, stands in `plain`. @param {Term} term @param {string} plain @returns {Stretch[]} */
export function stretches(term, plain) {
  const found = places(term.parts, plain);
  if (!term.near || !found.length) return found;
  const others = stretches(term.near, plain);
  return found.flatMap(([start, end]) => {
    const near = others.filter((other) => other[0] >= end ? other[0] - end <= term.within : start >= other[1] && start - other[1] <= term.within);
    return near.slice(0, 1).map((other) => /** @type {Stretch} */ ([Math.min(start, other[0]), Math.max(end, other[1])]));
  });
}

/** @param {string[]} parts @param {string} plain @returns {Stretch[]} */
function places(parts, plain) {
  /** @type {Stretch[]} */
  const found = [];
  if (parts.length === 1) {
    for (let at = plain.indexOf(parts[0]); at >= 0; at = plain.indexOf(parts[0], at + 1)) found.push([at, at + parts[0].length]);
    return found;
  }
  const pattern = new RegExp(parts.map((part) => part.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")).join(GAP), "gu");
  for (let match = pattern.exec(plain); match; match = pattern.exec(plain)) {
    found.push([match.index, match.index + match[0].length]);
    pattern.lastIndex = match.index + 1;
  }
  return found;
}

/**
 * Where `plain` has `phrase` with at most `wrong` characters changed, missing or too many (Sellers 1980): of
 * overlapping places the best.
 * @param {string} phrase @param {string} plain @param {number} wrong @returns {Stretch[]}
 */
export function resembling(phrase, plain, wrong) {
  let costs = Array.from({ length: phrase.length + 1 }, (_, n) => n);
  let starts = costs.map(() => 0);
  /** @type {{stretch: Stretch, cost: number}[]} */
  const found = [];
  for (let at = 0; at < plain.length; at++) {
    const cost = [0];
    const start = [at + 1];
    for (let n = 1; n <= phrase.length; n++) {
      const same = costs[n - 1] + (phrase[n - 1] === plain[at] ? 0 : 1);
      const least = Math.min(same, costs[n] + 1, cost[n - 1] + 1);
      cost.push(least);
      start.push(least === same ? starts[n - 1] : least === costs[n] + 1 ? starts[n] : start[n - 1]);
    }
    const last = found.at(-1);
    const here = { stretch: /** @type {Stretch} */ ([start[phrase.length], at + 1]), cost: cost[phrase.length] };
    if (here.cost <= wrong) {
      if (!last || last.stretch[1] <= here.stretch[0]) found.push(here);
      else if (here.cost < last.cost) found[found.length - 1] = here;
    }
    costs = cost;
    starts = start;
  }
  return found.map(({ stretch }) => stretch);
}
