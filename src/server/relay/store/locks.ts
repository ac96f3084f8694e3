import { ERRORS, type Lock, type Locker } from "@tus/server";
import { ApiError } from "../../api-error.ts";
import { TIMED_OUT, within } from "../../within.ts";

/**
 * Runs `work` while holding a lock, so only once at a time among all instances that share the locker. The lock is not
 * released when another holder asks for it, since the work cannot be interrupted.
 *
 * @throws ApiError 503 if the lock is not free within `waitMs`, or if the locker fails
 */
export async function withLock<T>(locker: Locker, id: string, waitMs: number, work: () => Promise<T>): Promise<T> {
  const lock = locker.newLock(id);
  try {
    await lock.lock(AbortSignal.timeout(waitMs), () => {});
  } catch (cause) {
    throw isLockTimeout(cause) ? busy(cause) : lockerFailed(cause);
  }
  try {
    return await work();
  } finally {
    await lock.unlock();
  }
}

/**
 * Acquires a lock for work that can be interrupted. Resolves with a function that releases it; with null if it is not free
 * within `waitMs`, or if the locker fails.
 *
 * @param onWanted called when another request waits for the lock
 */
export async function tryLock(
  locker: Locker,
  id: string,
  waitMs: number,
  onWanted: () => void,
): Promise<(() => Promise<void>) | null> {
  const lock = locker.newLock(id);
  try {
    await lock.lock(AbortSignal.timeout(waitMs), onWanted);
  } catch {
    return null;
  }
  return async () => lock.unlock();
}

/**
 * Whether a locker gave up waiting. By the text, because a locker may come from another copy of @tus/server, or, like
 * `RedisLocker`, from none.
 */
function isLockTimeout(error: unknown): boolean {
  return typeof error === "object" && error !== null && "body" in error && error.body === ERRORS.ERR_LOCK_TIMEOUT.body;
}

/** Time for a locker to react to its signal before it counts as failed. */
const REACTION_MS = 1000;

/**
 * A locker whose `lock` ends within `waitMs` (and a second) even if the given one ignores its signal, and whose
 * `unlock` never throws. The client of a server that is down may queue commands without end (ioredis does), and each
 * request would wait as long.
 */
export function boundedLocker(locker: Locker, waitMs: number, report: (message: string) => void): Locker {
  const failed = (what: string, error: unknown) =>
    report(`The locker failed to ${what} (${error instanceof Error ? error.message || error.name : "unknown error"}).`);

  function newLock(id: string): Lock {
    const lock = locker.newLock(id);
    const release = async (): Promise<void> => {
      try {
        const ended = await within(waitMs, Promise.resolve(lock.unlock()));
        if (ended === TIMED_OUT) failed("unlock", new Error(`no answer within ${waitMs} ms`));
      } catch (error) {
        failed("unlock", error);
      }
    };
    return {
      async lock(signal, requestRelease) {
        const limit = limited(signal, waitMs);
        const locking = lock.lock(limit.signal, requestRelease);
        try {
          const isUnanswered = await Promise.race([locking.then(() => false), isReactionLate(limit.signal)]);
          if (!isUnanswered) return;
        } catch (error) {
          if (!isLockTimeout(error)) failed("lock", error);
          throw error;
        } finally {
          limit.end();
        }
        // A lock that is acquired too late must not stay locked.
        locking.then(release, () => {});
        const error = new Error(`no answer within ${waitMs} ms`);
        failed("lock", error);
        throw error;
      },
      unlock: release,
    };
  }
  return { newLock };
}

/**
 * The signal with a time limit, until `end`. `AbortSignal.any` with `AbortSignal.timeout` is not used: in Node 20 a combined
 * signal forgets a time limit that was garbage-collected, and never fires.
 */
function limited(signal: AbortSignal, ms: number): { readonly signal: AbortSignal; end(): void } {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(new DOMException("The time limit is over.", "TimeoutError")), ms);
  const abort = () => limit.abort(signal.reason);
  if (signal.aborted) abort();
  signal.addEventListener("abort", abort, { once: true });
  return {
    signal: limit.signal,
    end() {
      clearTimeout(timer);
      signal.removeEventListener("abort", abort);
    },
  };
}

/** Resolves when the time to react to an abort is over; pending while the signal is not aborted. */
function isReactionLate(signal: AbortSignal): Promise<true> {
  return new Promise((resolve) => {
    const wait = () => setTimeout(resolve, REACTION_MS, true).unref();
    if (signal.aborted) wait();
    else signal.addEventListener("abort", wait, { once: true });
  });
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

function lockerFailed(cause: unknown): ApiError {
  return new ApiError(503, "The upload server cannot lock this upload at the moment. Please try again shortly.", {
    code: "locker_failed",
    headers: { "retry-after": "5" },
    cause,
  });
}
