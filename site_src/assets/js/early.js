// How the reader likes to read, kept in this browser and applied before the page is first shown.
const Reading = (() => {
  const KEY = "reading";
  const root = document.documentElement;

  const kept = () => {
    try {
      return JSON.parse(localStorage.getItem(KEY)) ?? {};
    } catch { // no storage here, or not ours
      return {};
    }
  };
  const chosen = kept();

  const choose = (name, value) => {
    if (value) root.dataset[name] = chosen[name] = value;
    else {
      delete chosen[name];
      delete root.dataset[name];
    }
    try {
      localStorage.setItem(KEY, JSON.stringify(chosen));
    } catch { /* then for this page only */ }
  };
  for (const [name, value] of Object.entries(chosen)) if (/^[a-z]+$/.test(value)) root.dataset[name] = value;

  return { choose, chosen: (name) => chosen[name] ?? "" };
})();
