/**
 * A file that was there when it was added and is gone when it is read: kept in the origin's private file system, and
 * removed from it. null where the engine has no such file system, or serves the file even then.
 */
export async function vanishedFile(bytes: number): Promise<File | null> {
  try {
    const folder = await navigator.storage.getDirectory();
    const name = `vanished-${crypto.randomUUID()}`;
    const handle = await folder.getFileHandle(name, { create: true });
    const writable = await handle.createWritable();
    await writable.write(new Uint8Array(bytes));
    await writable.close();
    const file = await handle.getFile();
    await folder.removeEntry(name);
    const stillThere = await file.arrayBuffer().then(
      () => true,
      () => false,
    );
    return stillThere ? null : file;
  } catch {
    return null;
  }
}
