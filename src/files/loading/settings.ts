import type { FilesConnectionOptions } from "../../connect-files.ts";

export interface FilesSettings extends FilesConnectionOptions {
  readonly pageSize: number;
}

export function isSame(a: FilesSettings | null, b: FilesSettings | null): boolean {
  if (!a || !b) return a === b;
  return (
    a.endpoint === b.endpoint && a.headers === b.headers && a.credentials === b.credentials && a.pageSize === b.pageSize
  );
}

/**
 * Whether the settings describe another list. Objects and functions count as unchanged, because pages may create them at
 * each render (inline ones in React): loading again for each would never end.
 */
export function isOtherList(a: FilesSettings, b: FilesSettings): boolean {
  const bothFunctions = typeof a.endpoint !== "string" && typeof b.endpoint !== "string";
  return (
    a.pageSize !== b.pageSize ||
    a.credentials !== b.credentials ||
    !(a.endpoint === b.endpoint || bothFunctions) ||
    (a.headers === undefined) !== (b.headers === undefined)
  );
}
