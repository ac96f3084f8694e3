/** Line of a row about a problem with the content of its file, as a chunk of its own with its English sentences. */
import { html, nothing, type TemplateResult } from "lit";
import type { Hint } from "../../engine/inspection.ts";
import type { UploadSnapshot } from "../../engine/snapshot.ts";
import { ALERT } from "../../ui/icons.ts";
import type { TranscriptMessages } from "../words/transcript-messages.ts";
import type { ContentView } from "../words/view.ts";
import { hintId } from "./inspection.ts";

export { sentences } from "../locales/en/transcripts.ts";

/** Line that says what looks wrong in the content. */
export function hintLine(upload: UploadSnapshot, { messages }: ContentView): TemplateResult | typeof nothing {
  const id = hintId(upload);
  const hint = upload.inspection?.hint;
  if (!id || !hint) return nothing;
  return html`<div class="note odd" part="hint" id=${id}>${ALERT}<span>${hintSentence(hint, messages.transcripts)}</span></div>`;
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
