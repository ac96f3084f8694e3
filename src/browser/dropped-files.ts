import type { FileEntry } from "../engine/uploader-api.ts";
import { isFileByName } from "./file-by-name.ts";
import { isFolderJunk } from "./folder-junk.ts";

export interface DroppedFiles {
  readonly entries: readonly FileEntry[];
  /** Paths of files and folders that the browser listed but could not open. */
  readonly unreadable: readonly string[];
}

/** Chromium's access to file handles, which can reopen a file after a reload (https://wicg.github.io/file-system-access/). */
interface HandleSource {
  getAsFileSystemHandle?(): Promise<FileSystemHandle | null>;
}

/** Time limit for getting one file handle. After it the file is added without a handle. */
const HANDLE_TIMEOUT_MS = 1_000;

/**
 * Number of items at the start of a drop that are always queried, whatever their names. Chromium reports only within the
 * event whether an item is a folder and what its handle is, at 0.1 to 0.3 ms for each item: up to three seconds for ten
 * thousand. In a larger drop, items with a well-known extension count as files, and no handles are read.
 */
const ALWAYS_LOOKED_UP = 50;

type Captured = FileSystemDirectoryEntry | FileEntry;

/**
 * All dropped files, including those in folders, in the browser's order and in batches as they are found. Must be called
 * during the drop event, because the `DataTransfer` is empty afterwards.
 */
export function filesFromDrop(transfer: DataTransfer): AsyncIterable<DroppedFiles> {
  return inBatches(capture(transfer));
}

function capture({ items, files }: DataTransfer): Captured[] {
  const listed = items.length === files.length ? items : [...items].filter(({ kind }) => kind === "file");
  // Items and files of equal number have the same order. In a drop of ten thousand, reading an item takes twice as long.
  const isByFiles = listed.length === files.length || listed.length === 0;
  const count = isByFiles ? files.length : listed.length;
  const captured: Captured[] = [];
  for (let index = 0; index < count; index++) {
    const file = (isByFiles ? files[index] : listed[index]?.getAsFile()) ?? null;
    const item = index < ALWAYS_LOOKED_UP || mayBeFolder(file) ? listed[index] : undefined;
    const entry: FileSystemEntry | null = item?.webkitGetAsEntry?.() ?? null;
    if (entry && isDirectory(entry)) captured.push(entry);
    else if (file) captured.push(item && count <= ALWAYS_LOOKED_UP ? { file, handle: handleOf(item) } : { file });
  }
  return captured;
}

/**
 * Whether a dropped item may be a folder, by its name alone: the type and size that Chromium reports for a folder could be
 * a file's. A folder called "notes.vtt" after the first items of a large drop becomes an upload that fails with
 * `file-unreadable`; in a small drop it is read as a folder.
 */
function mayBeFolder(file: File | null): boolean {
  return !file || !isFileByName(file.name);
}

async function* inBatches(captured: readonly Captured[]): AsyncGenerator<DroppedFiles> {
  let entries: FileEntry[] = [];
  for (const one of captured) {
    if ("file" in one) {
      entries.push(one);
      continue;
    }
    if (entries.length > 0) yield { entries, unreadable: [] };
    entries = [];
    yield* walk(one, "");
  }
  if (entries.length > 0) yield { entries, unreadable: [] };
}

/** Starts the query during the event. null when there is no handle; the file is added anyway. */
async function handleOf(item: DataTransferItem & HandleSource): Promise<FileSystemFileHandle | null> {
  try {
    const asked = item.getAsFileSystemHandle?.();
    const handle = asked && (await Promise.race([asked, handleTimeout()]));
    return handle && isFileHandle(handle) ? handle : null;
  } catch {
    return null;
  }
}

function handleTimeout(): Promise<null> {
  return new Promise((resolve) => setTimeout(resolve, HANDLE_TIMEOUT_MS, null));
}

/** The files of a folder and its subfolders, without handles: getting those would take a second traversal. */
async function* walk(directory: FileSystemDirectoryEntry, parent: string): AsyncGenerator<DroppedFiles> {
  const folder = parent ? `${parent}/${directory.name}` : directory.name;
  const reader = directory.createReader();
  for (;;) {
    const children = await nextChildren(reader);
    if (!children) yield { entries: [], unreadable: [folder] };
    if (!children?.length) return;
    let found: Promise<FileEntry | string>[] = [];
    for (const child of children) {
      if (isFolderJunk(child.name)) continue;
      if (!isDirectory(child)) {
        found.push(open(child as FileSystemFileEntry, folder));
        continue;
      }
      yield sorted(await Promise.all(found));
      found = [];
      yield* walk(child, folder);
    }
    yield sorted(await Promise.all(found));
  }
}

/** The next entries, at most 100 in Chromium; empty at the end; null when the folder cannot be read. */
function nextChildren(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[] | null> {
  return new Promise((resolve) => reader.readEntries(resolve, () => resolve(null)));
}

/** The file, or its path when it cannot be opened. */
function open(entry: FileSystemFileEntry, folder: string): Promise<FileEntry | string> {
  return new Promise((resolve) =>
    entry.file(
      (file) => resolve({ file, folder }),
      () => resolve(`${folder}/${entry.name}`),
    ),
  );
}

function sorted(found: readonly (FileEntry | string)[]): DroppedFiles {
  return {
    entries: found.filter((one) => typeof one !== "string"),
    unreadable: found.filter((one) => typeof one === "string"),
  };
}

function isFileHandle(handle: FileSystemHandle): handle is FileSystemFileHandle {
  return handle.kind === "file";
}

function isDirectory(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
