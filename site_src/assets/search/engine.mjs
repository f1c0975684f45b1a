// Exact search in the index's files: candidates by grams, every hit verified in the text (docs/search-format.md).
import { Archive } from "./archive.mjs";
import { facets } from "./filters.mjs";
import { planned } from "./plan.mjs";
import { everything } from "./sources.mjs";
import { SearchError } from "./store.mjs";
import { alike, suggested } from "./suggest.mjs";
import { context, walk } from "./walk.mjs";

export { SearchError };

/** @typedef {import("./plan.mjs").Options} Options @typedef {import("./walk.mjs").Hit} Hit */
/** @typedef {{total: number, exact: boolean, hits: Hit[], partial: boolean}} Found `total` counts all hits if `exact`, else it is at least so many; `partial`: a file failed */
/** @typedef {Awaited<ReturnType<typeof facets>> & {total: number, partial: boolean}} Tally */

/** Opens the index; `fetchBytes` gives the bytes of a file of its folder. @param {import("./store.mjs").FetchBytes} fetchBytes */
export async function openIndex(fetchBytes) {
  return new Index(await Archive.open(fetchBytes));
}

class Index {
  /** @param {Archive} archive */
  constructor(archive) {
    this.archive = archive;
  }

  /** The hits `offset` to `offset + limit`. @param {string} text @param {Options} [options] @returns {Promise<Found>} */
  async search(text, options = {}) {
    const { offset = 0, limit = 10 } = options;
    const plan = await planned(this.archive, text, options);
    const { source, order } = plan;
    const sorted = order === "left" || order === "right";
    const most = sorted ? Infinity : offset + limit;
    const first = order === "rank" && most < Infinity;
    let grow = first ? source.grow : undefined;
    const { sure } = source;
    let found = await walk(this.archive, first ? source.cells : await everything(source), plan, most, { sure, narrow: first ? source.narrow : undefined });
    if (grow && found.hits.length < most) {
      try {
        found = await walk(this.archive, await grow(), plan, most, { sure });
        grow = undefined;
      } catch (error) {
        if (!(error instanceof SearchError)) throw error;
        found.partial = true;
      }
    }
    if (sorted) found.hits.sort((a, b) => context(a, order).localeCompare(context(b, order), "zh"));
    const known = plan.allowed ? undefined : source.count;
    const exact = known !== undefined || (found.done && !found.partial && !grow);
    return { total: known ?? found.hits.length, exact, hits: found.hits.slice(offset, offset + limit), partial: found.partial };
  }

  /** All hits counted, by speech and by what is known of the speeches. @param {string} text @param {Options} [options] @returns {Promise<Tally>} */
  async tally(text, options = {}) {
    const plan = await planned(this.archive, text, options);
    const { source } = plan;
    const columns = await this.archive.columns();
    const cells = await everything(source);
    if (source.count !== undefined) {
      const numbers = cells.map(columns.of).filter((n) => plan.allowed?.has(n) ?? true);
      return { total: numbers.length, ...(await facets(this.archive, columns, numbers)), partial: false };
    }
    const { hits, partial } = await walk(this.archive, cells, plan, Infinity);
    const number = new Map(columns.ids.map((id, n) => [id, n]));
    const numbers = hits.map((hit) => number.get(hit.speech) ?? 0);
    return { total: hits.length, ...(await facets(this.archive, columns, numbers)), partial };
  }

  /** Wordings that do occur, for a phrase that does not: with one or two characters changed. @param {string} text @returns {Promise<string[]>} */
  async nearMisses(text) {
    const { hits } = await this.search(text, { fuzzy: true, limit: 50 });
    const wordings = hits.map((hit) => [...hit.text].slice(hit.start, hit.end).join(""));
    return [...new Set([...wordings, ...alike(await this.archive.suggestions(), text, 5)])].slice(0, 5);
  }

  /** Slogans, speakers and heads for what is typed so far. @param {string} typed @param {number} [limit] */
  async suggestions(typed, limit = 8) {
    return suggested(await this.archive.suggestions(), typed, limit);
  }
}
