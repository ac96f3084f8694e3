/** A file with the folder it was found in. */
export interface FileEntry {
  readonly file: File;
  readonly folder?: string;
  /** Context of this file, in place of the uploader's; a function returns it, as there. */
  readonly context?: unknown;
  /**
   * Handle of the file, where the browser gives one: stored, so that the upload can be resumed by a click after a reload. It
   * may arrive late; only the checkpoint waits for it.
   */
  readonly handle?: FileSystemFileHandle | Promise<FileSystemFileHandle | null>;
}
