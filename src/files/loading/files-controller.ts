import type { ReactiveController, ReactiveControllerHost } from "lit";
import { connectFiles, type FilesConnectionOptions, filesPorts } from "../../connect-files.ts";
import { UploadError } from "../../engine/errors.ts";
import type { RemoteFile } from "../../engine/ports.ts";
import type { HostFile, HostFiles } from "../../engine/session/host-files.ts";
import type { FreshFiles } from "./fresh-files.ts";
import { hasNext, hasPrevious, newestFirst, offsetInsteadOf, type ShownPage } from "./paging.ts";
import { retryWhileBusy, type Wait } from "./retry-while-busy.ts";

export interface FilesSettings extends FilesConnectionOptions {
  readonly pageSize: number;
}

/** State of loading. The shown page is stored separately, in every phase except "not-set-up". */
export type Phase =
  | { readonly kind: "not-set-up" }
  | { readonly kind: "loading" }
  | { readonly kind: "waiting"; readonly wait: NonNullable<Wait> }
  | { readonly kind: "failed"; readonly error: UploadError }
  | { readonly kind: "settled" };

/** Reason why the list is loaded. It decides what is announced to screen readers. */
export type Cause = "start" | "person" | "upload" | "quiet";

export interface FilesControllerConfig {
  /** Settings by the current attributes and properties of the element; null without an endpoint. */
  settings(): FilesSettings | null;
  onLoad(page: ShownPage, cause: Cause): void;
  onWait(wait: NonNullable<Wait>, cause: Cause): void;
  onFailure(error: UploadError, cause: Cause): void;
}

// Events of the uploader, which may be absent from the page. The compiler checks the names by its declared event map.
const UPLOAD_SUCCESS = "upload-success" satisfies keyof HTMLElementEventMap;
const UPLOADS_COMPLETE = "uploads-complete" satisfies keyof HTMLElementEventMap;

/** Delay of a refresh after an upload has succeeded, so that several uploads share one refresh. */
const FOLLOW_MS = 1000;
/** Delay of a refresh after a queue has become idle, so that several uploaders share one refresh. */
const FINISH_MS = 50;

/** Loads pages of files, one at a time, and keeps the shown one. The latest request wins. */
export class FilesController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #config: FilesControllerConfig;
  readonly #ports = filesPorts();
  #settings: FilesSettings | null = null;
  #files: HostFiles | null = null;
  #phase: Phase = { kind: "not-set-up" };
  #page: ShownPage | null = null;
  /** Offset that the user has requested; the shown page follows. */
  #wantedOffset = 0;
  /** Null until a file is uploaded beside this list. */
  #fresh: FreshFiles | null = null;
  readonly #busyIds = new Set<string>();
  #run: AbortController | null = null;
  /** The latest load. */
  #loading: Promise<void> | null = null;
  #soon: ReturnType<typeof setTimeout> | undefined;
  #hasLeft = false;

  constructor(host: ReactiveControllerHost & Element, config: FilesControllerConfig) {
    this.#host = host;
    this.#config = config;
    host.addController(this);
  }

  get phase(): Phase {
    return this.#phase;
  }

  get page(): ShownPage | null {
    return this.#page;
  }

  get hasPrevious(): boolean {
    return hasPrevious(this.#wantedOffset);
  }

  get hasNext(): boolean {
    return this.#page?.hasNext ?? false;
  }

  /** Whether a call about this file is running. */
  isBusy(id: string): boolean {
    return this.#busyIds.has(id);
  }

  /** Resolves when the list is loaded or could not be loaded. */
  refresh(cause: Cause): Promise<void> {
    return this.#load(this.#wantedOffset, cause);
  }

  turn(direction: 1 | -1): void {
    if (direction > 0 ? !this.hasNext : !this.hasPrevious) return;
    void this.#load(Math.max(0, this.#wantedOffset + direction * this.#pageSize), "person");
  }

  /**
   * Makes a call about one file, and repeats it while the server is busy. It continues when the element is removed: a page
   * that is redrawn must not revoke what the user has requested. Rejects with an UploadError.
   */
  async act<T>(
    file: HostFile,
    call: (files: HostFiles, file: HostFile) => Promise<T>,
    onWait: (wait: Wait) => void,
  ): Promise<T> {
    const files = this.#files;
    if (!files) throw new UploadError("internal", "no endpoint");
    this.#busyIds.add(file.id);
    this.#host.requestUpdate();
    const { signal } = new AbortController();
    const attempt = (current: HostFile) =>
      retryWhileBusy(() => call(files, current), { ports: this.#ports, signal, waitOffline: false, onWait });
    try {
      // Without the token that the list gives, the endpoint refuses a call about a file that has just been uploaded.
      const listed = this.#fresh?.has(file.id) ? await this.#refreshed(file) : null;
      return await attempt(listed ?? file).catch(async (thrown: unknown) => {
        const renewed = await this.#renewed(file, UploadError.from(thrown));
        if (renewed) return attempt(renewed);
        throw thrown;
      });
    } catch (error) {
      throw UploadError.from(error);
    } finally {
      this.#busyIds.delete(file.id);
      this.#host.requestUpdate();
    }
  }

  /** Shows the result of a call about a file, before the list is loaded again. */
  replace(file: RemoteFile): void {
    if (!this.#page) return;
    const files = this.#page.files.map((shown) => (shown.id === file.id ? { ...shown, ...file } : shown));
    this.#page = { ...this.#page, files };
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    document.addEventListener(UPLOAD_SUCCESS, this.#followUploads);
    document.addEventListener(UPLOADS_COMPLETE, this.#finishUploads);
    if (!this.#hasLeft) return;
    this.#hasLeft = false;
    if (this.#files) void this.refresh("start");
  }

  hostUpdate(): void {
    const before = this.#settings;
    const now = this.#config.settings();
    if (before === now || (before && now && isSame(before, now))) return;
    this.#settings = now;
    this.#files = now && connectFiles(now);
    if (before && now && !isOtherList(before, now) && this.#phase.kind !== "failed") return;
    this.#page = null;
    this.#fresh = null;
    this.#wantedOffset = 0;
    if (now) void this.#load(0, "start");
    else this.#stop({ kind: "not-set-up" });
  }

  /** Moving an element removes and inserts it in one task, so it counts as removed only after a microtask. */
  hostDisconnected(): void {
    document.removeEventListener(UPLOAD_SUCCESS, this.#followUploads);
    document.removeEventListener(UPLOADS_COMPLETE, this.#finishUploads);
    queueMicrotask(() => {
      if (this.#host.isConnected) return;
      this.#hasLeft = true;
      if (this.#files) this.#stop({ kind: "settled" });
    });
  }

  get #pageSize(): number {
    return this.#settings?.pageSize ?? 1;
  }

  readonly #followUploads = (event: Event): void => {
    this.#showUploaded(event, event.composedPath()[0]).catch(() => {});
    this.#refreshSoon(FOLLOW_MS);
  };

  /** Shows an uploaded file before the endpoint's list has it. */
  async #showUploaded(event: Event, uploader: EventTarget | undefined): Promise<void> {
    // Not destructured, because Vite 5 and 6 break that in packages.
    const loaded = await import("./fresh-files.ts");
    const file = loaded.uploadedFile(event, uploader, this.#settings?.endpoint);
    if (!file) return;
    this.#fresh ??= new loaded.FreshFiles(() => this.#ports.clock.now());
    this.#fresh.add(file);
    this.#page = this.#page && this.#fresh.addTo(this.#page);
    this.#host.requestUpdate();
  }

  readonly #finishUploads = (): void => {
    clearTimeout(this.#soon);
    this.#soon = undefined;
    this.#refreshSoon(FINISH_MS);
  };

  #refreshSoon(ms: number): void {
    this.#soon ??= setTimeout(() => {
      this.#soon = undefined;
      void this.refresh("upload");
    }, ms);
  }

  /** The file with a new token from a refreshed list, if its token has expired; null for any other error. */
  async #renewed(file: HostFile, { apiCode }: UploadError): Promise<HostFile | null> {
    if (apiCode !== "token_expired" && apiCode !== "token_missing") return null;
    return this.#refreshed(file);
  }

  /** The file with another token from a refreshed list; null if the list has none. */
  async #refreshed(file: HostFile): Promise<HostFile | null> {
    void this.refresh("quiet");
    // A later load ends an earlier one.
    for (let loading: unknown; loading !== this.#loading; await loading) loading = this.#loading;
    return this.#page?.files.find(({ id, token }) => id === file.id && token !== file.token) ?? null;
  }

  #stop(phase: Phase): void {
    clearTimeout(this.#soon);
    this.#soon = undefined;
    this.#run?.abort();
    this.#run = null;
    this.#enter(phase);
  }

  #load(offset: number, cause: Cause): Promise<void> {
    this.#loading = this.#loadPage(offset, cause);
    return this.#loading;
  }

  async #loadPage(offset: number, cause: Cause): Promise<void> {
    const files = this.#files;
    if (!files) return;
    this.#wantedOffset = offset;
    // A list that waits for a busy server loads the latest offset then; an earlier call would ignore its `Retry-After`.
    if (this.#phase.kind === "waiting" && cause !== "start") return this.#host.requestUpdate();
    this.#run?.abort();
    const run = new AbortController();
    this.#run = run;
    this.#enter({ kind: "loading" });
    try {
      const page = await this.#fetchPage(files, cause, run.signal);
      if (run.signal.aborted) return;
      const shown = this.#fresh?.addTo(page) ?? page;
      this.#page = shown;
      this.#enter({ kind: "settled" });
      this.#config.onLoad(shown, cause);
    } catch (thrown) {
      if (run.signal.aborted) return;
      const error = UploadError.from(thrown);
      this.#wantedOffset = this.#page?.offset ?? offset;
      this.#enter({ kind: "failed", error });
      this.#config.onFailure(error, cause);
    }
  }

  async #fetchPage(files: HostFiles, cause: Cause, signal: AbortSignal): Promise<ShownPage> {
    const ask = async (): Promise<ShownPage> => {
      const offset = this.#wantedOffset;
      const page = await files.list({ limit: this.#pageSize, offset }, signal);
      const beyond = offset + this.#pageSize;
      const next = hasNext(page, offset, this.#pageSize) ?? (await isAnyBeyond(files, beyond, signal));
      return newestFirst(page, offset, next);
    };
    const onWait = (wait: Wait) => {
      if (signal.aborted) return;
      this.#enter(wait ? { kind: "waiting", wait } : { kind: "loading" });
      if (wait) this.#config.onWait(wait, cause);
    };
    for (;;) {
      const page = await retryWhileBusy(ask, { ports: this.#ports, signal, waitOffline: true, onWait });
      const instead = offsetInsteadOf(page, page.offset, this.#pageSize);
      if (instead === null || signal.aborted) return page;
      this.#wantedOffset = instead;
    }
  }

  #enter(phase: Phase): void {
    this.#phase = phase;
    this.#host.requestUpdate();
  }
}

/** Whether the list has files from this offset on; not if the endpoint does not answer, which is no reason to fail. */
async function isAnyBeyond(files: HostFiles, offset: number, signal: AbortSignal): Promise<boolean> {
  return files.list({ limit: 1, offset }, signal).then(
    (page) => page.files.length > 0,
    () => false,
  );
}

function isSame(a: FilesSettings, b: FilesSettings): boolean {
  return (
    a.endpoint === b.endpoint && a.headers === b.headers && a.credentials === b.credentials && a.pageSize === b.pageSize
  );
}

/**
 * Whether the settings describe another list. Objects and functions count as unchanged, because pages may create them at
 * each render (inline ones in React): loading again for each would never end.
 */
function isOtherList(a: FilesSettings, b: FilesSettings): boolean {
  const bothFunctions = typeof a.endpoint !== "string" && typeof b.endpoint !== "string";
  return (
    a.pageSize !== b.pageSize ||
    a.credentials !== b.credentials ||
    !(a.endpoint === b.endpoint || bothFunctions) ||
    (a.headers === undefined) !== (b.headers === undefined)
  );
}
