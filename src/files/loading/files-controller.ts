import type { ReactiveController, ReactiveControllerHost } from "lit";
import { connectFiles, filesPorts } from "../../connect-files.ts";
import { UploadError } from "../../engine/errors.ts";
import type { RemoteFile } from "../../engine/ports.ts";
import type { HostFile, HostFiles } from "../../engine/session/host-files.ts";
import { fetchPage } from "./fetch-page.ts";
import { hasPrevious, type ShownPage } from "./paging.ts";
import type { Wait } from "./retry-while-busy.ts";
import { type FilesSettings, isOtherList, isSame } from "./settings.ts";
import { UploadsFollower } from "./uploads-follower.ts";

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

/** Loads pages of files, one at a time, and keeps the shown one. The latest request wins. */
export class FilesController implements ReactiveController {
  readonly ports = filesPorts();
  /** The latest load, which ends an earlier one. */
  loading: Promise<void> | null = null;
  readonly #host: ReactiveControllerHost & Element;
  readonly #config: FilesControllerConfig;
  #settings: FilesSettings | null = null;
  #files: HostFiles | null = null;
  #phase: Phase = { kind: "not-set-up" };
  #page: ShownPage | null = null;
  /** Page that the user has requested; the shown page follows. */
  #wish = { pageSize: 1, offset: 0 };
  #run: AbortController | null = null;
  #hasLeft = false;

  readonly #uploads = new UploadsFollower({
    clock: this.ports.clock,
    endpoint: () => this.#settings?.endpoint,
    onUploaded: () => {
      this.#page = this.#page && this.#uploads.addTo(this.#page);
      this.#host.requestUpdate();
    },
    refresh: () => void this.refresh("upload"),
  });

  constructor(host: ReactiveControllerHost & Element, config: FilesControllerConfig) {
    this.#host = host;
    this.#config = config;
    host.addController(this);
  }

  /** Client for the endpoint; null without an endpoint. */
  get files(): HostFiles | null {
    return this.#files;
  }

  get phase(): Phase {
    return this.#phase;
  }

  get page(): ShownPage | null {
    return this.#page;
  }

  get pageSize(): number {
    return this.#wish.pageSize;
  }

  get hasPrevious(): boolean {
    return hasPrevious(this.#wish.offset);
  }

  get hasNext(): boolean {
    return this.#page?.hasNext ?? false;
  }

  /** The file as the shown page has it; undefined if the page does not have it. */
  fileOf(id: string): HostFile | undefined {
    return this.#page?.files.find((file) => file.id === id);
  }

  /** Whether the endpoint's list has not had the file yet. */
  isFresh(id: string): boolean {
    return this.#uploads.isFresh(id);
  }

  /** Resolves when the list is loaded or could not be loaded. */
  refresh(cause: Cause): Promise<void> {
    return this.#load(this.#wish.offset, cause);
  }

  /** Shows the next or previous page, or the first one. */
  turn(direction: 1 | -1 | "first"): void {
    const { offset, pageSize } = this.#wish;
    if (direction === 1 ? !this.hasNext : !this.hasPrevious) return;
    void this.#load(direction === "first" ? 0 : Math.max(0, offset + direction * pageSize), "person");
  }

  /** Shows the result of a call about a file, before the list is loaded again. */
  replace(file: RemoteFile): void {
    if (!this.#page) return;
    const files = this.#page.files.map((shown) => (shown.id === file.id ? { ...shown, ...file } : shown));
    this.#page = { ...this.#page, files };
    this.#host.requestUpdate();
  }

  /** Shows that the files could not be loaded, above those that are shown. */
  fail(error: UploadError, cause: Cause): void {
    this.#enter({ kind: "failed", error });
    this.#config.onFailure(error, cause);
  }

  hostConnected(): void {
    this.#uploads.connect();
    if (!this.#hasLeft) return;
    this.#hasLeft = false;
    if (this.#files) void this.refresh("start");
  }

  hostUpdate(): void {
    const before = this.#settings;
    const now = this.#config.settings();
    if (isSame(before, now)) return;
    this.#settings = now;
    this.#files = now && connectFiles(now);
    if (before && now && !isOtherList(before, now) && this.#phase.kind !== "failed") return;
    this.#page = null;
    this.#uploads.forget();
    this.#wish = { pageSize: now?.pageSize ?? 1, offset: 0 };
    if (now) void this.#load(0, "start");
    else this.#stop({ kind: "not-set-up" });
  }

  /** Moving an element removes and inserts it in one task, so it counts as removed only after a microtask. */
  hostDisconnected(): void {
    this.#uploads.disconnect();
    queueMicrotask(() => {
      if (this.#host.isConnected) return;
      this.#hasLeft = true;
      if (this.#files) this.#stop({ kind: "settled" });
    });
  }

  #stop(phase: Phase): void {
    this.#uploads.stop();
    this.#run?.abort();
    this.#run = null;
    this.#enter(phase);
  }

  #load(offset: number, cause: Cause): Promise<void> {
    this.#wish.offset = offset;
    // A list that waits for a busy server loads the latest offset then; an earlier call would ignore its `Retry-After`.
    if (this.loading && this.#phase.kind === "waiting" && cause !== "start") this.#host.requestUpdate();
    else this.loading = this.#loadPage(offset, cause);
    return this.loading;
  }

  async #loadPage(offset: number, cause: Cause): Promise<void> {
    const files = this.#files;
    if (!files) return;
    const wish = this.#wish;
    this.#run?.abort();
    const run = new AbortController();
    const { signal } = run;
    this.#run = run;
    this.#enter({ kind: "loading" });
    const onWait = (wait: Wait) => {
      if (signal.aborted) return;
      this.#enter(wait ? { kind: "waiting", wait } : { kind: "loading" });
      if (wait) this.#config.onWait(wait, cause);
    };
    try {
      const page = await fetchPage(files, wish, { ports: this.ports, signal, waitOffline: true, onWait });
      if (signal.aborted) return;
      const shown = this.#uploads.addTo(page);
      this.#page = shown;
      this.#enter({ kind: "settled" });
      this.#config.onLoad(shown, cause);
    } catch (thrown) {
      if (signal.aborted) return;
      wish.offset = this.#page?.offset ?? offset;
      this.fail(UploadError.from(thrown), cause);
    }
  }

  #enter(phase: Phase): void {
    this.#phase = phase;
    this.#host.requestUpdate();
  }
}
