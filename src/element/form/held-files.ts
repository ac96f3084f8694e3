import type { QueueSnapshot } from "../../engine/snapshot.ts";
import type { UploaderApi } from "../../engine/uploader-api.ts";

/** Completed file as the form holds it. */
export interface HeldFile {
  /** Id of the file at Lightfield. */
  readonly id: string;
  readonly name: string;
  readonly mimeType: string;
  readonly sizeBytes: number;
  readonly md5: string | null;
}

/** Source of the completed files. */
export interface HeldFilesSource {
  readonly uploader: UploaderApi | null;
  readonly snapshot: QueueSnapshot;
}

const NONE: readonly HeldFile[] = [];

/**
 * Restored files, followed by completed uploads in the order of the list. The arrays keep their identity until a file is
 * added or removed, so that values derived from thousands of files are not computed again for every frame.
 */
export class HeldFiles {
  files = NONE;
  ids: readonly string[] = [];
  #restored = NONE;
  #uploader: UploaderApi | null = null;
  #succeeded = 0;

  /** Makes the next update compare the files themselves: one may have been replaced, which their number does not show. */
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
