/** Reading of dropped folders, as a separate chunk: most drops have none. */

import { isFolderJunk } from "../engine/queue/folder-junk.ts";
import type { FileEntry } from "../engine/uploader-api.ts";
import type { CapturedDrop, FoundFiles, LeftOut } from "./found-files.ts";

/** Files of a drop, with those in its folders, in the browser's order. Every batch follows as soon as it is found. */
export async function* inBatches({ items, root }: CapturedDrop, takesFolders: boolean): AsyncGenerator<FoundFiles> {
  const mistaken = root ? await foldersIn(root) : new Map<string, FileSystemDirectoryEntry>();
  for (const item of items) if (!("file" in item)) mistaken.delete(item.name);
  let entries: FileEntry[] = [];
  let left: LeftOut[] = [];
  for (const item of items) {
    const directory = "file" in item ? mistaken.get(item.file.name) : item;
    if ("file" in item && !directory) entries.push(item);
    else if (directory && takesFolders) {
      yield { entries, left };
      entries = [];
      left = [];
      yield* filesIn(directory);
    } else if (directory) left.push({ code: "folder-for-one", name: directory.name });
  }
  yield { entries, left };
}

/**
 * The files of a folder and its subfolders, in batches as they are found, without handles: getting those would take a second
 * traversal. What systems and programs created is left out; if nothing else is in it, the folder is reported as empty.
 */
async function* filesIn(directory: FileSystemDirectoryEntry): AsyncGenerator<FoundFiles> {
  let isEmpty = true;
  for await (const found of walk(directory, directory.name)) {
    if (found.entries.length + found.left.length > 0) isEmpty = false;
    yield found;
  }
  if (isEmpty) yield { entries: [], left: [{ code: "folder-empty", name: directory.name }] };
}

/**
 * Folders by name in the virtual root of a drop, in which Chromium and Firefox list all dropped items, Chromium five thousand
 * in 0.1 s.
 */
async function foldersIn(root: FileSystemDirectoryEntry): Promise<Map<string, FileSystemDirectoryEntry>> {
  const folders = new Map<string, FileSystemDirectoryEntry>();
  const reader = root.createReader();
  for (;;) {
    const children = await nextChildren(reader);
    if (!children?.length) return folders;
    for (const child of children) if (isDirectory(child)) folders.set(child.name, child);
  }
}

async function* walk(directory: FileSystemDirectoryEntry, path: string): AsyncGenerator<FoundFiles> {
  const reader = directory.createReader();
  for (;;) {
    const children = await nextChildren(reader);
    if (!children) yield { entries: [], left: [{ code: "unreadable", name: path }] };
    if (!children?.length) return;
    let found: Promise<FileEntry | LeftOut>[] = [];
    for (const child of children) {
      if (isFolderJunk(child.name)) continue;
      if (!isDirectory(child)) {
        found.push(open(child as FileSystemFileEntry, path));
        continue;
      }
      yield sorted(await Promise.all(found));
      found = [];
      yield* walk(child, `${path}/${child.name}`);
    }
    yield sorted(await Promise.all(found));
  }
}

/** The next entries, at most 100 in Chromium; empty at the end; null when the folder cannot be read. */
function nextChildren(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[] | null> {
  return new Promise((resolve) => reader.readEntries(resolve, () => resolve(null)));
}

function open(entry: FileSystemFileEntry, folder: string): Promise<FileEntry | LeftOut> {
  return new Promise((resolve) =>
    entry.file(
      (file) => resolve({ file, folder }),
      () => resolve({ code: "unreadable", name: `${folder}/${entry.name}` }),
    ),
  );
}

function sorted(found: readonly (FileEntry | LeftOut)[]): FoundFiles {
  return { entries: found.filter((one) => "file" in one), left: found.filter((one) => "code" in one) };
}

function isDirectory(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
