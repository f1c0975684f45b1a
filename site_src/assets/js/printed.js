// On paper, where the text came from stands at its end.
addEventListener("beforeprint", () => {
  const place = document.querySelector("article");
  if (!place || !document.getElementById("speech-data")) return;
  const line = place.querySelector(":scope > .printed") ?? Panels.make("p", { class: "printed" });
  const here = new URL(location);
  here.hash = here.search = "";
  line.textContent = `${WORDS.printed}${here}`;
  place.append(line);
});
