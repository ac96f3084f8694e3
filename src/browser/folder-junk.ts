const JUNK: ReadonlySet<string> = new Set([".ds_store", "thumbs.db", "desktop.ini"]);

/** Whether the operating system created this file in a folder, so that no user means to upload it. */
export function isFolderJunk(name: string): boolean {
  return JUNK.has(name.toLowerCase());
}
