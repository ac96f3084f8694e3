import type { RejectionCode } from "../engine/constraints.ts";
import type { UploadError } from "../engine/errors.ts";
import type { QueueSnapshot, UploadSnapshot } from "../engine/snapshot.ts";
import { ElementEvent } from "../ui/element-event.ts";

export interface FileAddDetail {
  readonly file: File;
  /** The folder it came from, with "/" between; "" for a single file. */
  readonly folder: string;
}

export interface FileRejectDetail extends FileAddDetail {
  readonly code: RejectionCode;
  /** The limit that was broken: bytes, characters or files by the code; the `accept` list for "type". */
  readonly limit: number | string | null;
  /** The sentence that the element shows. */
  readonly message: string;
}

export interface UploadDetail {
  readonly upload: UploadSnapshot;
}

export interface UploadErrorDetail extends UploadDetail {
  readonly error: UploadError;
}

/** A file is about to be taken. `preventDefault()` leaves it out. */
export class FileAddEvent extends ElementEvent<FileAddDetail> {
  static readonly eventName = "file-add";
  constructor(detail: FileAddDetail) {
    super(FileAddEvent.eventName, detail, true);
  }
}

/** A file broke one of the rules and was not taken. */
export class FileRejectEvent extends ElementEvent<FileRejectDetail> {
  static readonly eventName = "file-reject";
  constructor(detail: FileRejectDetail) {
    super(FileRejectEvent.eventName, detail);
  }
}

/** A file left the list. */
export class FileRemoveEvent extends ElementEvent<UploadDetail> {
  static readonly eventName = "file-remove";
  constructor(detail: UploadDetail) {
    super(FileRemoveEvent.eventName, detail);
  }
}

/** An upload left the queue and began. */
export class UploadStartEvent extends ElementEvent<UploadDetail> {
  static readonly eventName = "upload-start";
  constructor(detail: UploadDetail) {
    super(UploadStartEvent.eventName, detail);
  }
}

/** Bytes left the browser. */
export class UploadProgressEvent extends ElementEvent<UploadDetail> {
  static readonly eventName = "upload-progress";
  constructor(detail: UploadDetail) {
    super(UploadProgressEvent.eventName, detail);
  }
}

/** Lightfield has the file, and its MD5 is the file's own. `upload.remote` is Lightfield's record. */
export class UploadSuccessEvent extends ElementEvent<UploadDetail> {
  static readonly eventName = "upload-success";
  constructor(detail: UploadDetail) {
    super(UploadSuccessEvent.eventName, detail);
  }
}

/** An upload gave up. Waiting for another attempt is not an error. */
export class UploadErrorEvent extends ElementEvent<UploadErrorDetail> {
  static readonly eventName = "upload-error";
  constructor(detail: UploadErrorDetail) {
    super(UploadErrorEvent.eventName, detail);
  }
}

/** An upload was called off. */
export class UploadCancelEvent extends ElementEvent<UploadDetail> {
  static readonly eventName = "upload-cancel";
  constructor(detail: UploadDetail) {
    super(UploadCancelEvent.eventName, detail);
  }
}

/** An upload was told to pause. */
export class UploadPauseEvent extends ElementEvent<UploadDetail> {
  static readonly eventName = "upload-pause";
  constructor(detail: UploadDetail) {
    super(UploadPauseEvent.eventName, detail);
  }
}

/** A paused upload was told to go on. */
export class UploadResumeEvent extends ElementEvent<UploadDetail> {
  static readonly eventName = "upload-resume";
  constructor(detail: UploadDetail) {
    super(UploadResumeEvent.eventName, detail);
  }
}

/** A failed upload was told to try again. */
export class UploadRetryEvent extends ElementEvent<UploadDetail> {
  static readonly eventName = "upload-retry";
  constructor(detail: UploadDetail) {
    super(UploadRetryEvent.eventName, detail);
  }
}

/** Nothing is running or queued any more, after something was. */
export class UploadsCompleteEvent extends ElementEvent<QueueSnapshot> {
  static readonly eventName = "uploads-complete";
  constructor(detail: QueueSnapshot) {
    super(UploadsCompleteEvent.eventName, detail);
  }
}

// Global, because the events bubble: a listener on any ancestor gets the right type.
declare global {
  interface HTMLElementEventMap {
    [FileAddEvent.eventName]: FileAddEvent;
    [FileRejectEvent.eventName]: FileRejectEvent;
    [FileRemoveEvent.eventName]: FileRemoveEvent;
    [UploadStartEvent.eventName]: UploadStartEvent;
    [UploadProgressEvent.eventName]: UploadProgressEvent;
    [UploadSuccessEvent.eventName]: UploadSuccessEvent;
    [UploadErrorEvent.eventName]: UploadErrorEvent;
    [UploadCancelEvent.eventName]: UploadCancelEvent;
    [UploadPauseEvent.eventName]: UploadPauseEvent;
    [UploadResumeEvent.eventName]: UploadResumeEvent;
    [UploadRetryEvent.eventName]: UploadRetryEvent;
    [UploadsCompleteEvent.eventName]: UploadsCompleteEvent;
  }
}
