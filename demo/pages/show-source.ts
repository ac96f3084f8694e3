import { el } from "./panels/dom.ts";

/** Shows the source files of a framework page, as they were built. */
export function showSource(files: Readonly<Record<string, string>>): void {
  const place = document.querySelector("#source");
  if (!place) return;
  for (const [name, text] of Object.entries(files)) {
    place.append(el("h2", {}, name), el("pre", {}, el("code", {}, text.trim())));
  }
}
