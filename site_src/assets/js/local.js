// Addresses of the site, wherever it stands. In a site opened by double click nobody turns the address of a folder into
// the page in it: the browser would list the files. So every link is led to the page when it is followed.
const Local = (() => {
  const root = new URL("../../", /** @type {HTMLScriptElement} */ (document.currentScript).src);

  /** The address of the page that `address` means. @param {string | URL} address */
  const page = (address) => {
    const url = new URL(address, location.href);
    if (url.protocol === "file:" && url.pathname.endsWith("/")) url.pathname += "index.html";
    return url.href;
  };

  /** The address of what stands at `path` of the site. @param {string} path */
  const at = (path) => page(new URL(path, root));

  const lead = (/** @type {any} */ event) => {
    const link = event.target.closest?.("a[href]");
    const address = link?.href.baseVal ?? link?.href; // of a link in a figure, of another
    if (link && new URL(address, location.href).href !== page(address)) link.setAttribute("href", page(address));
  };
  if (location.protocol === "file:") for (const kind of ["click", "auxclick"]) addEventListener(kind, lead, true);

  return { page, at };
})();
