// What is asked on the search page, and its address: every state of the page has one.
/** @typedef {{q: string, loose: boolean, fuzzy: boolean, order: "rank" | "date" | "left" | "right", shown: number, filters: Record<string, string>}} Asked */
const State = (() => {
  const FACETS = ["speaker", "year", "place", "slogan"];
  const PAGE = 50;
  const ORDERS = ["rank", "date", "left", "right"];

  /** @returns {Asked} */
  const read = () => {
    const asked = new URLSearchParams(location.search);
    const given = FACETS.filter((facet) => asked.get(facet)).map((facet) => [facet, asked.get(facet)]);
    const order = asked.get("order");
    return {
      q: asked.get("q") ?? "",
      loose: asked.has("loose"),
      fuzzy: asked.has("fuzzy"),
      order: /** @type {Asked["order"]} */ (ORDERS.find((each) => each === order) ?? "rank"),
      shown: Math.max(Number(asked.get("shown")) || 0, PAGE),
      filters: Object.fromEntries(given),
    };
  };

  /** The state's address; what goes without saying is left out. @param {Asked} state */
  const address = ({ q, loose, fuzzy, order, shown, filters }) => {
    const told = new URLSearchParams(q ? { q } : {});
    if (loose) told.set("loose", "1");
    if (fuzzy) told.set("fuzzy", "1");
    if (order !== "rank") told.set("order", order);
    for (const [facet, value] of Object.entries(filters)) told.set(facet, value);
    if (shown > PAGE) told.set("shown", String(shown));
    return location.pathname + (String(told) && `?${told}`);
  };

  return { FACETS, PAGE, read, address };
})();
