import { nothing } from "lit";
import type { UploadSnapshot } from "../../engine/snapshot.ts";
import { addEnglish } from "../words/all-words.ts";
import { isAboutContent, type View } from "../words/view.ts";

type Previews = typeof import("./preview-line.ts");
type Hints = typeof import("./hint-line.ts");

interface Lines {
  readonly preview: unknown;
  readonly hint: unknown;
}

/** Imports of the code and the English words, shared by all elements of the page. */
let previews: Previews | null = null;
let hints: Hints | null = null;

/** Loads the line that sums captions up, and the English words for it. Rejects when it cannot. */
export async function loadPreviews(): Promise<void> {
  previews ??= await import("./preview-line.ts");
  // The words of hints include these.
  if (!hints) addEnglish(previews.sentences);
}

/** Loads the line about a problem with the content of a file, and all English words about content. Rejects when it cannot. */
export async function loadHints(): Promise<void> {
  hints ??= await import("./hint-line.ts");
  addEnglish(hints.sentences);
}

/**
 * Lines about the content of a file, loaded with the first file that has one. Without them its row is complete: its status
 * asks the user to check the file.
 */
export class ContentLines {
  /** Resolves when the lines that are to be drawn are loaded, or cannot be loaded. */
  loaded: Promise<void> = Promise.resolve();
  readonly #onLoaded: () => void;
  /** Lines that were requested, each with the id of the upload. */
  readonly #requested = new Set<string>();

  /** @param onLoaded called when the lines can be drawn */
  constructor(onLoaded: () => void) {
    this.#onLoaded = onLoaded;
  }

  /** The lines about an upload as it is shown; none where there is nothing to say, and until they are loaded. */
  of(upload: UploadSnapshot, view: View): Lines {
    const { hint, preview } = upload.inspection ?? {};
    const previewLine = view.messages.transcripts && previews?.previewLine(upload, view);
    const hintLine = isAboutContent(view) && hints?.hintLine(upload, view);
    if (preview && !previewLine) this.#request(`preview ${upload.id}`, loadPreviews);
    if (hint && !hintLine) this.#request(`hint ${upload.id}`, loadHints);
    return { preview: previewLine || nothing, hint: hintLine || nothing };
  }

  /** Loads a line once for each upload: after a failure, another file tries again. */
  #request(line: string, load: () => Promise<void>): void {
    if (this.#requested.has(line)) return;
    this.#requested.add(line);
    const loading = load().then(this.#onLoaded, () => {});
    this.loaded = Promise.all([this.loaded, loading]).then(() => {});
  }
}
