/** An uploader whose uploads do what the test or the screenshot says, behind the real interface and the real rules. */

import { UploadError, type UploadErrorCode, type UploadErrorOptions } from "../../../src/engine/errors.ts";
import { mimeTypeOf } from "../../../src/engine/mime-types.ts";
import { checkEntries } from "../../../src/engine/queue/constraints.ts";
import type { InterruptedUpload, QueueSnapshot, UploadSnapshot } from "../../../src/engine/snapshot.ts";
import type { UploadStatus } from "../../../src/engine/upload/upload-state.ts";
import type { FileEntry, UploaderApi, UploaderEvent, UploaderOptions } from "../../../src/engine/uploader-api.ts";
import { allowLines } from "../../support/allowed-lines.ts";

export type Patch = Partial<UploadSnapshot>;

const OVER: readonly UploadStatus[] = ["succeeded", "failed", "cancelled"];

export class ScriptedUploader implements UploaderApi {
  options: UploaderOptions;
  disposed = false;
  /** Whether the browser opens the file of an interrupted upload again. */
  reopens = true;
  /** Every entry that was added, unchanged. */
  readonly entries: FileEntry[] = [];
  /** Every command, as "name" or "name id". */
  readonly commands: string[] = [];
  #uploads: readonly UploadSnapshot[] = [];
  #interrupted: readonly InterruptedUpload[] = [];
  readonly #removed = new Map<string, { readonly upload: UploadSnapshot; readonly index: number }>();
  #count = 0;
  readonly #subscribers = new Set<() => void>();
  readonly #listeners = new Set<(event: UploaderEvent) => void>();

  constructor(options: UploaderOptions = {}) {
    this.options = options;
  }

  get listenerCount(): number {
    return this.#subscribers.size + this.#listeners.size;
  }

  get snapshot(): QueueSnapshot {
    const counts: Record<UploadStatus, number> = {
      queued: 0,
      active: 0,
      waiting: 0,
      paused: 0,
      failed: 0,
      succeeded: 0,
      cancelled: 0,
    };
    for (const { status } of this.#uploads) counts[status]++;
    const counted = this.#uploads.filter(({ status }) => status !== "cancelled");
    const running = counted.filter(({ status }) => status === "active");
    const speeds = running.map(({ bytesPerSecond }) => bytesPerSecond ?? 0);
    const bytesPerSecond = speeds.reduce((sum, one) => sum + one, 0) || null;
    const totalBytes = counted.reduce((sum, one) => sum + one.sizeBytes, 0);
    const sentBytes = counted.reduce((sum, one) => sum + one.sentBytes, 0);
    return {
      uploads: this.#uploads,
      interrupted: this.#interrupted,
      totalBytes,
      sentBytes,
      bytesPerSecond,
      remainingMs: bytesPerSecond && ((totalBytes - sentBytes) / bytesPerSecond) * 1000,
      counts,
      idle: counts.active + counts.waiting + (this.options.autoStart === false ? 0 : counts.queued) === 0,
    };
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
    this.options = { ...this.options, ...options };
  }

  reconnect(): void {
    this.commands.push("reconnect");
  }

  check(entries: readonly FileEntry[]): ReturnType<UploaderApi["check"]> {
    const held = this.#uploads.filter(({ status }) => status !== "cancelled").length;
    return checkEntries(entries, this.options, held);
  }

  add(entries: readonly FileEntry[]): ReturnType<UploaderApi["add"]> {
    this.entries.push(...entries);
    const { accepted, rejections } = this.check(entries);
    const added = accepted.map((entry) => this.#make(entry));
    this.#uploads = [...this.#uploads, ...added];
    this.#changed();
    for (const upload of added) this.emit({ type: "added", upload });
    if (rejections.length > 0) this.emit({ type: "rejected", rejections });
    return { added, rejections };
  }

  start(): void {
    this.commands.push("start");
  }
  pause(id?: string): void {
    this.#record("pause", id);
    for (const { id: one } of this.#chosen(id).filter(({ canPause }) => canPause)) {
      const upload = this.patch(one, { status: "paused" });
      this.emit({ type: "paused", upload });
    }
  }
  resume(id?: string): void {
    this.#record("resume", id);
    for (const { id: one } of this.#chosen(id).filter(({ canResume }) => canResume)) {
      const upload = this.patch(one, { status: "queued" });
      this.emit({ type: "resumed", upload });
    }
  }
  retry(id?: string): void {
    this.#record("retry", id);
    for (const { id: one } of this.#chosen(id).filter(({ canRetry }) => canRetry)) {
      const upload = this.patch(one, { status: "queued" });
      this.emit({ type: "retried", upload });
    }
  }

  /** Sets the uploads that `findInterrupted` finds. */
  interrupt(...uploads: readonly InterruptedUpload[]): void {
    this.#interrupted = uploads;
    this.#changed();
  }

  async findInterrupted(): Promise<void> {
    this.#record("findInterrupted");
  }

  async resumeInterrupted(id: string): Promise<boolean> {
    this.#record("resumeInterrupted", id);
    if (this.reopens) this.interrupt(...this.#interrupted.filter((one) => one.id !== id));
    return this.reopens;
  }

  async discardInterrupted(id: string): Promise<void> {
    this.#record("discardInterrupted", id);
    this.interrupt(...this.#interrupted.filter((one) => one.id !== id));
  }

  cancel(id?: string): void {
    this.#record("cancel", id);
    for (const { id: one } of this.#chosen(id).filter(({ canCancel }) => canCancel)) {
      const upload = this.patch(one, { status: "cancelled" });
      this.emit({ type: "cancelled", upload });
    }
  }

  remove(id: string): void {
    this.#record("remove", id);
    const upload = this.get(id);
    const index = this.#uploads.indexOf(upload);
    this.#uploads = this.#uploads.filter((one) => one !== upload);
    this.#changed();
    this.#removed.set(upload.id, { upload, index });
    this.emit({ type: "removed", upload });
  }

  restore(id: string): void {
    this.#record("restore", id);
    const removed = this.#removed.get(id);
    if (!removed) return;
    this.#removed.delete(id);
    const { upload, index } = removed;
    this.#uploads = [...this.#uploads.slice(0, index), upload, ...this.#uploads.slice(index)];
    this.#changed();
    this.emit({ type: "restored", upload: removed.upload });
  }

  clear(statuses = OVER): void {
    this.#record("clear");
    for (const { id, status } of this.#uploads) if (OVER.includes(status) && statuses.includes(status)) this.remove(id);
  }

  dispose(): void {
    this.cancel();
    this.disposed = true;
    this.#subscribers.clear();
    this.#listeners.clear();
  }

  /** Puts an upload into a state. What a status allows follows from it, unless the patch says otherwise. */
  patch(id: string, patch: Patch): UploadSnapshot {
    const before = this.get(id);
    const status = patch.status ?? before.status;
    const after: UploadSnapshot = {
      ...before,
      step: OVER.includes(status) && status !== "failed" ? null : (before.step ?? "transfer"),
      canPause: !OVER.includes(status) && status !== "paused" && patch.step !== "finalize",
      canCancel: !OVER.includes(status),
      canRemove: OVER.includes(status),
      canRetry: status === "failed",
      canResume: status === "paused",
      ...patch,
    };
    this.#uploads = this.#uploads.map((one) => (one === before ? after : one));
    this.#changed();
    return after;
  }

  begin(id: string): void {
    const upload = this.patch(id, { status: "active", step: "transfer" });
    this.emit({ type: "started", upload });
  }

  progress(id: string, sentBytes: number): void {
    const upload = this.patch(id, { status: "active", step: "transfer", sentBytes });
    this.emit({ type: "progressed", upload });
  }

  succeed(id: string, md5: string | null = "5eb63bbbe01eeed093cb22bb8f5acdc3"): void {
    const { name: filename, mimeType, sizeBytes } = this.get(id);
    const times = { createdAt: 0, completedAt: 0, expiresAt: null };
    const remote = { id: `fil_${id}`, filename, mimeType, sizeBytes, status: "COMPLETED" as const, ...times };
    const upload = this.patch(id, { status: "succeeded", sentBytes: sizeBytes, remote, md5 });
    this.emit({ type: "succeeded", upload });
  }

  fail(id: string, code: UploadErrorCode, options: UploadErrorOptions & { message?: string } = {}): void {
    allowLines();
    const error = new UploadError(code, options.message ?? code, options);
    const upload = this.patch(id, { status: "failed", error });
    this.emit({ type: "failed", upload, error });
  }

  finish(): void {
    this.emit({ type: "finished", queue: this.snapshot });
  }

  emit(event: UploaderEvent): void {
    for (const listener of [...this.#listeners]) listener(event);
  }

  get(id: string): UploadSnapshot {
    const upload = this.#uploads.find((one) => one.id === id);
    if (!upload) throw new Error(`no upload ${id}`);
    return upload;
  }

  #chosen(id?: string): readonly UploadSnapshot[] {
    return this.#uploads.filter((one) => id === undefined || one.id === id);
  }

  #record(name: string, id?: string): void {
    this.commands.push(id === undefined ? name : `${name} ${id}`);
  }

  #changed(): void {
    for (const subscriber of [...this.#subscribers]) subscriber();
  }

  #make({ file, folder = "" }: FileEntry): UploadSnapshot {
    this.#count++;
    return {
      id: `u${this.#count}`,
      file,
      name: file.name,
      folder,
      mimeType: mimeTypeOf(file),
      sizeBytes: file.size,
      status: "queued",
      step: "authorize",
      verifying: false,
      sentBytes: 0,
      isMeasured: true,
      confirmedBytes: 0,
      bytesPerSecond: null,
      remainingMs: null,
      resumable: false,
      origin: "new",
      inspection: null,
      uploadedBefore: null,
      waitReason: null,
      waitingUntil: null,
      error: null,
      remote: null,
      md5: null,
      canPause: true,
      canResume: false,
      canRetry: false,
      canCancel: true,
      canRemove: false,
    };
  }
}
