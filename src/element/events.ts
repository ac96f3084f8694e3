import type { UploadError } from "../engine/errors.ts";
import type { RejectionCode } from "../engine/queue/constraints.ts";
import type { QueueSnapshot, UploadSnapshot } from "../engine/snapshot.ts";
import { ElementEvent } from "../ui/element-event.ts";

export interface FileAddDetail {
  readonly file: File;
  /** Path of the folder that the file was in, with "/" as separator; "" for a single file. */
  readonly folder: string;
}

export interface FileRejectDetail extends FileAddDetail {
  readonly code: RejectionCode;
  /** Limit that the file violated: bytes, characters or files depending on `code`; the `accept` list for "type". */
  readonly limit: number | string | null;
  /** Sentence that the element shows, in its language. */
  readonly message: string;
}

export interface UploadDetail {
  readonly upload: UploadSnapshot;
}

export interface UploadErrorDetail extends UploadDetail {
  readonly error: UploadError;
}

/** A file is about to be added. `preventDefault()` leaves it out. */
export class FileAddEvent extends ElementEvent<FileAddDetail> {
  static override readonly eventName = "file-add";
  constructor(detail: FileAddDetail) {
    super(detail, true);
  }
}

/** A file violated a rule and was not added. */
export class FileRejectEvent extends ElementEvent<FileRejectDetail> {
  static override readonly eventName = "file-reject";
}

/** A file was removed from the list. */
export class FileRemoveEvent extends ElementEvent<UploadDetail> {
  static override readonly eventName = "file-remove";
}

/** An upload started. */
export class UploadStartEvent extends ElementEvent<UploadDetail> {
  static override readonly eventName = "upload-start";
}

/** Bytes of an upload were sent. */
export class UploadProgressEvent extends ElementEvent<UploadDetail> {
  static override readonly eventName = "upload-progress";
}

/** Lightfield has stored the file and verified its MD5. `upload.remote` is the file as Lightfield reports it. */
export class UploadSuccessEvent extends ElementEvent<UploadDetail> {
  static override readonly eventName = "upload-success";
}

/** An upload failed and is not retried automatically. An upload that waits for a retry has not failed. */
export class UploadErrorEvent extends ElementEvent<UploadErrorDetail> {
  static override readonly eventName = "upload-error";
}

/** An upload was cancelled. */
export class UploadCancelEvent extends ElementEvent<UploadDetail> {
  static override readonly eventName = "upload-cancel";
}

/** An upload was paused. */
export class UploadPauseEvent extends ElementEvent<UploadDetail> {
  static override readonly eventName = "upload-pause";
}

/**
 * The same content was uploaded before (`upload.uploadedBefore`), so nothing is sent until the user decides. `resume(id)`
 * uploads it again, `remove(id)` takes it off the list.
 */
export class UploadDuplicateEvent extends ElementEvent<UploadDetail> {
  static override readonly eventName = "upload-duplicate";
}

/** A paused upload was resumed. */
export class UploadResumeEvent extends ElementEvent<UploadDetail> {
  static override readonly eventName = "upload-resume";
}

export interface UploadRetryDetail extends UploadDetail {
  /** Reason why a new session replaces the old one automatically; null when the user retries a failed upload. */
  readonly error: UploadError | null;
}

/** A failed upload is being retried, or a new session replaces one that can no longer be used. */
export class UploadRetryEvent extends ElementEvent<UploadRetryDetail> {
  static override readonly eventName = "upload-retry";
}

/** The queue has become idle: no upload is running or queued any more. */
export class UploadsCompleteEvent extends ElementEvent<QueueSnapshot> {
  static override readonly eventName = "uploads-complete";
}

// Global, because the events bubble: listeners on any ancestor, the document and the window get the right type.
declare global {
  interface GlobalEventHandlersEventMap {
    [FileAddEvent.eventName]: FileAddEvent;
    [FileRejectEvent.eventName]: FileRejectEvent;
    [FileRemoveEvent.eventName]: FileRemoveEvent;
    [UploadStartEvent.eventName]: UploadStartEvent;
    [UploadProgressEvent.eventName]: UploadProgressEvent;
    [UploadSuccessEvent.eventName]: UploadSuccessEvent;
    [UploadErrorEvent.eventName]: UploadErrorEvent;
    [UploadCancelEvent.eventName]: UploadCancelEvent;
    [UploadPauseEvent.eventName]: UploadPauseEvent;
    [UploadDuplicateEvent.eventName]: UploadDuplicateEvent;
    [UploadResumeEvent.eventName]: UploadResumeEvent;
    [UploadRetryEvent.eventName]: UploadRetryEvent;
    [UploadsCompleteEvent.eventName]: UploadsCompleteEvent;
  }
}
