import type { Locker } from "@tus/server";
import { ApiError } from "../../api-error.ts";

/**
 * Runs `work` while holding a lock, so only once at a time among all instances that share the locker. The lock is not
 * released when another holder asks for it, since the work cannot be interrupted.
 *
 * @throws ApiError 503 if the lock is not free within `waitMs`
 */
export async function withLock<T>(locker: Locker, id: string, waitMs: number, work: () => Promise<T>): Promise<T> {
  const lock = locker.newLock(id);
  const timeout = AbortSignal.timeout(waitMs);
  try {
    await lock.lock(timeout, () => {});
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
  return new ApiError(503, "Another request is changing this upload. Please try again shortly.", {
    code: BUSY,
    headers: { "retry-after": "2" },
    cause,
  });
}
