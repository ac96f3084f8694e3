import { ApiError } from "../api-error.ts";
import type { Action } from "../endpoint/route.ts";
import { type Count, type CounterStore, createMemoryCounters } from "./counter-store.ts";

/**
 * Rate limits for one subject. The defaults are below what Lightfield allows the organisation (25 writes a second), so
 * one misbehaving client leaves capacity for others, and above what uploading thousands of files takes.
 */
export interface RateLimits {
  /** Maximum number of new sessions within the window. Default 240. */
  readonly creates?: number | undefined;
  /** Maximum number of calls of any kind within the window. Default 600. */
  readonly calls?: number | undefined;
  /** Length of the window in milliseconds. Default 10,000. */
  readonly windowMs?: number | undefined;
  /** Store of the counters, also those of `maxFilesPerDay`. Default: the memory of this instance. */
  readonly store?: CounterStore | undefined;
}

export interface SubjectLimits {
  /** @throws ApiError 429 with `Retry-After` */
  checkRate(subject: string, action: Action): Promise<void>;
  /**
   * Runs `create` and counts it for this day if it succeeds, once for each `key`.
   * @throws ApiError 403 if the day's maximum is reached
   */
  withinDay<T>(subject: string, quota: DailyQuota, create: () => Promise<T>): Promise<T>;
}

export interface DailyQuota {
  /** Maximum number of new files within a day; undefined for no maximum. */
  readonly maxFiles: number | undefined;
  /** Idempotency key of the session; undefined if every call creates another one. */
  readonly key: string | undefined;
}

const DAY_MS = 24 * 3_600_000;

/** Creates the limits. If the store fails, the error is reported and the call is not limited. */
export function createSubjectLimits(limits: RateLimits | false, report: (error: unknown) => void): SubjectLimits {
  const { creates = 240, calls = 600, windowMs = 10_000, store = createMemoryCounters() } = limits || {};

  async function add(key: string, amount: number, forMs: number): Promise<Count> {
    try {
      return await store.add(key, amount, forMs);
    } catch (cause) {
      report(new Error("the store of the rate limits failed, so this call is not limited", { cause }));
      return { total: 0, endsInMs: 0 };
    }
  }

  /** Calls that are running, by key: parallel retries of one session wait for each other. */
  const running = new Map<string, Promise<unknown>>();

  function inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
    const previous = running.get(key) ?? Promise.resolve();
    const mine = previous.then(work, work);
    running.set(key, mine);
    const end = () => {
      if (running.get(key) === mine) running.delete(key);
    };
    mine.then(end, end);
    return mine;
  }

  async function checkRate(subject: string, action: Action): Promise<void> {
    if (limits === false) return;
    const counted = [{ count: await add(`calls:${subject}`, 1, windowMs), most: calls }];
    if (action === "create") counted.push({ count: await add(`creates:${subject}`, 1, windowMs), most: creates });
    for (const { count, most } of counted) if (count.total > most) throw rateLimited(count.endsInMs);
  }

  async function withinDay<T>(subject: string, quota: DailyQuota, create: () => Promise<T>): Promise<T> {
    const { maxFiles, key } = quota;
    if (maxFiles === undefined) return create();
    if (key === undefined) return counted(subject, maxFiles, create);
    const grants = `granted:${subject}:${key}`;
    return inTurn(grants, async () => {
      // A retry of a session that was counted already.
      if ((await add(grants, 0, DAY_MS)).total > 0) return create();
      const created = await counted(subject, maxFiles, create);
      // Another instance may have granted and counted the same session meanwhile.
      if ((await add(grants, 1, DAY_MS)).total > 1) await add(`files:${subject}`, -1, DAY_MS);
      return created;
    });
  }

  async function counted<T>(subject: string, maxFiles: number, create: () => Promise<T>): Promise<T> {
    const key = `files:${subject}`;
    const { total } = await add(key, 1, DAY_MS);
    try {
      if (total > maxFiles) throw dailyMaximum(maxFiles);
      return await create();
    } catch (error) {
      // A session that was not granted does not count.
      await add(key, -1, DAY_MS);
      throw error;
    }
  }

  return { checkRate, withinDay };
}

function rateLimited(endsInMs: number): ApiError {
  return new ApiError(429, "Too many requests. Please try again in a moment.", {
    code: "rate_limited",
    headers: { "retry-after": String(Math.max(1, Math.ceil(endsInMs / 1000))) },
  });
}

/** Refusal with 403, because after a 429 the client would wait until the next day. */
function dailyMaximum(maxFiles: number): ApiError {
  return new ApiError(403, `You may upload at most ${maxFiles} files a day here.`, { code: "too_many_files" });
}
