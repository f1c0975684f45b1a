// Small panels of the site's own: made here, opened over the page, closed by Esc or a press beside them.
const Panels = (() => {
  const make = (tag, attributes, ...children) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...children);
    return made;
  };

  // The head stays in the page, so that the panel has a name; `popover` gives Esc, the press beside it and the top layer.
  const panel = (id, title, ...children) => {
    const made = make("div", { id, class: "panel", popover: "auto", role: "dialog", "aria-labelledby": `${id}-title` });
    made.append(make("h2", { id: `${id}-title` }, title), ...children);
    document.body.append(made);
    return made;
  };
  return { make, panel };
})();
