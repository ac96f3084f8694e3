import type { UploadSnapshot } from "../../engine/snapshot.ts";
import { quotedName } from "../../ui/file-names.ts";
import { hintSentence } from "../list/inspection.ts";
import type { View } from "../words/view.ts";

/** Looks at files that were added together end within this time of each other, mostly. */
const GATHER_MS = 300;
/** More than this many are counted and not named. */
const NAMED = 3;

/** Tells a screen reader of hints, a few by name and many by their number. */
export class HintAnnouncer {
  readonly #say: (words: string) => void;
  #odd: UploadSnapshot[] = [];

  constructor(say: (words: string) => void) {
    this.#say = say;
  }

  hear(upload: UploadSnapshot, view: () => View | null): void {
    if (!upload.inspection?.hint) return;
    this.#odd.push(upload);
    if (this.#odd.length > 1) return;
    setTimeout(() => {
      const odd = this.#odd.splice(0);
      const words = view();
      if (words) for (const sentence of sentences(odd, words)) this.#say(sentence);
    }, GATHER_MS);
  }
}

function sentences(odd: readonly UploadSnapshot[], { messages, formats }: View): readonly string[] {
  const words = messages.transcripts;
  if (odd.length > NAMED) return [words.announceHints(odd.length, formats)];
  return odd.map(({ name, inspection }) =>
    inspection?.hint ? messages.about(quotedName(name), hintSentence(inspection.hint, words)) : "",
  );
}
