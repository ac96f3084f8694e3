/** A file with the folder it was found in. */
export interface FileEntry {
  readonly file: File;
  readonly folder?: string;
  /**
   * Where the browser gives one: kept, so that the upload can go on by itself after a reload. It may be on its way still;
   * nothing waits for it but the checkpoint.
   */
  readonly handle?: FileSystemFileHandle | Promise<FileSystemFileHandle | null>;
}
