// Numbers in exponential Golomb codes, high bit first (docs/search-format.md).

/** Reads numbers from base64, one after another. */
export class Bits {
  /** @param {string} base64 */
  constructor(base64) {
    const text = atob(base64);
    this.end = text.length * 8;
    this.bytes = new Uint8Array(text.length + 8);
    for (let n = 0; n < text.length; n++) this.bytes[n] = text.charCodeAt(n);
    this.at = 0;
  }

  /** The next 32 bits. */
  ahead() {
    const { at, bytes } = this;
    const byte = at >> 3;
    const word = (bytes[byte] << 24) | (bytes[byte + 1] << 16) | (bytes[byte + 2] << 8) | bytes[byte + 3];
    return at & 7 ? (word << (at & 7)) | (bytes[byte + 4] >> (8 - (at & 7))) : word;
  }

  /** The next number, which was written in `order`. @param {number} [order] */
  number(order = 0) {
    const zeros = Math.clz32(this.ahead());
    this.at += zeros;
    const width = zeros + 1 + order;
    const value = this.ahead() >>> (32 - width);
    this.at += width;
    if (this.at > this.end) throw new RangeError("no number here");
    return value - (1 << order);
  }

  /** The next `width` bits. @param {number} width */
  plain(width) {
    const value = this.ahead() >>> (32 - width);
    this.at += width;
    return value;
  }

  /** The next number of which many are 0, and then one bit. @param {number} order */
  step(order) {
    const again = this.ahead() < 0;
    this.at++;
    return again ? 0 : this.number(order) + 1;
  }

  /** The next `count` numbers. @param {number} count @param {number} [order] */
  numbers(count, order = 0) {
    const all = new Array(count);
    for (let n = 0; n < count; n++) all[n] = this.number(order);
    return all;
  }
}
