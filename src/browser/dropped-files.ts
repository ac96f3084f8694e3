import type { FileEntry } from "../engine/uploader-api.ts";
import { isFileByName } from "./file-by-name.ts";
import type { CapturedDrop, FoundFiles } from "./found-files.ts";

/** Chromium's access to file handles, which can reopen a file after a reload (https://wicg.github.io/file-system-access/). */
interface HandleSource {
  getAsFileSystemHandle?(): Promise<FileSystemHandle | null>;
}

/** Time limit for getting one file handle. After it the file is added without a handle. */
const HANDLE_TIMEOUT_MS = 1_000;

/**
 * Number of items at the start of a drop that are always queried, whatever their names. Chromium reports only within the
 * event whether an item is a folder and what its handle is, at 0.1 to 0.3 ms for each item: up to three seconds for ten
 * thousand. In a larger drop, items with a well-known extension count as files until the virtual root of the drop is read
 * after the event, and no handles are read.
 */
const ALWAYS_LOOKED_UP = 50;

/**
 * All dropped files, including those in folders, in the browser's order and in batches as they are found. Must be called
 * during the drop event, because the `DataTransfer` is empty afterwards.
 * @param takesFolders whether folders are read; otherwise they are left out
 */
export function filesFromDrop(transfer: DataTransfer, takesFolders = true): AsyncIterable<FoundFiles> {
  return found(capture(transfer), takesFolders);
}

function capture({ items, files }: DataTransfer): CapturedDrop {
  const listed = items.length === files.length ? items : [...items].filter(({ kind }) => kind === "file");
  // Items and files of equal number have the same order. In a drop of ten thousand, reading an item takes twice as long.
  const isByFiles = listed.length === files.length || listed.length === 0;
  const count = isByFiles ? files.length : listed.length;
  const captured: (FileSystemDirectoryEntry | FileEntry)[] = [];
  let root: FileSystemDirectoryEntry | undefined;
  for (let index = 0; index < count; index++) {
    const file = (isByFiles ? files[index] : listed[index]?.getAsFile()) ?? null;
    const item = index < ALWAYS_LOOKED_UP || mayBeFolder(file) ? listed[index] : undefined;
    const entry: FileSystemEntry | null = item?.webkitGetAsEntry?.() ?? null;
    root ??= entry?.filesystem?.root;
    if (entry && isDirectory(entry)) captured.push(entry);
    else if (file) captured.push(item && count <= ALWAYS_LOOKED_UP ? { file, handle: handleOf(item) } : { file });
  }
  return { items: captured, root: count > ALWAYS_LOOKED_UP ? root : undefined };
}

/**
 * Whether a dropped item may be a folder, by its name alone: the type and size that Chromium reports for a folder could be
 * a file's.
 */
function mayBeFolder(file: File | null): boolean {
  return !file || !isFileByName(file.name);
}

async function* found(drop: CapturedDrop, takesFolders: boolean): AsyncGenerator<FoundFiles> {
  const entries = drop.items.filter((item) => "file" in item);
  const folders = drop.items.filter((item): item is FileSystemDirectoryEntry => !("file" in item));
  // Most drops have no folders, and need none of the code that reads them.
  const isPlain = folders.length === 0 && !drop.root;
  const reader = isPlain ? null : await import("./folder-files.ts").catch(() => null);
  if (reader) yield* reader.inBatches(drop, takesFolders);
  else yield { entries, left: folders.map(({ name }) => ({ code: "not-loaded", name })) };
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

function isFileHandle(handle: FileSystemHandle): handle is FileSystemFileHandle {
  return handle.kind === "file";
}

function isDirectory(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
