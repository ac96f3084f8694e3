import { ApiError } from "../api-error.ts";
import { reservedBytes } from "./store/ids.ts";

export interface Limits {
  readonly maxStoredBytes: number;
  readonly maxUploads: number;
}

/** Runs `create` if there is room for so many bytes more. @throws ApiError 503 `relay_full` */
export type Admit = <T>(sizeBytes: number, create: () => Promise<T>) => Promise<T>;

const RETRY_AFTER_SECONDS = 30;

/**
 * Keeps the store bounded. What counts is what has been promised, not what has arrived: every upload that was let in
 * can also be finished. Counting and creating happen one after the other within this instance; instances that share a
 * store can overshoot by one file each.
 */
export function createAdmission(list: () => Promise<readonly string[]>, { maxStoredBytes, maxUploads }: Limits): Admit {
  let turn: Promise<unknown> = Promise.resolve();

  async function admit<T>(sizeBytes: number, create: () => Promise<T>): Promise<T> {
    let uploads = 0;
    let bytes = 0;
    for (const id of await list()) {
      const reserved = reservedBytes(id);
      if (reserved === null) continue;
      uploads += 1;
      bytes += reserved;
    }
    if (uploads >= maxUploads || bytes + sizeBytes > maxStoredBytes) {
      throw new ApiError(503, "The server holds too many unfinished uploads at this moment. Please try again later.", {
        code: "relay_full",
        headers: { "retry-after": String(RETRY_AFTER_SECONDS) },
      });
    }
    return create();
  }

  return <T>(sizeBytes: number, create: () => Promise<T>) => {
    const mine = turn.then(() => admit(sizeBytes, create));
    turn = mine.catch(() => {});
    return mine;
  };
}
