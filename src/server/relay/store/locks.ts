import type { Locker } from "@tus/server";
import { ApiError } from "../../api-error.ts";

/**
 * Runs `work` while holding a lock of the locker's, so alone among all instances that share it. The lock is not given
 * up when somebody else asks for it: what it protects cannot be interrupted half-way.
 *
 * @throws ApiError 503 when the lock is not free within `waitMs`
 */
export async function withLock<T>(locker: Locker, id: string, waitMs: number, work: () => Promise<T>): Promise<T> {
  const lock = locker.newLock(id);
  const patience = AbortSignal.timeout(waitMs);
  try {
    await lock.lock(patience, () => {});
  } catch (cause) {
    throw busy(cause);
  }
  try {
    return await work();
  } finally {
    await lock.unlock();
  }
}

const BUSY = "upload_busy";

export function isBusy(error: unknown): boolean {
  return error instanceof ApiError && error.code === BUSY;
}

export function busy(cause?: unknown): ApiError {
  return new ApiError(503, "This upload is being worked on at this moment. Please try again shortly.", {
    code: BUSY,
    headers: { "retry-after": "2" },
    cause,
  });
}
