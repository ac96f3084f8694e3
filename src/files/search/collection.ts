import { UploadError } from "../../engine/errors.ts";
import type { RemoteFile } from "../../engine/ports.ts";
import { type HostFile, MAX_PAGE_FILES } from "../../engine/session/host-files.ts";
import { fetchPage } from "../loading/fetch-page.ts";
import type { FilesController } from "../loading/files-controller.ts";
import type { ShownPage } from "../loading/paging.ts";
import type { Wait } from "../loading/retry-while-busy.ts";

export type CollectionPhase =
  | { readonly kind: "settled" }
  | { readonly kind: "loading"; readonly loaded: number }
  | { readonly kind: "waiting"; readonly wait: NonNullable<Wait> }
  | { readonly kind: "failed"; readonly error: UploadError };

const SETTLED: CollectionPhase = { kind: "settled" };

/**
 * Files of several pages, since the endpoint can neither search nor sort. Pages are loaded one after the other, to leave the
 * user's share of calls for uploads. The files change when the last of the wanted pages is loaded, and not with each: a row
 * must not move away under a finger.
 */
export class Collection {
  readonly #list: FilesController;
  readonly #onChange: () => void;
  #files: readonly HostFile[] = [];
  #phase = SETTLED;
  #isComplete = false;
  /** Offset behind the last page that was loaded. */
  #end = 0;
  #run: AbortController | null = null;

  constructor(list: FilesController, onChange: () => void) {
    this.#list = list;
    this.#onChange = onChange;
  }

  get files(): readonly HostFile[] {
    return this.#files;
  }

  /** Whether these were all files of the list when they were loaded. */
  get isComplete(): boolean {
    return this.#isComplete;
  }

  get phase(): CollectionPhase {
    return this.#phase;
  }

  /**
   * Loads the first files of the list.
   *
   * @param count number of files, rounded up to whole pages
   * @param continues whether to load only those that are missing
   */
  async load(count: number, continues: boolean): Promise<void> {
    const { files, ports } = this.#list;
    if (!files) return;
    this.#run?.abort();
    const run = new AbortController();
    const { signal } = run;
    this.#run = run;
    const found = new Map(continues ? this.#files.map((file) => [file.id, file]) : []);
    if (!continues) this.#end = 0;
    this.#enter({ kind: "loading", loaded: found.size });
    const onWait = (wait: Wait) => {
      if (!signal.aborted) this.#enter(wait ? { kind: "waiting", wait } : { kind: "loading", loaded: found.size });
    };
    try {
      let hasNext = true;
      while (hasNext && this.#end < count) {
        const offset = this.#end;
        const wish = { pageSize: MAX_PAGE_FILES, offset };
        const page = await fetchPage(files, wish, { ports, signal, waitOffline: true, onWait });
        if (signal.aborted) return;
        for (const file of page.files) found.set(file.id, file);
        // Files have been removed meanwhile, so that the wanted page is not there any more.
        hasNext = page.hasNext && wish.offset === offset;
        this.#end += MAX_PAGE_FILES;
        this.#enter({ kind: "loading", loaded: found.size });
      }
      this.#files = [...found.values()];
      this.#isComplete = !hasNext;
      this.#enter(SETTLED);
    } catch (thrown) {
      if (signal.aborted) return;
      // Those that came are of use, too.
      if (found.size > this.#files.length) this.#files = [...found.values()];
      this.#enter({ kind: "failed", error: UploadError.from(thrown) });
    }
  }

  /** Takes what a page that was loaded meanwhile says about its files. */
  merge({ files }: ShownPage): void {
    this.#files = united(files, this.#files);
  }

  replace(file: RemoteFile): void {
    this.#files = this.#files.map((one) => (one.id === file.id ? { ...one, ...file } : one));
  }

  /** Stops loading and forgets the files. */
  clear(): void {
    this.#run?.abort();
    this.#files = [];
    this.#isComplete = false;
    this.#end = 0;
    this.#phase = SETTLED;
  }

  #enter(phase: CollectionPhase): void {
    this.#phase = phase;
    this.#onChange();
  }
}

/** All files, each once and as the first list has it. */
export function united(first: readonly HostFile[], second: readonly HostFile[]): readonly HostFile[] {
  const known = new Set(first.map(({ id }) => id));
  return [...first, ...second.filter(({ id }) => !known.has(id))];
}
