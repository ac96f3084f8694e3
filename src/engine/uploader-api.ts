import type { UploadError } from "./errors.ts";
import type { FileEntry } from "./file-entry.ts";
import type { Constraints, Rejection } from "./queue/constraints.ts";
import type { QueueSnapshot, UploadSnapshot } from "./snapshot.ts";

export type { FileEntry };

export interface UploaderOptions extends Constraints {
  /** Told to Lightfield with every file; null for none. */
  readonly purpose?: string | null;
  /** Any JSON for the host's hooks; a function is asked once per file. */
  readonly context?: unknown;
  /** Default 3. */
  readonly maxConcurrentUploads?: number;
  /** Start as soon as a file is added. Default true. */
  readonly autoStart?: boolean;
  /** Keep what is needed to go on after a reload or a crash (names, sizes and sessions, no content). Default true. */
  readonly recovery?: boolean;
  /**
   * Look at the first and last kilobytes of every file, before its session where that takes but a moment: the snapshot's
   * `inspection` then says what they show. Default: only for the purpose `meeting_transcript`.
   */
  readonly inspect?: boolean;
  /** To whom interrupted uploads belong: the endpoint's address. Default "". */
  readonly scope?: string;
}

/** What happened, in order, after the snapshot already shows it. */
export type UploaderEvent =
  | { readonly type: "added"; readonly upload: UploadSnapshot }
  | { readonly type: "rejected"; readonly rejections: readonly Rejection[] }
  /** `upload.inspection` is there. */
  | { readonly type: "inspected"; readonly upload: UploadSnapshot }
  | { readonly type: "removed"; readonly upload: UploadSnapshot }
  | { readonly type: "started"; readonly upload: UploadSnapshot }
  | { readonly type: "progressed"; readonly upload: UploadSnapshot }
  | { readonly type: "waiting"; readonly upload: UploadSnapshot; readonly error: UploadError | null }
  | { readonly type: "paused"; readonly upload: UploadSnapshot }
  | { readonly type: "resumed"; readonly upload: UploadSnapshot }
  | { readonly type: "retried"; readonly upload: UploadSnapshot }
  /** The session became useless by the error: a new one takes its place after a wait, without a command. */
  | { readonly type: "renewed"; readonly upload: UploadSnapshot; readonly error: UploadError }
  | { readonly type: "succeeded"; readonly upload: UploadSnapshot }
  | { readonly type: "failed"; readonly upload: UploadSnapshot; readonly error: UploadError }
  | { readonly type: "cancelled"; readonly upload: UploadSnapshot }
  /** Nothing is running or queued any more, after something was. */
  | { readonly type: "finished"; readonly queue: QueueSnapshot };

/**
 * The headless uploader. Commands that do not apply do nothing; without an id they mean every upload to which they apply.
 * `Uploader` in `queue/uploader.ts` implements it.
 */
export interface UploaderApi {
  readonly snapshot: QueueSnapshot;
  /** Called after every change of the snapshot; returns how to stop. */
  subscribe(onChange: () => void): () => void;
  /** Called for every event; returns how to stop. */
  listen(onEvent: (event: UploaderEvent) => void): () => void;
  /** Replaces the given options; applies to files added later, and `maxConcurrentUploads` at once. */
  configure(options: UploaderOptions): void;
  /** Which of the files would be taken, without adding any: also for feedback during a drag. */
  check(entries: readonly FileEntry[]): { accepted: FileEntry[]; rejections: Rejection[] };
  /** Adds what is acceptable and reports the rest with a `rejected` event. */
  add(entries: readonly FileEntry[]): { added: UploadSnapshot[]; rejections: Rejection[] };
  /** Starts what is queued (with `autoStart: false` nothing starts before). */
  start(): void;
  /** What is under way, or would start by itself; what waits for `start` goes on waiting for it. */
  pause(id?: string): void;
  resume(id?: string): void;
  /** A failed one again, from the step at which it failed. */
  retry(id?: string): void;
  /**
   * Looks for uploads that an earlier visit left unfinished; they then stand in `snapshot.interrupted`. Those that
   * another tab is busy with are not among them.
   */
  findInterrupted(): Promise<void>;
  /**
   * Goes on with one of them, by the file handle that the browser kept. Call it during a click: the browser may ask for
   * permission. False when the file cannot be opened; adding the same file again goes on as well. With `maxFiles: 1` it
   * takes the place of one that is over.
   */
  resumeInterrupted(id: string): Promise<boolean>;
  /** Gives one of them up, at the host, too. */
  discardInterrupted(id: string): Promise<void>;
  /** Stops the transfer and abandons the session at the host. */
  cancel(id?: string): void;
  /** Takes it off the list; what is not over yet is cancelled first. */
  remove(id: string): void;
  /** Removes everything that is over: succeeded, cancelled and failed. */
  clear(): void;
  /** Cancels everything and gives back workers and listeners. */
  dispose(): void;
}
