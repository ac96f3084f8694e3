import type { FileEntry } from "../engine/uploader-api.ts";
import { isFolderJunk } from "./folder-junk.ts";

export interface DroppedFiles {
  readonly entries: readonly FileEntry[];
  /** Paths of files and folders that the browser showed but could not open. */
  readonly unreadable: readonly string[];
}

/** Chromium's, by which a file can be opened again after a reload (https://wicg.github.io/file-system-access/). */
interface HandleSource {
  getAsFileSystemHandle?(): Promise<FileSystemHandle | null>;
}

/** A thousand files take about 15 ms in Chromium; a handle that takes this long is not worth waiting for. */
const HANDLES_WITHIN_MS = 1_000;

type Found = { readonly entry: FileEntry } | { readonly unreadable: string };

/**
 * Everything that was dropped, folders included, in the order in which the browser lists it. Call it within the drop
 * event: the transfer is empty as soon as the event is over.
 */
export async function filesFromDrop(transfer: DataTransfer): Promise<DroppedFiles> {
  const capturing = [...transfer.items].filter(({ kind }) => kind === "file").map(capture);
  const plain = capturing.length > 0 ? [] : [...transfer.files].map((file) => ({ entry: { file } }));
  const found = [plain, ...(await Promise.all(capturing))].flat();
  return {
    entries: found.flatMap((one) => ("entry" in one ? [one.entry] : [])),
    unreadable: found.flatMap((one) => ("unreadable" in one ? [one.unreadable] : [])),
  };
}

/** Its first lines run within the event, up to the first `await`. */
async function capture(item: DataTransferItem): Promise<Found[]> {
  const entry: FileSystemEntry | null = item.webkitGetAsEntry?.() ?? null;
  const file = item.getAsFile();
  // The files of a folder come without handles: finding theirs would take a second walk.
  if (entry && isDirectory(entry)) return walk(entry, "");
  if (!file) return [];
  const handle = await handleOf(item);
  return [{ entry: handle ? { file, handle } : { file } }];
}

/** Asks within the event. A handle is a bonus: the file counts without it, too. */
async function handleOf(item: DataTransferItem & HandleSource): Promise<FileSystemFileHandle | null> {
  try {
    const asked = item.getAsFileSystemHandle?.();
    const handle = asked && (await Promise.race([asked, giveUp()]));
    return handle && isFileHandle(handle) ? handle : null;
  } catch {
    return null;
  }
}

function giveUp(): Promise<null> {
  return new Promise((resolve) => setTimeout(resolve, HANDLES_WITHIN_MS, null));
}

/** Files of a folder and of all folders in it. */
async function walk(directory: FileSystemDirectoryEntry, parent: string): Promise<Found[]> {
  const folder = parent ? `${parent}/${directory.name}` : directory.name;
  try {
    const children = await childrenOf(directory);
    const kept = children.filter(({ name }) => !isFolderJunk(name));
    const found = await Promise.all(
      kept.map((child) => (isDirectory(child) ? walk(child, folder) : open(child, folder))),
    );
    return found.flat();
  } catch {
    return [{ unreadable: folder }];
  }
}

async function open(entry: FileSystemEntry, folder: string): Promise<Found[]> {
  try {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
    return [{ entry: { file, folder } }];
  } catch {
    return [{ unreadable: `${folder}/${entry.name}` }];
  }
}

/** `readEntries` gives at most 100 at a time in Chromium, and an empty list at the end. */
async function childrenOf(directory: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = directory.createReader();
  const children: FileSystemEntry[] = [];
  for (;;) {
    const batch = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (batch.length === 0) return children;
    children.push(...batch);
  }
}

function isFileHandle(handle: FileSystemHandle): handle is FileSystemFileHandle {
  return handle.kind === "file";
}

function isDirectory(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
