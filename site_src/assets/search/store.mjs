// Files of the index and their parts: loaded once, checked, and loaded again after a failure.
import { Bits } from "./bits.mjs";

/** Gives a file, or its bytes from `start` to `end`. @typedef {(name: string, start?: number, end?: number) => Promise<Uint8Array>} FetchBytes */

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
const FILL = 10;

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

/** The value in a part of a file, without what fills it up; see docs/search-format.md. @param {Uint8Array} bytes @param {string} name @returns {any} */
function value(bytes, name) {
  const text = new TextDecoder();
  let end = bytes.length;
  while (bytes[end - 1] === FILL) end--;
  const told = /^shard\("([0-9a-f]{8})",$/.exec(text.decode(bytes.subarray(0, HEAD)));
  const json = bytes.subarray(HEAD, end - 1);
  if (!told || parseInt(told[1], 16) !== crc32(json)) throw new SearchError("damaged", name);
  return JSON.parse(text.decode(json));
}

/** Keeps what `make` makes of each file, or of each part of a file. @template T */
export class Store {
  /** @param {FetchBytes} fetchBytes @param {(value: any, name: string, part: number) => T} make */
  constructor(fetchBytes, make) {
    this.fetchBytes = fetchBytes;
    this.make = make;
    /** @type {Map<string, Promise<T>>} */
    this.made = new Map();
  }

  /** What stands in a file, or in its part number `part` if parts have `size` bytes. @param {string} name @param {number} [part] @param {number} [size] @returns {Promise<T>} */
  load(name, part = 0, size = 0) {
    const key = `${name} ${part}`;
    let made = this.made.get(key);
    if (!made) {
      made = this.fresh(name, part, size);
      this.made.set(key, made);
      made.catch(() => this.made.delete(key));
    }
    return made;
  }

  /** @param {string} name @param {number} part @param {number} size @returns {Promise<T>} */
  async fresh(name, part, size) {
    if (size) {
      try {
        return this.make(value(await this.fetchBytes(name, part * size, part * size + size), name), name, part);
      } catch {
        // a server that knows no parts, or sends wrong ones, may still have the file
      }
    }
    let bytes;
    try {
      bytes = await this.fetchBytes(name);
    } catch (cause) {
      throw new SearchError("unreachable", name, cause);
    }
    return this.make(value(size ? bytes.subarray(part * size, part * size + size) : bytes, name), name, part);
  }
}

/** Values of one kind, packed into files. @template T */
export class Pack {
  /** @param {FetchBytes} fetchBytes @param {string} path what its files' names begin with @param {import("./archive.mjs").Packed} packed @param {(value: any, number: number) => T} make */
  constructor(fetchBytes, path, [count, perFile, size, times], make) {
    this.path = path;
    this.perFile = perFile;
    this.sizes = new Bits(times).numbers(Math.ceil(count / perFile)).map((more) => (perFile > 1 ? (more + 1) * size : 0));
    this.store = new Store(fetchBytes, (value, name, part) => make(value, Number(name.slice(path.length, -".js".length)) * perFile + part));
  }

  /** @param {number} number @returns {Promise<T>} */
  load(number) {
    const file = Math.floor(number / this.perFile);
    return this.store.load(`${this.path}${file}.js`, number % this.perFile, this.sizes[file]);
  }
}
