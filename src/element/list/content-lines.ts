import { nothing } from "lit";
import type { UploadSnapshot } from "../../engine/snapshot.ts";
import { addEnglish } from "../words/all-words.ts";
import { isAboutContent, type View } from "../words/view.ts";

type Module = typeof import("./inspection-lines.ts");

interface Lines {
  readonly preview: unknown;
  readonly hint: unknown;
}

const NONE: Lines = { preview: nothing, hint: nothing };

/** Import of the code and the English words, shared by all elements of the page. */
let loaded: Module | null = null;

/** Loads the lines about the content of files and the English words for them. Rejects when they cannot be loaded. */
export async function loadContentLines(): Promise<void> {
  loaded ??= await import("./inspection-lines.ts");
  addEnglish(loaded.sentences);
}

/**
 * Lines about the content of a file, loaded with the first file that has one. Without them its row is complete: its status
 * asks the user to check the file.
 */
export class ContentLines {
  /** Resolves when the lines that are to be drawn are loaded, or cannot be loaded. */
  loaded: Promise<void> = Promise.resolve();
  readonly #onLoaded: () => void;
  /** Uploads for which the lines were requested. */
  readonly #requestedFor = new Set<string>();

  /** @param onLoaded called when the lines can be drawn */
  constructor(onLoaded: () => void) {
    this.#onLoaded = onLoaded;
  }

  /** The lines about an upload as it is shown; none where there is nothing to say, and until they are loaded. */
  of(upload: UploadSnapshot, view: View): Lines {
    const { hint, preview } = upload.inspection ?? {};
    if (!hint && !preview) return NONE;
    if (loaded && isAboutContent(view))
      return { preview: loaded.previewLine(upload, view), hint: loaded.hintLine(upload, view) };
    // After a failure, another file tries again.
    if (!this.#requestedFor.has(upload.id)) {
      this.#requestedFor.add(upload.id);
      this.loaded = loadContentLines().then(this.#onLoaded, () => {});
    }
    return NONE;
  }
}
