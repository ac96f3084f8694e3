import type { UploadSnapshot } from "../../engine/snapshot.ts";
import { quotedName } from "../../ui/file-names.ts";
import { hintSentence } from "../list/inspection.ts";
import type { View } from "../words/view.ts";
import { MAX_NAMED } from "./announcer.ts";

/** Time within which the inspections of files that were added together usually end. */
const GATHER_MS = 300;

/** Announces hints about the content of files to screen readers: a few with file names, more as a number of files. */
export class HintAnnouncer {
  readonly #say: (sentence: string) => void;
  #gathered: UploadSnapshot[] = [];

  constructor(say: (sentence: string) => void) {
    this.#say = say;
  }

  /** @param words called when the hints are announced; null when the words are no longer available */
  add(upload: UploadSnapshot, words: () => View | null): void {
    if (!upload.inspection?.hint) return;
    this.#gathered.push(upload);
    if (this.#gathered.length > 1) return;
    setTimeout(() => {
      const uploads = this.#gathered.splice(0);
      const view = words();
      if (view) for (const sentence of sentences(uploads, view)) this.#say(sentence);
    }, GATHER_MS);
  }
}

function sentences(uploads: readonly UploadSnapshot[], { messages, formats }: View): readonly string[] {
  const words = messages.transcripts;
  if (uploads.length > MAX_NAMED) return [words.announceHints(uploads.length, formats)];
  return uploads.map(({ name, inspection }) =>
    inspection?.hint ? messages.about(quotedName(name), hintSentence(inspection.hint, words)) : "",
  );
}
