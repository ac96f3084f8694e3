import type { QueueSnapshot } from "../../engine/snapshot.ts";
import type { UploaderApi } from "../../engine/uploader-api.ts";

/** A completed file, as the form holds it. */
export interface HeldFile {
  /** Lightfield's. */
  readonly id: string;
  readonly name: string;
  readonly mimeType: string;
  readonly sizeBytes: number;
  readonly md5: string | null;
}

/** Where the completed files come from. */
export interface HeldFilesSource {
  readonly uploader: UploaderApi | null;
  readonly snapshot: QueueSnapshot;
}

const NONE: readonly HeldFile[] = [];

/**
 * The restored files, then the completed ones in the order of the list. Both arrays stay the same ones until a file comes
 * or goes, so that what is made of thousands of them is not made anew for every frame.
 */
export class HeldFiles {
  files = NONE;
  ids: readonly string[] = [];
  #restored = NONE;
  #uploader: UploaderApi | null = null;
  #succeeded = 0;

  /** One came and another went, perhaps: their number does not tell. */
  expire(): void {
    this.#succeeded = Number.NaN;
  }

  update({ uploader, snapshot }: HeldFilesSource, restored: readonly HeldFile[]): this {
    const { succeeded } = snapshot.counts;
    if (succeeded === this.#succeeded && uploader === this.#uploader && restored === this.#restored) return this;
    this.#uploader = uploader;
    this.#succeeded = succeeded;
    this.#restored = restored;
    const files = [...restored];
    for (const { status, remote, name, mimeType, sizeBytes, md5 } of snapshot.uploads) {
      if (status === "succeeded" && remote) files.push({ id: remote.id, name, mimeType, sizeBytes, md5 });
    }
    if (files.length === this.ids.length && files.every(({ id }, index) => id === this.ids[index])) return this;
    this.files = files;
    this.ids = files.map(({ id }) => id);
    return this;
  }
}
