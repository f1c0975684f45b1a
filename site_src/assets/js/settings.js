// The button in the page's head that opens the reader's settings: size, face and measure of the text, and what stands
// in its margins. The choice without a value is how the page is without them.
(() => {
  const { make, panel } = Panels;
  const { settings: words } = WORDS;
  const head = document.querySelector(".md-header__inner");
  if (!head || !("popover" in head)) return;

  const choice = (name, value, label) => {
    const input = make("input", { type: "radio", name: `setting-${name}`, value });
    input.checked = Reading.chosen(name) === value;
    input.addEventListener("change", () => Reading.choose(name, value));
    return make("label", {}, input, make("span", {}, label));
  };
  const row = ({ name, label, choices }) => make(
    "fieldset", {}, make("legend", {}, label),
    ...choices.map(([value, shown]) => choice(name, value, shown)),
  );

  const made = panel("settings", words.title, ...words.rows.map(row));
  const button = make(
    "button",
    { type: "button", class: "md-header__button settings", popovertarget: made.id, "aria-label": words.title, title: words.title },
    words.sign,
  );
  const before = head.querySelector("[data-md-component=palette]") ?? head.querySelector("label[for=__search]");
  if (before?.parentElement === head) before.before(button);
  else head.append(button);
})();
