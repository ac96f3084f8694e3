import { html, nothing, type TemplateResult } from "lit";
import type { Hint } from "../../engine/inspection.ts";
import type { UploadSnapshot } from "../../engine/snapshot.ts";
import { ALERT } from "../../ui/icons.ts";
import type { TranscriptMessages } from "../words/transcript-messages.ts";
import type { View } from "../words/view.ts";

/** Whether the content of the file looks wrong, so that its user should check it. */
export function isDoubtful({ inspection, status }: UploadSnapshot): boolean {
  return Boolean(inspection?.hint) && status !== "cancelled";
}

/** Whether the file is not sent before its user has checked it. */
export function isHeld(upload: UploadSnapshot): boolean {
  return upload.status === "paused" && upload.step === "authorize" && isDoubtful(upload);
}

/** Element id of the hint, which describes the buttons of the file; null without a hint. */
export function hintId(upload: UploadSnapshot): string | null {
  return isDoubtful(upload) ? `hint-${upload.id}` : null;
}

export function hintLine(upload: UploadSnapshot, { messages }: View): TemplateResult | typeof nothing {
  const id = hintId(upload);
  const hint = upload.inspection?.hint;
  if (!id || !hint) return nothing;
  return html`<div class="note odd" part="hint" id=${id}>${ALERT}<span>${hintSentence(hint, messages.transcripts)}</span></div>`;
}

/** Line with the number of speakers, the duration and the number of cues of a transcript. */
export function previewLine(
  { inspection }: UploadSnapshot,
  { messages, formats }: View,
): TemplateResult | typeof nothing {
  const preview = inspection?.preview;
  if (!preview) return nothing;
  const words = messages.transcripts;
  const { speakers, durationMs, cues, complete } = preview;
  const figures = [formats.duration(durationMs), words.cues(cues, complete, formats)];
  if (speakers.length > 0) figures.unshift(words.speakers(speakers.length, complete, formats));
  return html`<div class="meta preview" part="preview">${figures.map((figure) => html`<span class="figure" part="figure">${figure}</span>`)}</div>`;
}

export function hintSentence(hint: Hint, words: TranscriptMessages): string {
  switch (hint.code) {
    case "renamed":
      return words.renamed(hint.named, hint.found);
    case "encoding":
      return words.encoding(hint.encoding);
    default:
      return words.hints[hint.code];
  }
}
