import type { Ports } from "../ports.ts";
import { asComparable } from "../recovery/checkpoint-keeper.ts";
import { InterruptedUploads } from "../recovery/interrupted-uploads.ts";
import { NO_CHECKPOINTS } from "../recovery/no-checkpoints.ts";
import { HostGate } from "../session/host-gate.ts";
import type { QueueSnapshot, UploadSnapshot } from "../snapshot.ts";
import { InspectionQueue } from "../upload/inspection-queue.ts";
import { canPause } from "../upload/take-snapshot.ts";
import { Upload, type UploadChange } from "../upload/upload.ts";
import { isLive, isSettled } from "../upload/upload-state.ts";
import type { FileEntry, UploaderApi, UploaderEvent, UploaderOptions } from "../uploader-api.ts";
import { checkEntries } from "./constraints.ts";
import { StartLine } from "./start-line.ts";
import { UploadList } from "./upload-list.ts";

const DEFAULT_CONCURRENCY = 3;

/** The queue: takes files, starts as many as are allowed, tells what happens. */
export class Uploader implements UploaderApi {
  readonly #ports: Ports;
  readonly #gate: HostGate;
  readonly #interrupted: InterruptedUploads;
  readonly #uploads = new UploadList();
  /** All of those that are queued with `autoStart`, else those that `start` was called for. */
  readonly #line = new StartLine();
  readonly #subscribers = new Set<() => void>();
  readonly #listeners = new Set<(event: UploaderEvent) => void>();
  readonly #inspections: InspectionQueue | null;
  #options: UploaderOptions;
  #snapshot: QueueSnapshot | null = null;
  /** Something ran since the queue was last reported as finished. */
  #busy = false;

  constructor(ports: Ports, options: UploaderOptions = {}) {
    this.#ports = ports;
    this.#gate = new HostGate(ports.clock);
    this.#interrupted = new InterruptedUploads(ports, this.#gate, () => this.#changed());
    this.#inspections = ports.inspector ? new InspectionQueue(ports.inspector) : null;
    this.#options = options;
  }

  get snapshot(): QueueSnapshot {
    this.#snapshot ??= this.#uploads.snapshot(this.#interrupted.list, !this.#hasWork());
    return this.#snapshot;
  }

  subscribe(onChange: () => void): () => void {
    this.#subscribers.add(onChange);
    return () => this.#subscribers.delete(onChange);
  }

  listen(onEvent: (event: UploaderEvent) => void): () => void {
    this.#listeners.add(onEvent);
    return () => this.#listeners.delete(onEvent);
  }

  configure(options: UploaderOptions): void {
    const wasAutomatic = this.#options.autoStart ?? true;
    this.#options = { ...this.#options, ...options };
    if (!wasAutomatic && this.#options.autoStart) this.start();
    else this.#pump();
  }

  check(entries: readonly FileEntry[]): ReturnType<UploaderApi["check"]> {
    return checkEntries(entries, this.#options, this.#uploads.held);
  }

  add(entries: readonly FileEntry[]): ReturnType<UploaderApi["add"]> {
    const { accepted, rejections } = this.check(entries);
    const added = this.#take(accepted, "new");
    if (rejections.length > 0) this.#emit({ type: "rejected", rejections });
    this.#pump();
    return { added, rejections };
  }

  start(): void {
    for (const upload of this.#uploads.all()) {
      if (upload.state.status !== "queued" || this.#line.has(upload)) continue;
      this.#line.join(upload);
      upload.refresh();
      this.#uploads.note(upload);
    }
    this.#changed();
    this.#pump();
  }

  pause(id?: string): void {
    // Out of the line first, so that none of them starts in the place of one that is being paused.
    const chosen = this.#chosen(id).filter(canPause);
    for (const upload of chosen) this.#line.leave(upload);
    for (const upload of chosen) upload.pause();
    this.#pump();
  }

  resume(id?: string): void {
    this.#requeue(id, "paused");
  }

  retry(id?: string): void {
    this.#requeue(id, "failed");
  }

  async findInterrupted(): Promise<void> {
    const { recovery = true, scope = "", purpose = null, context } = this.#options;
    if (!recovery) return;
    // What a function would say depends on a file that is not here yet.
    const known = typeof context === "function" ? null : asComparable(context);
    await this.#interrupted.find({ scope, purpose, context: known });
  }

  async resumeInterrupted(id: string): Promise<boolean> {
    const reopened = await this.#interrupted.reopen(id);
    if (!reopened) return false;
    const { file, checkpoint, isSame } = reopened;
    const folder = checkpoint.file.name.split("/").slice(0, -1).join("/");
    const entries = [{ file, ...(folder && { folder }) }];
    if (this.#options.maxFiles === 1) this.#makeWayFor(entries);
    const { accepted, rejections } = this.check(entries);
    if (rejections.length > 0) this.#emit({ type: "rejected", rejections });
    this.#take(accepted, isSame ? "new" : "changed");
    this.#pump();
    // Its bytes are those of a content that no longer exists.
    if (!isSame && accepted.length > 0) await this.#interrupted.discard(id);
    return true;
  }

  async discardInterrupted(id: string): Promise<void> {
    await this.#interrupted.discard(id);
  }

  cancel(id?: string): void {
    const chosen = this.#chosen(id);
    for (const upload of chosen) this.#line.leave(upload);
    for (const upload of chosen) upload.cancel();
    this.#pump();
  }

  remove(id: string): void {
    const upload = this.#uploads.get(id);
    if (!upload) return;
    upload.cancel();
    if (isLive(upload.state)) return; // completing: nobody can call that back, so it stays until it is over
    this.#forget(upload);
  }

  clear(): void {
    for (const upload of this.#uploads.all()) {
      if (!isSettled(upload.state)) continue;
      upload.cancel();
      this.#forget(upload);
    }
  }

  dispose(): void {
    this.cancel();
    this.#ports.hasher.dispose();
    this.#subscribers.clear();
    this.#listeners.clear();
  }

  #take(entries: readonly FileEntry[], origin: UploadSnapshot["origin"]): UploadSnapshot[] {
    const uploads = entries.map((entry) => this.#accept(entry, origin));
    this.#changed();
    const added = uploads.map((upload) => upload.snapshot);
    for (const upload of added) this.#emit({ type: "added", upload });
    return added;
  }

  #accept(entry: FileEntry, origin: UploadSnapshot["origin"]): Upload {
    const { purpose = null, context, autoStart = true, recovery = true, scope = "" } = this.#options;
    const { inspect = purpose === "meeting_transcript" } = this.#options;
    const upload = new Upload({
      id: this.#ports.randomId(),
      entry,
      purpose,
      context: typeof context === "function" ? context(entry.file) : context,
      scope,
      origin,
      ports: recovery ? this.#ports : { ...this.#ports, checkpoints: NO_CHECKPOINTS },
      gate: this.#gate,
      inspections: inspect ? this.#inspections : null,
      isDue: (one) => this.#line.has(one),
      onChange: (changed, change) => this.#onUploadChange(changed, change),
    });
    this.#uploads.add(upload);
    if (autoStart) this.#line.join(upload);
    return upload;
  }

  /** Where one file at a time is wanted, one that is over makes way, if only for what would otherwise be taken. */
  #makeWayFor(entries: readonly FileEntry[]): void {
    const isInTheWay = this.#uploads.all().every(({ state }) => isSettled(state));
    if (isInTheWay && checkEntries(entries, this.#options, 0).accepted.length > 0) this.clear();
  }

  #forget(upload: Upload): void {
    this.#uploads.delete(upload);
    this.#line.leave(upload);
    this.#changed();
    this.#emit({ type: "removed", upload: upload.snapshot });
    this.#pump();
  }

  #requeue(id: string | undefined, from: "paused" | "failed"): void {
    for (const upload of this.#chosen(id)) {
      if (upload.state.status !== from) continue;
      // In this order, so that nobody sees it queued and yet not due.
      this.#line.joinAgain(upload);
      upload.queue();
      this.#emit({ type: from === "paused" ? "resumed" : "retried", upload: upload.snapshot });
    }
    this.#pump();
  }

  #chosen(id: string | undefined): Upload[] {
    if (id === undefined) return this.#uploads.all();
    const upload = this.#uploads.get(id);
    return upload ? [upload] : [];
  }

  #hasWork(): boolean {
    return this.#uploads.running > 0 || !this.#line.isEmpty;
  }

  /** Fills the free places from the line. */
  #pump(): void {
    const places = Math.max(1, this.#options.maxConcurrentUploads ?? DEFAULT_CONCURRENCY);
    while (this.#uploads.places < places) {
      const next = this.#line.next();
      if (!next) break;
      this.#busy = true;
      next.start();
    }
    if (this.#busy && !this.#hasWork()) {
      this.#busy = false;
      this.#changed();
      this.#emit({ type: "finished", queue: this.snapshot });
    }
  }

  #onUploadChange(upload: Upload, change: UploadChange): void {
    this.#uploads.note(upload);
    this.#changed();
    if (change?.type === "authorized") this.#interrupted.takeUp(change.session.id);
    const told = toldAs(upload, change);
    if (told) this.#emit(told);
    if (isSettled(upload.state) || change?.type === "transferred") this.#pump();
  }

  #changed(): void {
    this.#snapshot = null;
    for (const onChange of [...this.#subscribers]) onChange();
  }

  #emit(event: UploaderEvent): void {
    for (const onEvent of [...this.#listeners]) onEvent(event);
  }
}

/** What listeners hear of a change of one upload. */
function toldAs({ snapshot: upload, state }: Upload, change: UploadChange): UploaderEvent | null {
  switch (change?.type) {
    case undefined:
    case "confirmed":
      return { type: "progressed", upload };
    case "inspected":
      return { type: "inspected", upload };
    case "start":
      return state.status === "active" && state.step.kind === "authorize" && state.attempt === 1
        ? started(upload)
        : null;
    case "wait":
      return { type: "waiting", upload, error: upload.error };
    case "completed":
      return { type: "succeeded", upload };
    case "fail":
      return upload.error && { type: "failed", upload, error: upload.error };
    case "pause":
      return { type: "paused", upload };
    case "cancel":
      return { type: "cancelled", upload };
    default:
      return null;
  }
}

function started(upload: UploadSnapshot): UploaderEvent {
  return { type: "started", upload };
}
