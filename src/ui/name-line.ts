import { html, nothing, type TemplateResult } from "lit";
import { shownName, splitName } from "./file-names.ts";

/** A name that is cut in its middle where room is short. In two pieces it would be read as two, so it is said as one. */
export function nameLine(name: string): TemplateResult {
  const [head, tail] = splitName(name);
  const shown = html`<bdi><span>${head}</span>${tail && html`<span>${tail}</span>`}</bdi>`;
  return html`<div class="name" part="name" title=${shownName(name)} aria-hidden=${tail ? "true" : nothing}>${shown}</div>${
    tail ? html`<span class="spoken"><bdi>${shownName(name)}</bdi></span>` : nothing
  }`;
}
