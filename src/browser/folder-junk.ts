const JUNK: ReadonlySet<string> = new Set([".ds_store", "thumbs.db", "desktop.ini"]);

/** What systems leave in folders for themselves, and nobody means to hand in. */
export function isFolderJunk(name: string): boolean {
  return JUNK.has(name.toLowerCase());
}
