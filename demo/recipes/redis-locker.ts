import { randomUUID } from "node:crypto";
import { ERRORS, type Lock, type Locker, type RequestRelease } from "@tus/server";
import type { Redis } from "ioredis";

export interface RedisLockerOptions {
  /** Prefix of the keys in Redis. */
  readonly prefix?: string;
  /** Time for which a lock outlives an instance that crashed while holding it, in milliseconds. */
  readonly leaseMs?: number;
  /** Maximum time to wait for a lock, in milliseconds. */
  readonly waitMs?: number;
}

/** Prolongs the lease if this instance holds it. Returns 0 if it does not, 1 if it does, 2 if another request waits. */
const PROLONG = `
  if redis.call("get", KEYS[1]) ~= ARGV[1] then return 0 end
  redis.call("pexpire", KEYS[1], ARGV[2])
  return 1 + redis.call("exists", KEYS[2])`;
const RELEASE = `
  if redis.call("get", KEYS[1]) == ARGV[1] then redis.call("del", KEYS[1], KEYS[2]) end`;

/** Interval at which a holder prolongs its lease and checks whether another request waits. */
const TICK_MS = 250;
const POLL_MS = 50;

/**
 * Locks for a tus server on several machines that share one Redis. A lock is a key with a lease: the holder prolongs it
 * while it runs, and if it crashes, the key expires. A waiting request sets a second key, and the holder is asked to
 * stop.
 */
export class RedisLocker implements Locker {
  readonly #redis: Redis;
  readonly #options: Required<RedisLockerOptions>;

  constructor(redis: Redis, { prefix = "relay-lock:", leaseMs = 10_000, waitMs = 30_000 }: RedisLockerOptions = {}) {
    this.#redis = redis;
    this.#options = { prefix, leaseMs, waitMs };
  }

  newLock(id: string): Lock {
    return new RedisLock(this.#redis, `${this.#options.prefix}${id}`, this.#options);
  }
}

class RedisLock implements Lock {
  readonly #redis: Redis;
  readonly #key: string;
  readonly #wantedKey: string;
  readonly #leaseMs: number;
  readonly #waitMs: number;
  readonly #holder = randomUUID();
  #ticking: NodeJS.Timeout | undefined;

  constructor(redis: Redis, key: string, { leaseMs, waitMs }: Required<RedisLockerOptions>) {
    this.#redis = redis;
    this.#key = key;
    this.#wantedKey = `${key}:wanted`;
    this.#leaseMs = leaseMs;
    this.#waitMs = waitMs;
  }

  async lock(signal: AbortSignal, requestRelease: RequestRelease): Promise<void> {
    const deadline = Date.now() + this.#waitMs;
    while (!(await this.#acquire(signal))) {
      if (Date.now() > deadline) throw ERRORS.ERR_LOCK_TIMEOUT;
      await unlessAborted(signal, this.#redis.set(this.#wantedKey, 1, "PX", 4 * TICK_MS));
      await new Promise((resolve) => setTimeout(resolve, POLL_MS * (0.5 + Math.random())));
    }
    this.#ticking = setInterval(() => void this.#prolong(requestRelease), TICK_MS);
    this.#ticking.unref();
  }

  async #acquire(signal: AbortSignal): Promise<boolean> {
    const setting = this.#redis.set(this.#key, this.#holder, "PX", this.#leaseMs, "NX");
    try {
      return (await unlessAborted(signal, setting)) !== null;
    } catch (error) {
      // A command that is still queued must not lock for a request that no longer waits.
      setting.then(() => this.unlock()).catch(() => {});
      throw error;
    }
  }

  async unlock(): Promise<void> {
    clearInterval(this.#ticking);
    await this.#redis.eval(RELEASE, 2, this.#key, this.#wantedKey, this.#holder);
  }

  async #prolong(requestRelease: RequestRelease): Promise<void> {
    try {
      const state = await this.#redis.eval(PROLONG, 2, this.#key, this.#wantedKey, this.#holder, this.#leaseMs);
      if (state !== 1) await requestRelease();
    } catch {
      // Redis is unreachable. If that lasts longer than the lease, another request gets the lock.
    }
  }
}

/** Ends with the signal: while Redis is down, ioredis queues commands and its promises stay pending. */
function unlessAborted<T>(signal: AbortSignal, command: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(ERRORS.ERR_LOCK_TIMEOUT);
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort, { once: true });
    command.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}
