// Who comes by an old address is taken to where its words are now. Without this script the link stays to be clicked.
(() => {
  const follow = () => {
    const [anchor, rest] = decodeURIComponent(location.hash.slice(1)).split("~");
    const moved = (anchor && document.getElementById(anchor)?.closest(".moved")) || document.querySelector(".moved.whole");
    const link = moved?.querySelector("a[href]:not(.permalink)");
    if (link) location.replace(Local.page(link.href + (rest && link.hash ? `~${rest}` : "")));
  };
  addEventListener("hashchange", follow);
  follow();
})();
