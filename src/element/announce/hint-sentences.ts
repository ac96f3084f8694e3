import type { UploadSnapshot } from "../../engine/snapshot.ts";
import { quotedName } from "../../ui/file-names.ts";
import { hintSentence } from "../list/hint-line.ts";
import type { ContentView } from "../words/view.ts";
import { MAX_NAMED } from "./announcer.ts";

/** Sentences about the content of files for screen readers: a few with file names, more as a number of files. */
export function hintSentences(
  uploads: readonly UploadSnapshot[],
  { messages, formats }: ContentView,
): readonly string[] {
  const words = messages.transcripts;
  if (uploads.length > MAX_NAMED) return [words.announceHints(uploads.length, formats)];
  return uploads.map(({ name, inspection }) =>
    inspection?.hint ? messages.about(quotedName(name), hintSentence(inspection.hint, words)) : "",
  );
}
