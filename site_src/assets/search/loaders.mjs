// Two ways to the files of the index: over a network, and as scripts for a page opened by double click.

const PATIENCE = 20_000;

/** @param {string} base the address of the index's folder, with a slash at its end @returns {import("./store.mjs").FetchBytes} */
export function fetched(base) {
  return async (name) => {
    const answer = await fetch(base + name, { signal: AbortSignal.timeout(PATIENCE) });
    if (!answer.ok) throw new Error(`${answer.status}`);
    return new Uint8Array(await answer.arrayBuffer());
  };
}

/** @param {string} base @returns {import("./store.mjs").FetchBytes} */
export function scripted(base) {
  /** @type {WeakMap<Element, string>} */
  const told = new WeakMap();
  Object.assign(globalThis, {
    /** @param {string} check @param {unknown} value */
    shard(check, value) {
      if (document.currentScript) told.set(document.currentScript, `shard("${check}",${JSON.stringify(value)})`);
    },
  });
  return (name) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = base + name;
      script.onload = () => resolve(new TextEncoder().encode(told.get(script) ?? ""));
      script.onerror = () => reject(new Error(script.src));
      document.head.append(script);
      script.addEventListener("load", () => script.remove());
    });
}
