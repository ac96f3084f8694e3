/**
 * Shared state of several instances in one Redis: `RedisLocker` for the relay's uploads, `createRedisCounters` for rate
 * limits and daily maximums. Works with ioredis, and with every client that has its `eval`.
 */

export type { RedisCommands } from "./commands.ts";
export { createRedisCounters, type RedisCountersOptions } from "./counters.ts";
export { RedisLocker, type RedisLockerOptions } from "./locker.ts";
