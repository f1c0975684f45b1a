// Hits over time: a bar a year, and the same numbers as a table.
const Years = (() => {
  const [WIDTH, HEIGHT, GAP] = [100, 24, 0.2];
  const svg = (/** @type {string} */ tag, /** @type {Record<string, string>} */ attributes, /** @type {Node[]} */ ...children) => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...children);
    return made;
  };

  /** Every year from the first to the last with its count. @param {Map<string, number>} counts @returns {[string, number][]} */
  const series = (counts) => {
    const years = [...counts.keys()].filter(Boolean).map(Number);
    if (!years.length) return [];
    const first = Math.min(...years);
    return Array.from({ length: Math.max(...years) - first + 1 }, (_, n) => [String(first + n), counts.get(String(first + n)) ?? 0]);
  };

  /** @param {[string, number][]} years */
  const bars = (years) => {
    const most = Math.max(...years.map(([, count]) => count));
    const step = WIDTH / years.length;
    const bar = (/** @type {[string, number]} */ [year, count], /** @type {number} */ n) => {
      const height = (HEIGHT * count) / most;
      const name = svg("title", {}, document.createTextNode(`${year} · ${count}`));
      return svg("rect", { x: `${n * step}`, y: `${HEIGHT - height}`, width: `${step * (1 - GAP)}`, height: `${height}` }, name);
    };
    const [[first], [last]] = [years[0], years[years.length - 1]];
    const label = `${words.years}：${first}–${last}`;
    return svg("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: "none", role: "img", "aria-label": label }, ...years.map(bar));
  };

  /** @param {Map<string, number>} counts */
  const table = (counts) => {
    const row = ([year, count]) => make("tr", {}, make("td", {}, year || words.unknown), make("td", {}, String(count)));
    const head = make("tr", {}, make("th", { scope: "col" }, words.year), make("th", { scope: "col" }, words.count));
    return make("table", {}, make("thead", {}, head), make("tbody", {}, ...[...counts].sort().map(row)));
  };

  /** Nothing for hits of one year only. @param {Map<string, number>} counts */
  const chart = (counts) => {
    const years = series(counts);
    if (years.length < 2) return [];
    const ends = make("p", { class: "ends", "aria-hidden": "true" }, make("span", {}, years[0][0]), make("span", {}, years[years.length - 1][0]));
    const data = make("details", {}, make("summary", {}, words.yearTable), table(counts));
    return [make("section", { class: "years" }, make("h2", {}, words.years), bars(years), ends, data)];
  };

  return { chart };
})();
