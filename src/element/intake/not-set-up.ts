import { html, type TemplateResult } from "lit";
import { ALERT } from "../../ui/icons.ts";
import type { View } from "../words/view.ts";

/** Notice that files wait because the page has no endpoint yet, which is not the user's mistake. */
export function notSetUp({ messages }: View): TemplateResult {
  return html`<div class="notice calm" part="notice">
    ${ALERT}
    <div class="notice-words" part="notice-text">${messages.notSetUp}</div>
  </div>`;
}
