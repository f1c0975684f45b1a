// An address or a citation of this archive in a search box: Enter goes there, whatever server it names.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.isComposing || !event.target.matches("input")) return;
  const there = Address.within(event.target.value);
  if (!there) return;
  event.preventDefault();
  event.stopPropagation();
  const search = document.getElementById("__search");
  if (search?.checked) search.click();
  event.target.blur();
  location.href = Local.at(`speeches/${there}`);
}, true);
