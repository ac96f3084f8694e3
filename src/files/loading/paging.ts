import { type FilesPage, MAX_PAGE_FILES } from "../../engine/host-files.ts";

/** A page with its place among all the files. */
export interface ShownPage extends FilesPage {
  readonly offset: number;
}

/** What the attribute says, within what the API takes. */
export function pageSizeOf(wanted: number): number {
  return wanted >= 1 ? Math.min(Math.trunc(wanted), MAX_PAGE_FILES) : MAX_PAGE_FILES;
}

/** The host decides what a page holds; within it the newest come first, whatever order the host has. */
export function newestFirst(page: FilesPage, offset: number): ShownPage {
  const files = [...page.files].sort((one, other) => (other.createdAt ?? 0) - (one.createdAt ?? 0));
  return { ...page, files, offset };
}

/**
 * Where to look when a page turns out empty because the files before it became fewer: the last page that is left.
 * null when the page is as it should be.
 */
export function offsetInsteadOf(page: FilesPage, offset: number, pageSize: number): number | null {
  if (page.files.length > 0 || offset === 0) return null;
  const last = Math.floor(Math.max(0, page.totalCount - 1) / pageSize) * pageSize;
  // Always further to the front, so that a host that contradicts itself is asked a bounded number of times.
  return Math.max(0, Math.min(last, offset - pageSize));
}

export function hasPrevious(offset: number): boolean {
  return offset > 0;
}

export function hasNext(offset: number, pageSize: number, totalCount: number): boolean {
  return offset + pageSize < totalCount;
}
