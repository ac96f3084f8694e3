import { ApiError } from "../api-error.ts";
import type { Action } from "../endpoint/route.ts";
import { type Count, type CounterStore, createMemoryCounters } from "./counter-store.ts";

/**
 * How much one subject may ask for. The defaults stop a runaway, not a user: they are above what Lightfield's own limit
 * lets through (25 calls a second of each kind), so a page with thousands of files never meets them.
 */
export interface RateLimits {
  /** New sessions within the window. Default 300. */
  readonly creates?: number | undefined;
  /** Calls of any kind within the window. Default 800. */
  readonly calls?: number | undefined;
  /** Default 10,000 (ten seconds). */
  readonly windowMs?: number | undefined;
  /** Where it is counted, the files of `maxFilesPerDay` too. Default: the memory of this instance. */
  readonly store?: CounterStore | undefined;
}

export interface SubjectLimits {
  /** @throws ApiError 429 with `Retry-After` */
  checkRate(subject: string, action: Action): Promise<void>;
  /** Does `create` as one of this day's files. @throws ApiError 403 when there have been enough */
  withinDay<T>(subject: string, maxFiles: number | undefined, create: () => Promise<T>): Promise<T>;
}

const DAY_MS = 24 * 3_600_000;

/** A store that fails costs the limits, never the upload: `tell` hears of it. */
export function createSubjectLimits(limits: RateLimits | false, tell: (error: unknown) => void): SubjectLimits {
  const { creates = 300, calls = 800, windowMs = 10_000, store = createMemoryCounters() } = limits || {};

  async function add(key: string, amount: number, forMs: number): Promise<Count> {
    try {
      return await store.add(key, amount, forMs);
    } catch (cause) {
      tell(new Error("the rate limit's store failed, so nothing is limited", { cause }));
      return { total: 0, endsInMs: 0 };
    }
  }

  async function checkRate(subject: string, action: Action): Promise<void> {
    if (limits === false) return;
    const counted = [{ count: await add(`calls:${subject}`, 1, windowMs), most: calls }];
    if (action === "create") counted.push({ count: await add(`creates:${subject}`, 1, windowMs), most: creates });
    for (const { count, most } of counted) if (count.total > most) throw tooMany(count.endsInMs);
  }

  async function withinDay<T>(subject: string, maxFiles: number | undefined, create: () => Promise<T>): Promise<T> {
    if (maxFiles === undefined) return create();
    const key = `files:${subject}`;
    const { total } = await add(key, 1, DAY_MS);
    try {
      if (total > maxFiles) throw enough(maxFiles);
      return await create();
    } catch (error) {
      // What did not come to be does not count.
      await add(key, -1, DAY_MS);
      throw error;
    }
  }

  return { checkRate, withinDay };
}

function tooMany(endsInMs: number): ApiError {
  return new ApiError(429, "You are asking too fast. Please try again in a moment.", {
    code: "rate_limited",
    headers: { "retry-after": String(Math.max(1, Math.ceil(endsInMs / 1000))) },
  });
}

/** 403 and not 429: a widget would wait for the next day. */
function enough(maxFiles: number): ApiError {
  return new ApiError(403, `You may upload at most ${maxFiles} files a day here.`, { code: "too_many_files" });
}
