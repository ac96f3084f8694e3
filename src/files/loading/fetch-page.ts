import type { HostFiles } from "../../engine/session/host-files.ts";
import { hasNext, newestFirst, offsetInsteadOf, type ShownPage } from "./paging.ts";
import { type RetryOptions, retryWhileBusy } from "./retry-while-busy.ts";

export interface PageWish {
  readonly pageSize: number;
  /** Offset that is wanted; it may change during a wait, and is moved when files have been removed. */
  offset: number;
}

/** Loads the wanted page, or the last one when it is beyond the end. Waits and rejects as `retryWhileBusy` does. */
export async function fetchPage(files: HostFiles, wish: PageWish, options: RetryOptions): Promise<ShownPage> {
  const { signal } = options;
  const ask = async (): Promise<ShownPage> => {
    const { offset, pageSize } = wish;
    const page = await files.list({ limit: pageSize, offset }, signal);
    const next = hasNext(page, offset, pageSize) ?? (await isAnyBeyond(files, offset + pageSize, signal));
    return newestFirst(page, offset, next);
  };
  for (;;) {
    const page = await retryWhileBusy(ask, options);
    const instead = offsetInsteadOf(page, page.offset, wish.pageSize);
    if (instead === null || signal.aborted) return page;
    wish.offset = instead;
  }
}

/** Whether the list has files from this offset on; not if the endpoint does not answer, which is no reason to fail. */
async function isAnyBeyond(files: HostFiles, offset: number, signal: AbortSignal): Promise<boolean> {
  return files.list({ limit: 1, offset }, signal).then(
    (page) => page.files.length > 0,
    () => false,
  );
}
