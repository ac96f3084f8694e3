import { html, nothing, type TemplateResult } from "lit";
import { quotedName, shownName } from "../../ui/file-names.ts";
import { ALERT, CLOSE } from "../../ui/icons.ts";
import type { StartWords } from "../words/view.ts";
import { kindsOf } from "./kinds.ts";
import { type Refusal, refusedName } from "./refusals.ts";

/** Largest number of refused files that are shown unfolded. */
const OPEN = 3;
/** Largest number of refused files that are listed. A dropped folder may have thousands. */
const LISTED = 100;

/** Sentence that says why a file was not added, and what the user can do about it. */
export function refusalReason(refusal: Refusal, view: StartWords): string {
  const { messages, formats } = view;
  if ("name" in refusal) return refusal.code === "unreadable" ? messages.unreadable : messages.notLoaded;
  const { rejections } = messages;
  const { code, limit } = refusal;
  switch (code) {
    case "empty":
    case "name-missing":
      return rejections[code];
    case "too-small":
    case "too-large":
      return rejections[code](formats.size(Number(limit)));
    case "type":
      return rejections.type(kindsOf(String(limit), view) || String(limit));
    case "name-too-long":
    case "too-many":
      return rejections[code](Number(limit), formats);
  }
}

/** Complete sentence for screen readers: "interview.vtt was not added. It is empty. …". */
export function refusalSentence(refusal: Refusal, view: StartWords): string {
  return view.messages.because(view.messages.notAdded(quotedName(refusedName(refusal))), refusalReason(refusal, view));
}

export function notices(
  refusals: readonly Refusal[],
  view: StartWords,
  dismiss: () => void,
): TemplateResult | typeof nothing {
  const [first] = refusals;
  if (!first) return nothing;
  const { messages, formats } = view;
  const one = refusals.length === 1;
  const title = one
    ? messages.notAdded(quotedName(refusedName(first)))
    : messages.manyNotAdded(refusals.length, formats);
  return html`<div class="notice" part="notice">
    ${ALERT}
    <div class="notice-words">
      <div class="notice-title" id="refused">${title}</div>
      ${one ? html`<div>${refusalReason(first, view)}</div>` : reasons(refusals, view)}
    </div>
    <button type="button" class="icon-button" aria-label=${messages.dismiss} title=${messages.dismiss} @click=${dismiss}>${CLOSE}</button>
  </div>`;
}

/** Notice that files wait because the page has no endpoint yet, which is not the user's mistake. */
export function notSetUp({ messages }: StartWords): TemplateResult {
  return html`<div class="notice calm" part="notice">
    ${ALERT}
    <div class="notice-words">${messages.notSetUp}</div>
  </div>`;
}

function reasons(refusals: readonly Refusal[], view: StartWords): TemplateResult {
  const left = refusals.length - LISTED;
  const folded = refusals.length > OPEN;
  // A scrolling list without controls must be focusable itself, so that the keyboard can scroll it.
  const list = html`<ul role="list" tabindex=${folded ? "0" : nothing} aria-labelledby=${folded ? "refused" : nothing}>
    ${refusals
      .slice(0, LISTED)
      .map(
        (refusal) =>
          html`<li><bdi class="refused">${shownName(refusedName(refusal))}</bdi> ${refusalReason(refusal, view)}</li>`,
      )}
    ${left > 0 ? html`<li>${view.messages.moreNotAdded(left, view.formats)}</li>` : nothing}
  </ul>`;
  if (!folded) return list;
  return html`<details><summary>${view.messages.details}</summary>${list}</details>`;
}
