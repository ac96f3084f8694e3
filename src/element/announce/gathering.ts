import type { UploadSnapshot } from "../../engine/snapshot.ts";

/** Time in milliseconds within which the files of one drop are usually looked at, and compared with what was uploaded before. */
const GATHER_MS = 300;
/** How often the words are waited for, at most: one minute. */
const MOST_WAITS = 200;

/** Gathers uploads for a moment, so that they are announced together. */
export class Gathering {
  readonly #announce: (uploads: readonly UploadSnapshot[]) => boolean;
  #uploads: UploadSnapshot[] = [];

  /** @param announce returns false while the words for it are being loaded, and is then called again */
  constructor(announce: (uploads: readonly UploadSnapshot[]) => boolean) {
    this.#announce = announce;
  }

  add(upload: UploadSnapshot): void {
    this.#uploads.push(upload);
    if (this.#uploads.length === 1) this.#announceLater(MOST_WAITS);
  }

  #announceLater(waits: number): void {
    setTimeout(() => {
      if (this.#announce(this.#uploads) || waits === 1) this.#uploads = [];
      else this.#announceLater(waits - 1);
    }, GATHER_MS);
  }
}
