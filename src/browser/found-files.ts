import type { FileEntry } from "../engine/uploader-api.ts";

/** Files and folders that a user added, or a part of them. */
export interface FoundFiles {
  readonly entries: readonly FileEntry[];
  readonly left: readonly LeftOut[];
}

/** File or folder that gives nothing to upload. */
export interface LeftOut {
  /**
   * - `unreadable`: the browser listed it but could not open it
   * - `folder-empty`: a folder in which there is no file, or only files that systems and programs create
   * - `folder-for-one`: a folder where one file is wanted: which of its files is meant is not known
   * - `not-loaded`: a folder, and the code that reads folders could not be loaded
   */
  readonly code: "unreadable" | "folder-empty" | "folder-for-one" | "not-loaded";
  /** Path of the file or folder. */
  readonly name: string;
}

/** A drop as it was read during its event. */
export interface CapturedDrop {
  readonly items: readonly (FileSystemDirectoryEntry | FileEntry)[];
  /** Virtual root of a large drop, in which folders are found that were taken for files; undefined when there is none. */
  readonly root: FileSystemDirectoryEntry | undefined;
}
