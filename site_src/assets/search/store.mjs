// Files of the index: loaded once, checked, and loaded again after a failure.

/** @typedef {(name: string) => Promise<Uint8Array>} FetchBytes */

/** What went wrong: a file cannot be reached, or it is not what was written. */
export class SearchError extends Error {
  /** @param {"unreachable" | "damaged" | "version"} code @param {string} file @param {unknown} [cause] */
  constructor(code, file, cause) {
    super(`${code}: ${file}`, { cause });
    this.name = "SearchError";
    this.code = code;
    this.file = file;
  }
}

const HEAD = 'shard("00000000",'.length;

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

/** @param {Uint8Array} bytes */
function crc32(bytes) {
  let crc = -1;
  for (const byte of bytes) crc = TABLE[(crc ^ byte) & 255] ^ (crc >>> 8);
  return (crc ^ -1) >>> 0;
}

/** The value in a file; see docs/search-format.md. @param {Uint8Array} bytes @param {string} name @returns {any} */
function value(bytes, name) {
  const text = new TextDecoder();
  const told = /^shard\("([0-9a-f]{8})",$/.exec(text.decode(bytes.subarray(0, HEAD)));
  const json = bytes.subarray(HEAD, -1);
  if (!told || parseInt(told[1], 16) !== crc32(json)) throw new SearchError("damaged", name);
  return JSON.parse(text.decode(json));
}

/** Keeps what `make` makes of each file. @template T */
export class Store {
  /** @param {FetchBytes} fetchBytes @param {(value: any, name: string) => T} make */
  constructor(fetchBytes, make) {
    this.fetchBytes = fetchBytes;
    this.make = make;
    /** @type {Map<string, Promise<T>>} */
    this.made = new Map();
  }

  /** @param {string} name @returns {Promise<T>} */
  load(name) {
    let made = this.made.get(name);
    if (!made) {
      made = this.fresh(name);
      this.made.set(name, made);
      made.catch(() => this.made.delete(name));
    }
    return made;
  }

  /** @param {string} name @returns {Promise<T>} */
  async fresh(name) {
    let bytes;
    try {
      bytes = await this.fetchBytes(name);
    } catch (cause) {
      throw new SearchError("unreachable", name, cause);
    }
    return this.make(value(bytes, name), name);
  }
}
