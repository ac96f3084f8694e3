import { html, nothing, type TemplateResult } from "lit";
import { quotedName, shownName } from "../../ui/file-names.ts";
import { ALERT, CLOSE } from "../../ui/icons.ts";
import type { StartWords } from "../words/view.ts";
import { kindsOf } from "./kinds.ts";
import { type Refusal, refusedName } from "./refusals.ts";

/** More than this many are folded away. */
const OPEN = 3;
/** A folder of thousands of unwanted files must not become thousands of lines. */
const LISTED = 100;

/** Why a file was not taken, in words, with what to do about it. */
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
      return rejections.type(kindsOf(String(limit), view));
    case "name-too-long":
    case "too-many":
      return rejections[code](Number(limit), formats);
  }
}

/** "interview.vtt was not added. It is empty. …", for the screen reader and for events. */
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

/** Files wait for the page to be finished: nothing that the user did wrong. */
export function notSetUp({ messages }: StartWords): TemplateResult {
  return html`<div class="notice calm" part="notice">
    ${ALERT}
    <div class="notice-words">${messages.notSetUp}</div>
  </div>`;
}

function reasons(refusals: readonly Refusal[], view: StartWords): TemplateResult {
  const left = refusals.length - LISTED;
  const folded = refusals.length > OPEN;
  // What scrolls and holds no control has to be one itself, so that the keyboard reaches its end.
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
