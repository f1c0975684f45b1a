// The engine and its index, opened when first asked and opened anew after a failure: the next question works.
const Engine = (() => {
  const { openIndex, fetched, scripted, SearchError } = speechSearch;
  const base = Local.at("assets/data/index/").replace(/index\.html$/, "");
  const way = location.protocol === "file:" ? scripted(base) : fetched(base, { entry: Search.entry });
  /** @type {ReturnType<typeof openIndex> | undefined} */
  let opened;

  /** What `question` gives; null with a sentence to `tell` if the index fails. @template T @param {(index: any) => Promise<T>} question @param {(sentence: string) => void} tell @returns {Promise<T | null>} */
  const ask = async (question, tell) => {
    try {
      opened ??= openIndex(way);
      return await question(await opened);
    } catch (/** @type {any} */ error) {
      if (!(error instanceof SearchError)) throw error;
      opened = undefined;
      tell(words[error.code]);
      return null;
    }
  };

  opened = openIndex(way); // before the first question, while it is typed
  opened.catch(() => { opened = undefined; });
  return { ask };
})();
