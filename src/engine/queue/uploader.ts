import type { FileEntry } from "../file-entry.ts";
import { limitedHasher } from "../limited-hasher.ts";
import { isUntyped, mimeTypeOf } from "../mime-types.ts";
import type { Ports } from "../ports.ts";
import { LazyRecovery, type RecoveryPorts } from "../recovery/lazy-recovery.ts";
import type { Recovery, Reopened } from "../recovery/recovery.ts";
import { HostGate } from "../session/host-gate.ts";
import type { QueueSnapshot } from "../snapshot.ts";
import { InspectionQueue } from "../upload/inspection-queue.ts";
import { canPause } from "../upload/take-snapshot.ts";
import { Upload, type UploadChange, type UploadConfig } from "../upload/upload.ts";
import { isLive, isSettled, type UploadStatus } from "../upload/upload-state.ts";
import type { UploaderApi, UploaderEvent, UploaderOptions } from "../uploader-api.ts";
import { checkEntries } from "./constraints.ts";
import { eventFor } from "./event-for.ts";
import { Observers } from "./observers.ts";
import { contextOf } from "./page-context.ts";
import { StartLine } from "./start-line.ts";
import { UploadList } from "./upload-list.ts";

const DEFAULT_CONCURRENCY = 3;

/** Initial values of an upload beside the options. */
type Beginning = Pick<UploadConfig, "origin" | "resumes"> & Partial<Pick<UploadConfig, "purpose" | "context">>;

const NEW: Beginning = { origin: "new", resumes: null };

/** Changes after which an upload that is not over holds no place for a transfer; it may have paused itself. */
const FREES_A_PLACE: ReadonlySet<UploadChange["type"]> = new Set(["transferred", "requeue", "pause"]);

/** The queue of uploads: adds files, starts as many uploads as allowed, and reports events. */
export class Uploader implements UploaderApi {
  readonly #ports: Ports;
  readonly #gate: HostGate;
  readonly #recovery: LazyRecovery;
  readonly #uploads = new UploadList();
  /** Every queued upload with `autoStart`, else those that `start` was called for. */
  readonly #line = new StartLine();
  readonly #observers: Observers<UploaderEvent>;
  readonly #inspections: InspectionQueue | null;
  /** Calls of `resumeInterrupted` that have not ended, by session. */
  readonly #resuming = new Map<string, Promise<boolean>>();
  /** Uploads that were reported as started. */
  readonly #started = new WeakSet<Upload>();
  /** Uploads that proved to be complete after they were removed. */
  readonly #unreported = new WeakSet<Upload>();
  /** The same for every upload. */
  readonly #callbacks: Pick<UploadConfig, "isDue" | "onChange"> = {
    isDue: (upload) => this.#line.has(upload),
    onChange: (upload, change) => this.#onUploadChange(upload, change),
  };
  #options: UploaderOptions;
  #snapshot: QueueSnapshot | null = null;
  /** Something ran since the queue was last reported as finished. */
  #isBusy = false;
  #isDisposed = false;

  constructor(given: RecoveryPorts, options: UploaderOptions = {}) {
    const ports = { ...given, hasher: limitedHasher(given) };
    this.#ports = ports;
    this.#gate = new HostGate(ports.clock);
    this.#recovery = new LazyRecovery(ports, this.#gate, () => this.#changed());
    this.#inspections = ports.inspector ? new InspectionQueue(ports.inspector) : null;
    this.#observers = new Observers({ reportError: (error) => this.#report(error) });
    this.#options = options;
  }

  get snapshot(): QueueSnapshot {
    this.#snapshot ??= this.#uploads.snapshot(this.#recovery.interrupted, !this.#hasWork(), this.#ports.clock.now());
    return this.#snapshot;
  }

  subscribe(onChange: () => void): () => void {
    return this.#observers.subscribe(onChange);
  }

  listen(onEvent: (event: UploaderEvent) => void): () => void {
    return this.#observers.listen(onEvent);
  }

  configure(options: UploaderOptions): void {
    const wasAutomatic = this.#options.autoStart ?? true;
    this.#options = { ...this.#options, ...options };
    if (!wasAutomatic && this.#options.autoStart) this.#startAll();
    this.#settle();
  }

  check(entries: readonly FileEntry[]): ReturnType<UploaderApi["check"]> {
    return checkEntries(entries, this.#options, this.#uploads.held);
  }

  add(entries: readonly FileEntry[]): ReturnType<UploaderApi["add"]> {
    if (this.#isDisposed) return { added: [], rejections: [] };
    const added = this.#take(entries, NEW);
    this.#settle();
    return added;
  }

  start(): void {
    this.#startAll();
    this.#settle();
  }

  pause(id?: string): void {
    this.#stop(this.#chosen(id).filter(canPause), "pause");
  }

  resume(id?: string): void {
    this.#requeue(id, "paused");
  }

  retry(id?: string): void {
    // A retry by the user may send one request even before a `Retry-After` is over.
    if (this.#chosen(id).some(({ state }) => state.status === "failed")) this.#gate.allowOne();
    this.#requeue(id, "failed");
  }

  async findInterrupted(): Promise<void> {
    const { recovery = true, scope = "", purpose = null, context } = this.#options;
    if (!recovery || this.#isDisposed) return;
    await this.#recovery.search({ scope, purpose, context }).catch((error: unknown) => this.#report(error));
    this.#observers.deliver();
  }

  resumeInterrupted(id: string): Promise<boolean> {
    const resuming = this.#resuming.get(id) ?? this.#resumeInterrupted(id).finally(() => this.#resuming.delete(id));
    this.#resuming.set(id, resuming);
    return resuming;
  }

  async discardInterrupted(id: string): Promise<void> {
    await (await this.#recovery.load())?.discard(id);
  }

  cancel(id?: string): void {
    this.#stop(this.#chosen(id), "cancel");
  }

  remove(id: string): void {
    const upload = this.#uploads.get(id);
    if (!upload) return;
    upload.cancel();
    // During the request to complete, the upload stays on the list, because it can still succeed.
    if (!isLive(upload.state)) this.#forget(upload);
    this.#settle();
  }

  restore(id: string): void {
    const upload = this.#isDisposed ? undefined : this.#uploads.removed(id);
    if (!upload || this.check([upload.entry]).accepted.length === 0) return;
    this.#uploads.restore(id);
    this.#changed();
    this.#observers.emit({ type: "restored", upload: upload.snapshot });
    if (this.#unreported.delete(upload)) this.#observers.emit({ type: "succeeded", upload: upload.snapshot });
    this.#settle();
  }

  clear(statuses?: readonly UploadStatus[]): void {
    this.#clear(statuses);
    this.#settle();
  }

  dispose(): void {
    if (this.#isDisposed) return;
    this.#isDisposed = true;
    this.#stop(this.#uploads.all(), "close");
    this.#ports.hasher.dispose();
    this.#uploads.dispose();
    this.#observers.close();
  }

  async #resumeInterrupted(id: string): Promise<boolean> {
    if (this.#uploads.all().some(({ resumes, state }) => resumes === id && state.status !== "cancelled")) return true;
    const recovery = await this.#recovery.load();
    const reopened = this.#isDisposed ? null : await recovery?.reopen(id);
    if (!recovery || !reopened) return false;
    if (this.#isDisposed) {
      reopened.claim.leave();
      return false;
    }
    await this.#takeReopened(recovery, reopened);
    return true;
  }

  async #takeReopened(recovery: Recovery, { claim, checkpoint, file, isSame }: Reopened): Promise<void> {
    const { session, confirmed, purpose, context } = checkpoint;
    const folder = checkpoint.file.name.replace(/\/?[^/]*$/, "");
    const entries = [{ file, ...(folder && { folder }) }];
    if (this.#options.maxFiles === 1) this.#makeWayFor(entries);
    const { added } = this.#take(entries, {
      origin: isSame ? "continued" : "changed",
      resumes: isSame ? { claim, session, confirmed } : null,
      // As the session was created with, not as the page is configured now.
      ...(isSame && { purpose, context: () => (context === "" ? undefined : JSON.parse(context)) }),
    });
    this.#settle();
    if (added.length === 0) claim.leave();
    // The confirmed bytes belong to content that no longer exists.
    else if (!isSame) await recovery.abandon(claim, checkpoint);
    this.#observers.deliver();
  }

  #take(entries: readonly FileEntry[], beginning: Beginning): ReturnType<UploaderApi["add"]> {
    const { accepted, rejections } = this.check(entries);
    const uploads = accepted.map((entry) => this.#create(entry, beginning));
    const { autoStart = true } = this.#options;
    for (const upload of uploads) {
      this.#uploads.add(upload);
      if (autoStart) this.#line.join(upload);
    }
    this.#changed();
    const added = uploads.map((upload) => upload.snapshot);
    for (const upload of added) this.#observers.emit({ type: "added", upload });
    if (rejections.length > 0) this.#observers.emit({ type: "rejected", rejections });
    return { added, rejections };
  }

  #create(entry: FileEntry, beginning: Beginning): Upload {
    const { purpose = null, recovery = true, scope = "" } = this.#options;
    const { inspect = purpose === "meeting_transcript", holdSuspicious = false } = this.#options;
    return new Upload({
      id: this.#ports.randomId(),
      entry,
      purpose,
      context: contextOf(entry, this.#options.context, (error) => this.#report(error)),
      scope,
      ports: this.#ports,
      gate: this.#gate,
      recovery: recovery || beginning.resumes ? this.#recovery : null,
      // The content also decides the type of a file whose name tells none, unless the page wants no inspection.
      inspections:
        inspect || (this.#options.inspect !== false && isUntyped(mimeTypeOf(entry.file))) ? this.#inspections : null,
      memory: (recovery && this.#ports.memory) || null,
      showsInspection: inspect,
      holdSuspicious,
      ...this.#callbacks,
      ...beginning,
    });
  }

  /** In single-file mode, removes the finished upload, but only for a file that would be accepted. */
  #makeWayFor(entries: readonly FileEntry[]): void {
    const isInTheWay = this.#uploads.all().every(({ state }) => isSettled(state));
    if (isInTheWay && checkEntries(entries, this.#options, 0).accepted.length > 0) this.#clear();
  }

  #clear(statuses?: readonly UploadStatus[]): void {
    for (const upload of this.#uploads.all()) {
      const { state } = upload;
      if (!isSettled(state) || statuses?.includes(state.status) === false) continue;
      upload.cancel();
      this.#forget(upload);
    }
  }

  #forget(upload: Upload): void {
    this.#uploads.delete(upload);
    this.#line.leave(upload);
    this.#changed();
    this.#observers.emit({ type: "removed", upload: upload.snapshot });
  }

  #startAll(): void {
    for (const upload of this.#uploads.all()) {
      if (upload.state.status !== "queued" || this.#line.has(upload)) continue;
      this.#line.join(upload);
      upload.refresh();
      this.#uploads.note(upload);
    }
    this.#changed();
  }

  #requeue(id: string | undefined, from: "paused" | "failed"): void {
    for (const upload of this.#chosen(id)) {
      // A command for all uploads is no answer to the question about one.
      if (upload.state.status !== from || (id === undefined && upload.uploadedBefore)) continue;
      // In this order, so that no snapshot shows the upload as queued but not due.
      this.#line.joinAgain(upload);
      upload.queue();
      this.#observers.emit({ type: from === "paused" ? "resumed" : "retried", upload: upload.snapshot });
    }
    this.#settle();
  }

  #stop(uploads: readonly Upload[], how: "pause" | "cancel" | "close"): void {
    // Removed from the line first, so that none of them starts when another one is stopped.
    for (const upload of uploads) this.#line.leave(upload);
    for (const upload of uploads) upload[how]();
    this.#settle();
  }

  #chosen(id: string | undefined): Upload[] {
    if (id === undefined) return this.#uploads.all();
    const upload = this.#uploads.get(id);
    return upload ? [upload] : [];
  }

  #hasWork(): boolean {
    return this.#uploads.running > 0 || !this.#line.isEmpty;
  }

  /** Ends a command: fills the free places, then calls the page's callbacks. */
  #settle(): void {
    this.#pump();
    this.#observers.deliver();
  }

  /** Fills the free places from the line. */
  #pump(): void {
    const { maxConcurrentUploads: most = DEFAULT_CONCURRENCY } = this.#options;
    // At least one, whatever the page gives: NaN, too.
    while (this.#uploads.places < Math.max(most || 1, 1)) {
      const next = this.#line.next((upload) => this.#uploads.hasTwin(upload));
      if (!next) break;
      this.#isBusy = true;
      next.start();
    }
    if (this.#isBusy && !this.#hasWork()) {
      this.#isBusy = false;
      this.#changed();
      this.#observers.emit({ type: "finished", queue: this.snapshot });
    }
  }

  #onUploadChange(upload: Upload, change: UploadChange): void {
    if (this.#uploads.get(upload.id) !== upload) {
      // Changes of a removed upload are not reported, unless it is restored.
      if (change.type === "completed") this.#unreported.add(upload);
      return;
    }
    if (change.type === "requeue") this.#line.joinAgain(upload);
    this.#uploads.note(upload);
    this.#changed();
    const isFirstStart = change.type === "start" && !this.#started.has(upload);
    if (isFirstStart) this.#started.add(upload);
    const event = eventFor(upload, change, isFirstStart);
    // The server confirms a small file in the moment in which its last byte was sent.
    if (event) this.#observers.emit(event, (last) => isProgressOf(upload, event) && isProgressOf(upload, last));
    if (isSettled(upload.state) || FREES_A_PLACE.has(change.type)) this.#pump();
  }

  #changed(): void {
    this.#snapshot = null;
    this.#observers.change();
  }

  #report(error: unknown): void {
    this.#ports.reportError?.(error);
  }
}

function isProgressOf({ id }: Upload, event: UploaderEvent): boolean {
  return event.type === "progressed" && event.upload.id === id;
}
