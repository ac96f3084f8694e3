import type { RemoteFile } from "../engine/ports.ts";
import type { HostFile } from "../engine/session/host-files.ts";
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
  static override readonly eventName = "files-load";
}

/** A file is about to be opened. `preventDefault()` leaves that to the page. */
export class FileOpenEvent extends ElementEvent<FileOpenDetail> {
  static override readonly eventName = "file-open";
  constructor(detail: FileOpenDetail) {
    super(detail, true);
  }
}

/** A pending file was cancelled. */
export class FileCancelEvent extends ElementEvent<FileCancelDetail> {
  static override readonly eventName = "file-cancel";
}

// Global, because the events bubble: listeners on any ancestor, the document and the window get the right type.
declare global {
  interface GlobalEventHandlersEventMap {
    [FilesLoadEvent.eventName]: FilesLoadEvent;
    [FileOpenEvent.eventName]: FileOpenEvent;
    [FileCancelEvent.eventName]: FileCancelEvent;
  }
}
