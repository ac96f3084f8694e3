import { MAX_FILE_BYTES, MAX_FILENAME_CHARS } from "../../wire/limits.ts";
import type { FileEntry } from "../file-entry.ts";
import { acceptList } from "./accept-list.ts";

export interface Constraints {
  /**
   * Accepted files, as in the `accept` attribute of an input: ".vtt, text/*, application/pdf". A file fits if its reported
   * type, the type by its name, or its ending is on the list. Empty accepts every file.
   */
  readonly accept?: string;
  /** Most files that the list may hold; null for no limit, 1 for one file at a time. */
  readonly maxFiles?: number | null;
  /** Size of the largest accepted file in bytes. Never above Lightfield's own limit. */
  readonly maxFileBytes?: number;
  /** Size of the smallest accepted file in bytes. Never below 1. */
  readonly minFileBytes?: number;
}

export type RejectionCode =
  | "empty"
  | "too-small"
  | "too-large"
  | "type"
  | "name-too-long"
  | "name-missing"
  | "too-many";

/** A file that was not accepted, and the rule that it broke. The element's messages make a sentence from it. */
export interface Rejection {
  readonly file: File;
  readonly folder: string;
  readonly code: RejectionCode;
  /** The violated limit: bytes, characters or files depending on the code; the `accept` list for "type". */
  readonly limit: number | string | null;
}

/** Checks which entries may be added to a list that already holds `count`. Pure. */
export function checkEntries(
  entries: readonly FileEntry[],
  constraints: Constraints,
  count: number,
): { accepted: FileEntry[]; rejections: Rejection[] } {
  const accepted: FileEntry[] = [];
  const rejections: Rejection[] = [];
  const maxFiles = constraints.maxFiles ?? Number.POSITIVE_INFINITY;
  const { fits } = acceptList(constraints.accept);
  for (const entry of entries) {
    const broken =
      brokenRule(entry.file, constraints, fits) ??
      (count + accepted.length >= maxFiles ? ({ code: "too-many", limit: maxFiles } as const) : null);
    if (broken) rejections.push({ file: entry.file, folder: entry.folder ?? "", ...broken });
    else accepted.push(entry);
  }
  return { accepted, rejections };
}

function brokenRule(
  file: File,
  constraints: Constraints,
  fits: (file: File) => boolean,
): Pick<Rejection, "code" | "limit"> | null {
  const maxBytes = Math.min(constraints.maxFileBytes ?? MAX_FILE_BYTES, MAX_FILE_BYTES);
  const minBytes = Math.max(constraints.minFileBytes ?? 1, 1);
  if (file.name === "") return { code: "name-missing", limit: null };
  if (file.name.length > MAX_FILENAME_CHARS) return { code: "name-too-long", limit: MAX_FILENAME_CHARS };
  if (!fits(file)) return { code: "type", limit: constraints.accept ?? null };
  if (file.size === 0) return { code: "empty", limit: 1 };
  if (file.size < minBytes) return { code: "too-small", limit: minBytes };
  if (file.size > maxBytes) return { code: "too-large", limit: maxBytes };
  return null;
}
