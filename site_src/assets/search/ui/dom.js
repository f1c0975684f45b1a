// Elements whose text is text: nothing of a speech is ever read as markup.

/** @param {string} tag @param {Record<string, string>} [attributes] @param {...(Node | string)} children @returns {HTMLElement} */
const make = (tag, attributes = {}, ...children) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
};

/** @param {string} label @param {() => void} act */
const button = (label, act) => {
  const made = make("button", { type: "button" }, label);
  made.addEventListener("click", act);
  return made;
};

/** A sentence with its {gaps} filled. @param {string} sentence @param {Record<string, any>} values */
const filled = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));

/** `act`, when nothing has called for `pause` ms; `now` skips the wait. @param {() => void} act @param {number} pause */
const rested = (act, pause) => {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  const now = () => {
    clearTimeout(waiting);
    act();
  };
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(act, pause);
  };
  return { soon, now };
};

/** Calls `soon` as someone types, pastes or speaks, but not amid the composition of a character. @param {HTMLInputElement} input @param {() => void} soon */
const typed = (input, soon) => {
  input.addEventListener("input", (event) => {
    if (!(/** @type {InputEvent} */ (event).isComposing)) soon();
  });
  input.addEventListener("compositionend", soon);
};

/** A text as a phrase of the query language. @param {string} text */
const phrase = (text) => (/^-|[\s"*:：]|^NEAR\//i.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
