import { el } from "./panels/dom.ts";

/** Shows the sources of a framework page. */
export function showSource(files: Readonly<Record<string, string>>): void {
  const place = document.querySelector("#source");
  if (!place) return;
  for (const [name, text] of Object.entries(files)) {
    place.append(el("h2", {}, name), el("pre", {}, el("code", {}, text.trim())));
  }
}
