import type { UploaderEvent } from "../../engine/uploader-api.ts";

/** Uploads that could not be cancelled when the form was reset. Each is removed when it ends, and never counts as a value. */
export class LateArrivals {
  readonly #remove: (id: string) => void;
  #ids = new Set<string>();

  constructor(remove: (id: string) => void) {
    this.#remove = remove;
  }

  expect(uploads: readonly { readonly id: string }[]): void {
    this.#ids = new Set(uploads.map(({ id }) => id));
  }

  /** Removes the upload if it arrived late. Returns true when nothing else may handle the event. */
  takes(event: UploaderEvent): boolean {
    if (event.type !== "succeeded" && event.type !== "failed" && event.type !== "waiting") return false;
    if (!this.#ids.delete(event.upload.id)) return false;
    this.#remove(event.upload.id);
    return true;
  }
}
