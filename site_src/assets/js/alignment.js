// Two outlines, or two wordings, side by side.
const Alignment = (() => {
  const LEAST = 0.35; // titles less alike than this do not stand in one line
  const LARGE = 4e6; // wordings whose lengths multiply to more are not compared inside

  // Rows of pairs from one sequence each, `weight(a, b)` to be as great as possible in all; null where one has no mate.
  const paired = (ones, others, weight) => {
    const best = Array.from({ length: ones.length + 1 }, () => new Float64Array(others.length + 1));
    const weights = ones.map((one) => others.map((other) => weight(one, other)));
    for (let i = ones.length - 1; i >= 0; i--) {
      for (let j = others.length - 1; j >= 0; j--) {
        const both = weights[i][j] > 0 ? weights[i][j] + best[i + 1][j + 1] : 0;
        best[i][j] = Math.max(both, best[i + 1][j], best[i][j + 1]);
      }
    }
    const rows = [];
    for (let [i, j] = [0, 0]; i < ones.length || j < others.length;) {
      const together = i < ones.length && j < others.length && weights[i][j] > 0;
      if (together && best[i][j] === weights[i][j] + best[i + 1][j + 1]) rows.push([ones[i++], others[j++]]);
      else if (j === others.length || (i < ones.length && best[i][j] === best[i + 1][j])) rows.push([ones[i++], null]);
      else rows.push([null, others[j++]]);
    }
    return { rows, total: best[0][0] };
  };

  const LABEL = /^(?:[（(]?[一二三四五六七八九十百\d]+[）)]?[、.．]?(?:是|要)?|第[一二三四五六七八九十]+[，、]?)/u;
  const pairs = (title) => {
    const said = title.replace(LABEL, "").match(/[\p{L}\p{N}]/gu) ?? [];
    return said.slice(1).map((character, n) => said[n] + character);
  };

  // How alike two titles are, their numbers aside: the Dice coefficient of their pairs of characters.
  const alike = (one, other) => {
    const [a, b] = [pairs(one), pairs(other)];
    if (!a.length || !b.length) return Number(one === other);
    const left = new Map();
    for (const pair of a) left.set(pair, (left.get(pair) ?? 0) + 1);
    let common = 0;
    for (const pair of b) {
      const count = left.get(pair) ?? 0;
      if (count) {
        left.set(pair, count - 1);
        common++;
      }
    }
    return (2 * common) / (a.length + b.length);
  };

  // [level, anchor, words] in printed order as nodes { anchor, words, below }.
  const tree = (outline) => {
    const root = { level: 0, below: [] };
    const open = [root];
    for (const [level, anchor, words] of outline) {
      const node = { level, anchor, words, below: [] };
      while (open.length > 1 && open.at(-1).level >= level) open.pop();
      open.at(-1).below.push(node);
      open.push(node);
    }
    return root.below;
  };

  // Rows [depth, node or null, node or null]: what stands under paired heads is paired in its turn. Heads are paired
  // if their titles are alike, or if what stands under them is.
  const outlines = (ours, theirs) => {
    const known = new Map();
    const weigh = (one, other) => {
      if (!known.has(one)) known.set(one, new Map());
      const row = known.get(one);
      if (!row.has(other)) {
        const below = paired(one.below, other.below, weigh).total;
        const title = alike(one.words, other.words);
        row.set(other, title >= LEAST || below >= 1 ? title + below : 0);
      }
      return row.get(other);
    };
    const all = (nodes, depth, left) => nodes.flatMap((node) => [
      left ? [depth, node, null] : [depth, null, node], ...all(node.below, depth + 1, left),
    ]);
    const told = (ones, others, depth) => paired(ones, others, weigh).rows.flatMap(([one, other]) => {
      if (one && other) return [[depth, one, other], ...told(one.below, other.below, depth + 1)];
      return one ? all([one], depth, true) : all([other], depth, false);
    });
    return told(tree(ours), tree(theirs), 0);
  };

  // What of two wordings is equal: [equal, stretch of one, stretch of the other] in order (longest common subsequence).
  const wordings = (one, other) => {
    const [a, b] = [Array.from(one), Array.from(other)];
    let [from, endA, endB] = [0, a.length, b.length];
    while (from < endA && from < endB && a[from] === b[from]) from++;
    const large = () => (endA - from) * (endB - from) > LARGE;
    while (large() && a[endA - 1] === b[endB - 1]) [endA, endB] = [endA - 1, endB - 1];
    const told = [];
    const tell = (equal, ours, theirs) => {
      if (!ours && !theirs) return;
      const last = told.at(-1);
      if (last?.[0] === equal) [last[1], last[2]] = [last[1] + ours, last[2] + theirs];
      else told.push([equal, ours, theirs]);
    };
    const head = a.slice(0, from).join("");
    const tail = a.slice(endA).join("");
    tell(true, head, head);
    const [left, right] = [a.slice(from, endA), b.slice(from, endB)];
    if (large()) tell(false, left.join(""), right.join(""));
    else {
      const longest = Array.from({ length: left.length + 1 }, () => new Uint16Array(right.length + 1));
      for (let i = left.length - 1; i >= 0; i--) {
        for (let j = right.length - 1; j >= 0; j--) {
          longest[i][j] = left[i] === right[j] ? longest[i + 1][j + 1] + 1 : Math.max(longest[i + 1][j], longest[i][j + 1]);
        }
      }
      for (let [i, j] = [0, 0]; i < left.length || j < right.length;) {
        if (i < left.length && j < right.length && left[i] === right[j]) tell(true, left[i++], right[j++]);
        else if (j === right.length || (i < left.length && longest[i + 1][j] >= longest[i][j + 1])) tell(false, left[i++], "");
        else tell(false, "", right[j++]);
      }
    }
    tell(true, tail, tail);
    return told;
  };

  return { alike, outlines, wordings };
})();
