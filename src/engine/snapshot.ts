import type { UploadError } from "./errors.ts";
import type { Inspection } from "./inspection.ts";
import type { RemoteFile, UploadedBefore } from "./ports.ts";
import type { Step, UploadStatus, WaitReason } from "./upload/upload-state.ts";

/** Public state of one upload. Frozen; the same object until something about it changes. */
export interface UploadSnapshot {
  /** Id of the upload, for commands and keys; Lightfield's id of the file is `remote.id`. */
  readonly id: string;
  readonly file: File;
  /** Name to show: Lightfield's once it is known, else the file's own. */
  readonly name: string;
  /** Folder of the file, with "/" between the parts and none at the end; "" for a single file. */
  readonly folder: string;
  readonly mimeType: string;
  readonly sizeBytes: number;
  readonly status: UploadStatus;
  /** Current or next step; null once the upload is over. */
  readonly step: Step["kind"] | null;
  /** Every byte is sent, and the digest is still being computed or checked. */
  readonly verifying: boolean;
  /**
   * Bytes that left the browser. Never decreases within one transfer. After a pause it becomes what the server says it
   * has, as soon as the server has been asked.
   */
  readonly sentBytes: number;
  /**
   * false while bytes are being sent and the browser does not report how many, as under a service worker of the page that
   * passes requests on. `sentBytes` and `bytesPerSecond` then say nothing about them.
   */
  readonly isMeasured: boolean;
  /** Bytes that the server says it has. */
  readonly confirmedBytes: number;
  /** Speed of the last 8 seconds; 0 at a standstill, null before it can be measured. */
  readonly bytesPerSecond: number | null;
  /** Time left in milliseconds; null when there is no honest estimate. */
  readonly remainingMs: number | null;
  /** An interrupted transfer resumes from the confirmed byte. */
  readonly resumable: boolean;
  /**
   * - `new`: started by this page
   * - `continued`: resumes an upload that an earlier visit left unfinished
   * - `changed`: an earlier visit left an upload of this name, but of another content, so this one starts from the beginning
   */
  readonly origin: "new" | "continued" | "changed";
  /** Result of the inspection of its content; null before, and when files are not inspected. */
  readonly inspection: Inspection | null;
  /**
   * Earlier upload of the same content (name, size and MD5) to the same endpoint, with the same purpose and context. The upload is
   * then paused before anything was sent, until `resume(id)` uploads it once more or `remove(id)` takes it off the list. null
   * when it waits for no such answer.
   */
  readonly uploadedBefore: UploadedBefore | null;
  /** Why it waits; null when it does not. */
  readonly waitReason: WaitReason | null;
  /** End of the wait in epoch milliseconds; null when it is not known. */
  readonly waitingUntil: number | null;
  /** Why it failed, or why it waits. */
  readonly error: UploadError | null;
  /** Lightfield's record of the file; null before it is completed. */
  readonly remote: RemoteFile | null;
  /** Digest that the server checked; null before the file is completed. */
  readonly md5: string | null;
  readonly canPause: boolean;
  readonly canResume: boolean;
  readonly canRetry: boolean;
  readonly canCancel: boolean;
  readonly canRemove: boolean;
}

/** An upload that an earlier visit left unfinished. */
export interface InterruptedUpload {
  /** Id for `resumeInterrupted` and `discardInterrupted`. */
  readonly id: string;
  readonly name: string;
  readonly mimeType: string;
  readonly sizeBytes: number;
  /** Least number of bytes that the server has. */
  readonly confirmedBytes: number;
  /** Time of its last checkpoint, in epoch milliseconds. */
  readonly savedAt: number;
  /** A click can resume it; otherwise the same file must be added again. */
  readonly reopenable: boolean;
}

/** Public state of the whole queue. Sums leave out cancelled uploads. */
export interface QueueSnapshot {
  readonly uploads: readonly UploadSnapshot[];
  /** Interrupted uploads that `findInterrupted` found, without those that were resumed or discarded since. */
  readonly interrupted: readonly InterruptedUpload[];
  readonly totalBytes: number;
  readonly sentBytes: number;
  /** Speed of all uploads together, over the last 8 seconds; 0 at a standstill, null when none is sending. */
  readonly bytesPerSecond: number | null;
  /** Time in milliseconds for what is sent without a command: paused and failed uploads do not count; null as above. */
  readonly remainingMs: number | null;
  readonly counts: Readonly<Record<UploadStatus, number>>;
  /** No upload is running, and none starts without a command. */
  readonly idle: boolean;
}
