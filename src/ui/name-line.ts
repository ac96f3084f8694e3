import { html, nothing, type TemplateResult } from "lit";
import { shownName, splitName } from "./file-names.ts";

/** Name that is shortened in its middle to fit. Screen readers get it as one text, because they would read two pieces. */
export function nameLine(name: string): TemplateResult {
  const [head, tail] = splitName(name);
  const shown = html`<bdi><span>${head}</span>${tail && html`<span>${tail}</span>`}</bdi>`;
  return html`<div class="name" part="name" title=${shownName(name)} aria-hidden=${tail ? "true" : nothing}>${shown}</div>${
    tail ? html`<span class="spoken"><bdi>${shownName(name)}</bdi></span>` : nothing
  }`;
}
