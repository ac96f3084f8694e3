import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { UploadSnapshot } from "../../../engine/snapshot.ts";
import { isPicture } from "./is-picture.ts";
import type { Thumbnails, ThumbnailsHost } from "./thumbnails.ts";

export interface ThumbnailsLoaderHost extends ReactiveControllerHost, ThumbnailsHost {
  readonly isConnected: boolean;
}

/** Loads the code for small pictures with the first picture file. */
export class ThumbnailsLoader implements ReactiveController {
  readonly #host: ThumbnailsLoaderHost;
  #thumbnails: Thumbnails | null = null;
  #drawn: readonly UploadSnapshot[] = [];
  #all: readonly UploadSnapshot[] = [];
  /** Last file of the list when the code was requested: after a failure, another one requests it again. */
  #requestedFor: string | undefined;

  constructor(host: ThumbnailsLoaderHost) {
    this.#host = host;
    host.addController(this);
  }

  /**
   * Takes what this update draws.
   *
   * @param drawn uploads of the drawn rows; none where the rows have an icon of the page
   */
  follow(drawn: readonly UploadSnapshot[], all: readonly UploadSnapshot[]): void {
    this.#drawn = drawn;
    this.#all = all;
  }

  hostUpdated(): void {
    // Elements are drawn once more after they were removed.
    if (!this.#host.isConnected) return;
    if (this.#drawn.length === 0) this.#thumbnails?.clear();
    else this.#thumbnails?.show(this.#drawn, this.#all);
    const last = this.#all.at(-1)?.id;
    if (this.#thumbnails || last === this.#requestedFor || !this.#drawn.some(isPicture)) return;
    this.#requestedFor = last;
    // Rows without a picture are complete, too.
    this.#load().catch(() => {});
  }

  hostDisconnected(): void {
    this.#thumbnails?.clear();
  }

  async #load(): Promise<void> {
    // Not destructured, because Vite 5 and 6 break that in packages.
    const loaded = await import("./thumbnails.ts");
    this.#thumbnails ??= new loaded.Thumbnails(this.#host);
    this.#host.requestUpdate();
  }
}
