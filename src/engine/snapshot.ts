import type { UploadError } from "./errors.ts";
import type { Inspection } from "./inspection.ts";
import type { RemoteFile } from "./ports.ts";
import type { Step, UploadStatus, WaitReason } from "./upload/upload-state.ts";

/** What a page may know of one upload. Frozen; the same object until something about it changed. */
export interface UploadSnapshot {
  /** Ours, for commands and keys; not Lightfield's file id (that is `remote.id`). */
  readonly id: string;
  readonly file: File;
  /** The name to show: Lightfield's once it is known, else the file's own. */
  readonly name: string;
  /** The folder it came from, with "/" between and none at the end; "" for a single file. */
  readonly folder: string;
  readonly mimeType: string;
  readonly sizeBytes: number;
  readonly status: UploadStatus;
  /** What is going on (or comes next); null once it is over. */
  readonly step: Step["kind"] | null;
  /** The bytes are all sent; their digest is still being computed or checked. */
  readonly verifying: boolean;
  /**
   * Bytes that left the browser. Never goes backwards within one transfer; a pause ends that, and then it becomes what
   * the server says it has, as soon as that has been asked.
   */
  readonly sentBytes: number;
  /** Bytes that the server says it has. */
  readonly confirmedBytes: number;
  /** null until there is enough to say. */
  readonly bytesPerSecond: number | null;
  readonly remainingMs: number | null;
  /** A cut transfer goes on from the confirmed byte. */
  readonly resumable: boolean;
  /**
   * - `new`: begun here
   * - `continued`: goes on where an earlier visit was cut off
   * - `changed`: an earlier visit left an upload of this name, but of another content, so this one begins anew
   */
  readonly origin: "new" | "continued" | "changed";
  /** What a look at its content showed; null before, and when nobody looks. */
  readonly inspection: Inspection | null;
  readonly waitReason: WaitReason | null;
  /** Epoch milliseconds; null when nobody can say. */
  readonly waitingUntil: number | null;
  /** Why it failed, or what it is waiting out. */
  readonly error: UploadError | null;
  /** Lightfield's own record, once completed. */
  readonly remote: RemoteFile | null;
  /** The digest that the server checked, once completed. */
  readonly md5: string | null;
  readonly canPause: boolean;
  readonly canResume: boolean;
  readonly canRetry: boolean;
  readonly canCancel: boolean;
  readonly canRemove: boolean;
}

/** An upload that an earlier visit left unfinished. */
export interface InterruptedUpload {
  /** For `resumeInterrupted` and `discardInterrupted`. */
  readonly id: string;
  readonly name: string;
  readonly mimeType: string;
  readonly sizeBytes: number;
  /** At least so many are safe. */
  readonly confirmedBytes: number;
  /** When it was last heard of: epoch milliseconds. */
  readonly savedAt: number;
  /** It can go on by a click; otherwise the same file must be added again. */
  readonly reopenable: boolean;
}

/** The whole queue at a glance. Sums leave out what was cancelled. */
export interface QueueSnapshot {
  readonly uploads: readonly UploadSnapshot[];
  /** What `findInterrupted` found and nobody has taken up since. */
  readonly interrupted: readonly InterruptedUpload[];
  readonly totalBytes: number;
  readonly sentBytes: number;
  readonly bytesPerSecond: number | null;
  readonly remainingMs: number | null;
  readonly counts: Readonly<Record<UploadStatus, number>>;
  /** Nothing is running, and nothing will start by itself. */
  readonly idle: boolean;
}
