// Two ways to the files of the index: over a network, and as scripts for a page opened by double click.

const PATIENCE = 20_000;

/** @param {string} base the address of the index's folder, with a slash at its end @param {{patience?: number, entry?: Promise<Response | void>}} [options] `patience` in milliseconds; an `entry` that is on its way already @returns {import("./store.mjs").FetchBytes} */
export function fetched(base, { patience = PATIENCE, entry } = {}) {
  /** @type {Map<string, Promise<Uint8Array>>} */
  const files = new Map();
  let inParts = true;

  /** @param {string} name @param {Record<string, string>} [headers] */
  const answer = async (name, headers) => {
    const early = await entry; // what is asked first is the entry
    entry = undefined;
    const found = early || (await fetch(base + name, { headers, signal: AbortSignal.timeout(patience) }));
    if (!found.ok) throw new Error(`${found.status}`);
    return { whole: found.status !== 206, bytes: new Uint8Array(await found.arrayBuffer()) };
  };
  /** Of a server that sends no parts, files are kept. @param {string} name */
  const kept = (name) => {
    const file = files.get(name) ?? answer(name).then(({ bytes }) => bytes);
    if (!inParts) files.set(name, file);
    file.catch(() => files.delete(name));
    return file;
  };

  return async (name, start, end) => {
    if (start === undefined || end === undefined) return kept(name);
    if (!inParts) return (await kept(name)).subarray(start, end);
    const { whole, bytes } = await answer(name, { Range: `bytes=${start}-${end - 1}` });
    if (!whole) return bytes;
    inParts = false;
    files.set(name, Promise.resolve(bytes));
    return bytes.subarray(start, end);
  };
}

/** @param {string} base @returns {import("./store.mjs").FetchBytes} */
export function scripted(base) {
  /** @type {WeakMap<Element, string[]>} */
  const told = new WeakMap();
  /** @type {Map<string, Promise<string[]>>} */
  const files = new Map();
  Object.assign(globalThis, {
    /** @param {string} check @param {unknown} value */
    shard(check, value) {
      told.get(document.currentScript ?? document.head)?.push(`shard("${check}",${JSON.stringify(value)})`);
    },
  });
  /** The calls in a script. @param {string} name @returns {Promise<string[]>} */
  const called = (name) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      told.set(script, []);
      script.src = base + name;
      script.onload = () => resolve(told.get(script) ?? []);
      script.onerror = () => reject(new Error(script.src));
      document.head.append(script);
      script.addEventListener("load", () => script.remove());
    });
  return async (name, start = 0, end = 0) => {
    const file = files.get(name) ?? called(name);
    if (end) files.set(name, file);
    file.catch(() => files.delete(name));
    return new TextEncoder().encode((await file)[end ? start / (end - start) : 0]);
  };
}
