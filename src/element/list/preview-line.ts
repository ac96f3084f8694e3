/** Line of a row that sums up the transcript in its file, loaded with the code that does, with its English sentences. */
import { html, nothing, type TemplateResult } from "lit";
import type { UploadSnapshot } from "../../engine/snapshot.ts";
import type { View } from "../words/view.ts";

export { sentences } from "../locales/en/captions.ts";

/** Line with the number of speakers, the duration and the number of cues of a transcript. */
export function previewLine(
  { inspection }: UploadSnapshot,
  { messages, formats }: View,
): TemplateResult | typeof nothing {
  const preview = inspection?.preview;
  const words = messages.transcripts;
  if (!preview || !words) return nothing;
  const { speakers, durationMs, cues, complete } = preview;
  const figures = [formats.duration(durationMs), words.cues(cues, complete, formats)];
  if (speakers.length > 0) figures.unshift(words.speakers(speakers.length, complete, formats));
  return html`<div class="meta preview" part="preview">${figures.map((figure) => html`<span class="figure" part="figure">${figure}</span>`)}</div>`;
}
