import { ApiError } from "../api-error.ts";
import { reservedBytes } from "./store/ids.ts";

export interface Limits {
  readonly maxStoredBytes: number;
  readonly maxUploads: number;
}

/** Runs `create` if the store has room for `sizeBytes` more. @throws ApiError 503 `relay_full` */
export type Admit = <T>(sizeBytes: number, create: () => Promise<T>) => Promise<T>;

const RETRY_AFTER_SECONDS = 30;

/**
 * Keeps the store bounded. It counts the bytes that were promised, not those that have arrived, so every admitted
 * upload can be finished. Within this instance, counting and creating are serialized; instances that share a store can
 * exceed the limit by one file each.
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
      throw new ApiError(503, "The server stores too many unfinished uploads at the moment. Please try again later.", {
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
