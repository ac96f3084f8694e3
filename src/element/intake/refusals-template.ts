import { html, type TemplateResult } from "lit";
import { quotedName } from "../../ui/file-names.ts";
import { ALERT, CLOSE } from "../../ui/icons.ts";
import { shownLimit } from "../uploader-options.ts";
import type { IntakeWords } from "../words/view.ts";
import { kindsOf } from "./kinds.ts";
import { type Refusal, refusedName } from "./refusals.ts";

/** Sentence that says why a file was not added, and what the user can do about it; "" while it is not loaded. */
export function refusalReason(refusal: Refusal, view: IntakeWords): string {
  const { messages, formats } = view;
  if ("name" in refusal) {
    if (refusal.code === "unreadable") return messages.unreadable;
    return refusal.code === "not-loaded" ? messages.notLoaded : (messages.intake?.[refusal.code] ?? "");
  }
  const { rejections } = messages;
  const { code, limit } = refusal;
  switch (code) {
    case "empty":
    case "name-missing":
      return rejections[code];
    case "too-small":
    case "too-large":
      return rejections[code](formats.size(shownLimit(Number(limit))));
    case "type":
      return rejections.type(kindsOf(String(limit), view) || String(limit));
    case "name-too-long":
    case "too-many":
      return rejections[code](Number(limit), formats);
  }
}

/** Complete sentence for screen readers: "interview.vtt was not added. It is empty. …". */
export function refusalSentence(refusal: Refusal, view: IntakeWords): string {
  return view.messages.because(refusalTitle(refusal, view), refusalReason(refusal, view));
}

/** What happened to the file, without a full stop. */
export function refusalTitle(refusal: Refusal, { messages }: IntakeWords): string {
  const name = refusedName(refusal);
  // A drop without files has no name.
  return name || !("name" in refusal) ? messages.notAdded(quotedName(name)) : messages.dropRefused;
}

/** Notice about refused files, each with the same frame; `words` are the reasons. */
export function notice(title: string, words: unknown, { messages }: IntakeWords, dismiss: () => void): TemplateResult {
  return html`<div class="notice" part="notice">
    ${ALERT}
    <div class="notice-words">
      <div class="notice-title" id="refused">${title}</div>
      ${words}
    </div>
    <button type="button" class="icon-button" part="dismiss-button" aria-label=${messages.dismiss} @click=${dismiss}>${CLOSE}</button>
  </div>`;
}

/** Notice about the last refused file, for the case that the code for the others cannot be loaded. */
export function lastRefusal(refusals: readonly Refusal[], view: IntakeWords, dismiss: () => void): unknown {
  const [refusal] = refusals;
  return refusal && notice(refusalTitle(refusal, view), refusalReason(refusal, view), view, dismiss);
}
