import { html, type TemplateResult } from "lit";
import { quotedName } from "../../ui/file-names.ts";
import { ALERT, CLOSE } from "../../ui/icons.ts";
import type { StartWords } from "../words/view.ts";
import { type Refusal, refusedName } from "./refusals.ts";

/** Title of a refusal: "interview.vtt was not added", without a full stop. */
export function refusalTitle(refusal: Refusal, { messages }: StartWords): string {
  const name = refusedName(refusal);
  // A drop without files has no name.
  return name || !("name" in refusal) ? messages.notAdded(quotedName(name)) : messages.dropRefused;
}

/** Notice about refused files, each with the same frame; `words` are the reasons. */
export function notice(title: string, words: unknown, { messages }: StartWords, dismiss: () => void): TemplateResult {
  return html`<div class="notice" part="notice">
    ${ALERT}
    <div class="notice-words" part="notice-text">
      <div class="notice-title" part="notice-title" id="refused">${title}</div>
      ${words}
    </div>
    <button type="button" class="icon-button" part="dismiss-button" aria-label=${messages.dismiss} @click=${dismiss}>${CLOSE}</button>
  </div>`;
}
