import type { RemoteFile } from "../../engine/ports.ts";
import type { ShownPage } from "./paging.ts";

/** Time for which an uploaded file is shown although the endpoint's list does not have it yet, in milliseconds. */
const LAG_MS = 60_000;

/**
 * Files that have just been uploaded. Lightfield answers lists from a search index, which learns of a new file seconds
 * later; until then the first page shows the file as its upload reported it.
 */
export class FreshFiles {
  readonly #files = new Map<string, { readonly file: RemoteFile; readonly until: number }>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  add(file: RemoteFile): void {
    this.#files.set(file.id, { file, until: this.#now() + LAG_MS });
  }

  /** Whether the list has not had the file yet. */
  has(id: string): boolean {
    return this.#files.has(id);
  }

  /** The page with the files that the list lacks, newest first. Only the first page has them. */
  addTo(page: ShownPage): ShownPage {
    const listed = new Set(page.files.map(({ id }) => id));
    for (const [id, { until }] of this.#files) {
      if (listed.has(id) || until <= this.#now()) this.#files.delete(id);
    }
    if (page.offset > 0 || this.#files.size === 0) return page;
    const fresh = [...this.#files.values()].map(({ file }) => ({ ...file, token: null })).reverse();
    return { ...page, files: [...fresh, ...page.files], totalCount: page.totalCount + fresh.length };
  }
}

/**
 * The file of an `upload-success` event, if the uploader has the same endpoint; otherwise null.
 *
 * @param uploader where the event was dispatched: in a shadow root that is not the event's target
 */
export function uploadedFile(event: Event, uploader: unknown, endpoint: unknown): RemoteFile | null {
  const isOurs = uploader instanceof Element && "endpoint" in uploader && uploader.endpoint === endpoint;
  const { detail } = event as Partial<HTMLElementEventMap["upload-success"]>;
  return (isOurs && detail?.upload?.remote) || null;
}
