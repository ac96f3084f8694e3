import type { HostFile } from "../engine/host-files.ts";
import type { RemoteFile } from "../engine/ports.ts";
import { ElementEvent } from "../ui/element-event.ts";

export interface FilesLoadDetail {
  /** Files of the shown page. */
  readonly files: readonly HostFile[];
  readonly offset: number;
  readonly totalCount: number;
}

export interface FileOpenDetail {
  readonly file: HostFile;
}

export interface FileCancelDetail {
  /** The file as the endpoint reports it now. */
  readonly file: RemoteFile;
}

/** A page of files was loaded and is shown. */
export class FilesLoadEvent extends ElementEvent<FilesLoadDetail> {
  static readonly eventName = "files-load";
  constructor(detail: FilesLoadDetail) {
    super(FilesLoadEvent.eventName, detail);
  }
}

/** A file is about to be opened. `preventDefault()` leaves that to the page. */
export class FileOpenEvent extends ElementEvent<FileOpenDetail> {
  static readonly eventName = "file-open";
  constructor(detail: FileOpenDetail) {
    super(FileOpenEvent.eventName, detail, true);
  }
}

/** A pending file was cancelled. */
export class FileCancelEvent extends ElementEvent<FileCancelDetail> {
  static readonly eventName = "file-cancel";
  constructor(detail: FileCancelDetail) {
    super(FileCancelEvent.eventName, detail);
  }
}

// Global, because the events bubble: listeners on any ancestor get the right type.
declare global {
  interface HTMLElementEventMap {
    [FilesLoadEvent.eventName]: FilesLoadEvent;
    [FileOpenEvent.eventName]: FileOpenEvent;
    [FileCancelEvent.eventName]: FileCancelEvent;
  }
}
