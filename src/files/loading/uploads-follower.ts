import type { Clock } from "../../engine/ports.ts";
import type { FreshFiles } from "./fresh-files.ts";
import type { ShownPage } from "./paging.ts";

// Events of the uploader, which may be absent from the page. The compiler checks the names by its declared event map.
const UPLOAD_SUCCESS = "upload-success" satisfies keyof HTMLElementEventMap;
const UPLOADS_COMPLETE = "uploads-complete" satisfies keyof HTMLElementEventMap;

/** Delay of a refresh after an upload has succeeded, so that several uploads share one refresh. */
const FOLLOW_MS = 1000;
/** Delay of a refresh after a queue has become idle, so that several uploaders share one refresh. */
const FINISH_MS = 50;

export interface UploadsFollowerConfig {
  readonly clock: Clock;
  endpoint(): unknown;
  /** A file was uploaded that the endpoint's list may not have yet. */
  onUploaded(): void;
  refresh(): void;
}

/** Follows the uploaders of the page: the list is refreshed, and shows their files before the endpoint's list has them. */
export class UploadsFollower {
  readonly #config: UploadsFollowerConfig;
  /** Null until a file is uploaded beside this list. */
  #fresh: FreshFiles | null = null;
  #soon: ReturnType<typeof setTimeout> | undefined;

  constructor(config: UploadsFollowerConfig) {
    this.#config = config;
  }

  connect(): void {
    document.addEventListener(UPLOAD_SUCCESS, this.#follow);
    document.addEventListener(UPLOADS_COMPLETE, this.#finish);
  }

  disconnect(): void {
    document.removeEventListener(UPLOAD_SUCCESS, this.#follow);
    document.removeEventListener(UPLOADS_COMPLETE, this.#finish);
  }

  /** Forgets the uploaded files, for another list. */
  forget(): void {
    this.#fresh = null;
  }

  stop(): void {
    clearTimeout(this.#soon);
    this.#soon = undefined;
  }

  /** Whether the endpoint's list has not had the file yet. */
  isFresh(id: string): boolean {
    return this.#fresh?.has(id) ?? false;
  }

  /** The page with the uploaded files that it lacks. */
  addTo(page: ShownPage): ShownPage {
    return this.#fresh?.addTo(page) ?? page;
  }

  readonly #follow = (event: Event): void => {
    this.#show(event, event.composedPath()[0]).catch(() => {});
    this.#refreshSoon(FOLLOW_MS);
  };

  async #show(event: Event, uploader: EventTarget | undefined): Promise<void> {
    const { clock, endpoint, onUploaded } = this.#config;
    // Not destructured, because Vite 5 and 6 break that in packages.
    const loaded = await import("./fresh-files.ts");
    const file = loaded.uploadedFile(event, uploader, endpoint());
    if (!file) return;
    this.#fresh ??= new loaded.FreshFiles(() => clock.now());
    this.#fresh.add(file);
    onUploaded();
  }

  readonly #finish = (): void => {
    this.stop();
    this.#refreshSoon(FINISH_MS);
  };

  #refreshSoon(ms: number): void {
    this.#soon ??= setTimeout(() => {
      this.#soon = undefined;
      this.#config.refresh();
    }, ms);
  }
}
