import type { UploaderEvent } from "../../engine/uploader-api.ts";

export interface LateArrivalsConfig {
  remove(id: string): void;
}

/** What nobody could call off any more when the form was reset: it goes as soon as it may, and was never part of the form. */
export class LateArrivals {
  readonly #config: LateArrivalsConfig;
  #ids = new Set<string>();

  constructor(config: LateArrivalsConfig) {
    this.#config = config;
  }

  expect(uploads: readonly { readonly id: string }[]): void {
    this.#ids = new Set(uploads.map(({ id }) => id));
  }

  /** Whether nobody else needs to hear of it. */
  takes(event: UploaderEvent): boolean {
    if (event.type !== "succeeded" && event.type !== "failed" && event.type !== "waiting") return false;
    if (!this.#ids.delete(event.upload.id)) return false;
    this.#config.remove(event.upload.id);
    return true;
  }
}
