import { shownLimit } from "../settings.ts";
import type { View } from "../words/view.ts";
import { kindsOf } from "./kinds.ts";
import { notice, refusalTitle } from "./notice.ts";
import type { Refusal } from "./refusals.ts";

/** Sentence that says why a file was not added, and what the user can do about it. */
export function refusalReason(refusal: Refusal, view: View): string {
  const { messages, formats } = view;
  if ("name" in refusal) {
    if (refusal.code === "unreadable") return messages.unreadable;
    return refusal.code === "not-loaded" ? messages.notLoaded : messages.intake[refusal.code];
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
export function refusalSentence(refusal: Refusal, view: View): string {
  return view.messages.because(refusalTitle(refusal, view), refusalReason(refusal, view));
}

/** Notice about the last refused file, for the case that the code for the others cannot be loaded. */
export function lastRefusal(refusals: readonly Refusal[], view: View, dismiss: () => void): unknown {
  const [refusal] = refusals;
  return refusal && notice(refusalTitle(refusal, view), refusalReason(refusal, view), view, dismiss);
}
