import { type FilesPage, MAX_PAGE_FILES } from "../../engine/session/host-files.ts";

/** Page of files with its offset. `totalCount` agrees with what is known about the pages around it. */
export interface ShownPage extends FilesPage {
  readonly offset: number;
  readonly hasNext: boolean;
}

/** Page size by the attribute, within the limits of the API. */
export function pageSizeOf(wanted: number): number {
  return wanted >= 1 ? Math.min(Math.trunc(wanted), MAX_PAGE_FILES) : MAX_PAGE_FILES;
}

/** The page with its newest files first. The endpoint decides which files are on the page, in any order. */
export function newestFirst(page: FilesPage, offset: number, hasNext: boolean): ShownPage {
  const files = [...page.files].sort((one, other) => (other.createdAt ?? 0) - (one.createdAt ?? 0));
  const end = offset + files.length;
  return { files, offset, hasNext, totalCount: hasNext ? Math.max(page.totalCount, end + 1) : end };
}

/**
 * Offset of the last page when the requested page is empty, because files have been removed in the meantime.
 * Null when the page is not empty.
 */
export function offsetInsteadOf(page: FilesPage, offset: number, pageSize: number): number | null {
  if (page.files.length > 0 || offset === 0) return null;
  const last = Math.floor(Math.max(0, page.totalCount - 1) / pageSize) * pageSize;
  // Always a smaller offset, so that an inconsistent endpoint is called a bounded number of times.
  return Math.max(0, Math.min(last, offset - pageSize));
}

export function hasPrevious(offset: number): boolean {
  return offset > 0;
}

/**
 * Whether there is a page after this one; null if only a call can tell. The endpoint's count may be too large or too small,
 * since it comes from a search index, and a page may lack files that no longer exist.
 */
export function hasNext({ files, totalCount }: FilesPage, offset: number, pageSize: number): boolean | null {
  const saysMore = offset + pageSize < totalCount;
  const isFull = files.length >= pageSize;
  if (files.length === 0) return false;
  return saysMore === isFull ? saysMore : null;
}
