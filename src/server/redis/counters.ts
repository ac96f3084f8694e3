import type { Count, CounterStore } from "../limits/counter-store.ts";
import { TIMED_OUT, within } from "../within.ts";
import type { RedisCommands } from "./commands.ts";

export interface RedisCountersOptions {
  /** Prefix of the keys in Redis. Default "uploads:". */
  readonly prefix?: string | undefined;
  /**
   * Maximum time to wait for Redis, in milliseconds. After that the counter counts as failed: the call is reported to
   * `onError` and is not limited. Default 1,000.
   */
  readonly timeoutMs?: number | undefined;
}

/**
 * Adds to a counter, and returns its value and the milliseconds until it ends. One script, so that a counter never
 * lacks an end, even if the instance stops in between. A counter that would become 0 or negative is deleted.
 */
const ADD = `
  local total = redis.call("incrby", KEYS[1], ARGV[1])
  if total <= 0 then
    redis.call("del", KEYS[1])
    return {0, tonumber(ARGV[2])}
  end
  local ends = redis.call("pttl", KEYS[1])
  if ends < 0 then
    redis.call("pexpire", KEYS[1], ARGV[2])
    ends = tonumber(ARGV[2])
  end
  return {total, ends}`;

/** Counters in Redis, so that rate limits and daily maximums hold for all instances together. */
export function createRedisCounters(
  redis: RedisCommands,
  { prefix = "uploads:", timeoutMs = 1000 }: RedisCountersOptions = {},
): CounterStore {
  return {
    async add(key, amount, windowMs): Promise<Count> {
      // The length of the window is part of the key: two counters of one name and different windows are two counters.
      const answer = redis.eval(ADD, 1, `${prefix}${windowMs}:${key}`, amount, windowMs);
      // A command that is still queued after the time limit may be executed later and then counts once too often.
      answer.catch(() => {});
      const counted = await within(timeoutMs, answer);
      if (counted === TIMED_OUT) throw new Error(`Redis did not answer within ${timeoutMs} ms`);
      const [total, endsInMs] = Array.isArray(counted) ? counted.map(Number) : [];
      if (total === undefined || endsInMs === undefined) throw new Error("Redis gave an unexpected answer");
      return { total, endsInMs };
    },
  };
}
