import { JSDOM } from "jsdom";

const { document } = new JSDOM("").window;

/** Markup as a browser reads it, written in one way. @param {string} markup @returns {string} */
export function parsedMarkup(markup) {
  const template = document.createElement("template");
  template.innerHTML = markup;
  return template.innerHTML;
}
