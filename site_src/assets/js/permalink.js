// A click on a permanent link also copies it. Without this script, or where the browser gives no access to the
// clipboard (plain http), it stays an ordinary link.
(() => {
  const words = JSON.parse(document.getElementById("__config").textContent).translations;
  const status = document.createElement("div");
  status.className = "copied";
  status.setAttribute("role", "status");
  document.body.append(status);
  let fading;

  const tell = (message) => {
    clearTimeout(fading);
    status.textContent = message;
    fading = setTimeout(() => { status.textContent = ""; }, 2500);
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.permalink");
    if (!link || !navigator.clipboard || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const address = new URL(link.href);
    address.search = ""; // what was searched for is no part of the link
    navigator.clipboard.writeText(address.href).then(() => tell(words["clipboard.copied"]), () => {});
  });
})();
