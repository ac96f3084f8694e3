import type { UploadError } from "./errors.ts";
import type { FileEntry } from "./file-entry.ts";
import type { Constraints, Rejection } from "./queue/constraints.ts";
import type { QueueSnapshot, UploadSnapshot } from "./snapshot.ts";
import type { UploadStatus } from "./upload/upload-state.ts";

export type { FileEntry };

export interface UploaderOptions extends Constraints {
  /** Purpose that Lightfield gets with every file; null for none. */
  readonly purpose?: string | null;
  /** Any JSON for the host's hooks; a function is called once per file, and again for a retry if it threw. */
  readonly context?: unknown;
  /** Files that are transferred at the same time. Default 3. */
  readonly maxConcurrentUploads?: number;
  /** Start each file as soon as it is added and a place is free. Default true. */
  readonly autoStart?: boolean;
  /**
   * Store what is needed to resume after a reload or a crash, and to recognize what was uploaded before: names, sizes, MD5s
   * and sessions, no content. Default true.
   */
  readonly recovery?: boolean;
  /**
   * Inspect the first and last kilobytes of every file, before its session is requested if that takes only a moment. The
   * result is the snapshot's `inspection`. Default: only for the purpose `meeting_transcript`.
   */
  readonly inspect?: boolean;
  /**
   * Pause a file before its session is requested when the inspection finds that it can hardly be what is wanted: empty, cut
   * off, a picture, a web page. `resume` sends it nevertheless. Applies only to inspected files. Default false.
   */
  readonly holdSuspicious?: boolean;
  /** Owner of interrupted uploads: the endpoint's address. Default "". */
  readonly scope?: string;
}

/** An event of the queue. Events come in order, and the snapshot already shows each when it is delivered. */
export type UploaderEvent =
  | { readonly type: "added"; readonly upload: UploadSnapshot }
  | { readonly type: "rejected"; readonly rejections: readonly Rejection[] }
  /** `upload.inspection` is available. */
  | { readonly type: "inspected"; readonly upload: UploadSnapshot }
  | { readonly type: "removed"; readonly upload: UploadSnapshot }
  /** A removed upload is on the list again. */
  | { readonly type: "restored"; readonly upload: UploadSnapshot }
  | { readonly type: "started"; readonly upload: UploadSnapshot }
  | { readonly type: "progressed"; readonly upload: UploadSnapshot }
  | { readonly type: "waiting"; readonly upload: UploadSnapshot; readonly error: UploadError | null }
  | { readonly type: "paused"; readonly upload: UploadSnapshot }
  /** Its content was uploaded before (`upload.uploadedBefore`), so it is paused before anything is sent. */
  | { readonly type: "duplicate"; readonly upload: UploadSnapshot }
  | { readonly type: "resumed"; readonly upload: UploadSnapshot }
  | { readonly type: "retried"; readonly upload: UploadSnapshot }
  /** The session can no longer be used because of the error. A new one replaces it after a delay, without a command. */
  | { readonly type: "renewed"; readonly upload: UploadSnapshot; readonly error: UploadError }
  | { readonly type: "succeeded"; readonly upload: UploadSnapshot }
  | { readonly type: "failed"; readonly upload: UploadSnapshot; readonly error: UploadError }
  | { readonly type: "cancelled"; readonly upload: UploadSnapshot }
  /** The last running or queued upload has ended. */
  | { readonly type: "finished"; readonly queue: QueueSnapshot };

/**
 * The headless uploader. Commands that do not apply do nothing; without an id they apply to all uploads. `Uploader` in
 * `queue/uploader.ts` implements it.
 */
export interface UploaderApi {
  readonly snapshot: QueueSnapshot;
  /** Calls back after changes of the snapshot; returns a function that ends the subscription. */
  subscribe(onChange: () => void): () => void;
  /** Calls back for every event; returns a function that ends the subscription. */
  listen(onEvent: (event: UploaderEvent) => void): () => void;
  /** Replaces the given options; applies to files added later, and `maxConcurrentUploads` at once. */
  configure(options: UploaderOptions): void;
  /** Checks which of the files would be accepted, without adding any: also for feedback during a drag. */
  check(entries: readonly FileEntry[]): { accepted: FileEntry[]; rejections: Rejection[] };
  /** Adds the acceptable files and reports the others with a `rejected` event. */
  add(entries: readonly FileEntry[]): { added: UploadSnapshot[]; rejections: Rejection[] };
  /** Starts queued uploads. Needed only with `autoStart: false`. */
  start(): void;
  /** Pauses what runs or would start without a command; what waits for `start` keeps waiting for it. */
  pause(id?: string): void;
  /**
   * Resumes a paused upload, from the step at which it was paused. With its id, it also uploads content once more that was
   * uploaded before (`snapshot.uploadedBefore`); without an id, such uploads stay paused.
   */
  resume(id?: string): void;
  /** Retries a failed upload, from the step at which it failed. */
  retry(id?: string): void;
  /**
   * Searches for uploads that an earlier visit left unfinished, and lists them in `snapshot.interrupted`. Leaves out those
   * that another tab is working on.
   */
  findInterrupted(): Promise<void>;
  /**
   * Resumes one of them, by the file handle that the browser stored. To be called during a click: the browser may ask for
   * permission. Resolves with false when the file cannot be opened; adding the same file again resumes it as well. With
   * `maxFiles: 1` it replaces an upload that is over.
   */
  resumeInterrupted(id: string): Promise<boolean>;
  /** Discards one of them and cancels its session at the host, unless another tab is working on it. */
  discardInterrupted(id: string): Promise<void>;
  /** Stops the transfer and cancels the session at the host. */
  cancel(id?: string): void;
  /** Removes an upload from the list; one that is not over is cancelled first. */
  remove(id: string): void;
  /**
   * Returns a removed upload to its place on the list, as far as the limits of the list allow. The last 1,000 removed uploads
   * can be returned. One that was removed before it was over is a cancelled one.
   */
  restore(id: string): void;
  /** Removes every upload that is over: succeeded, cancelled and failed, or only those of the given statuses. */
  clear(statuses?: readonly UploadStatus[]): void;
  /** Cancels everything and frees workers and listeners. No command has an effect afterwards. */
  dispose(): void;
}
