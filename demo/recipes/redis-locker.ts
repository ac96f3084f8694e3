import { randomUUID } from "node:crypto";
import { ERRORS, type Lock, type Locker, type RequestRelease } from "@tus/server";
import type { Redis } from "ioredis";

export interface RedisLockerOptions {
  /** Before the names of the locks. */
  readonly prefix?: string;
  /** How long a lock outlives the instance that held it, in milliseconds. */
  readonly leaseMs?: number;
  /** How long to wait for a lock, in milliseconds. */
  readonly waitMs?: number;
}

/**
 * Prolongs the lease if it is still ours, and says whether somebody else is waiting: 0 lost, 1 ours, 2 ours but wanted.
 */
const PROLONG = `
  if redis.call("get", KEYS[1]) ~= ARGV[1] then return 0 end
  redis.call("pexpire", KEYS[1], ARGV[2])
  return 1 + redis.call("exists", KEYS[2])`;
const RELEASE = `
  if redis.call("get", KEYS[1]) == ARGV[1] then redis.call("del", KEYS[1], KEYS[2]) end`;

/** Often enough that a lock which somebody waits for is given up soon. */
const TICK_MS = 250;
const POLL_MS = 50;

/**
 * Locks for a tus server on several machines that share one Redis. A lock is a key with a lease: its holder prolongs it
 * while it lives, and when it dies the key goes by itself. Who waits leaves a note, and the holder is asked to stop.
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
    while (!(await this.#redis.set(this.#key, this.#holder, "PX", this.#leaseMs, "NX"))) {
      if (signal.aborted || Date.now() > deadline) throw ERRORS.ERR_LOCK_TIMEOUT;
      await this.#redis.set(this.#wantedKey, 1, "PX", 4 * TICK_MS);
      await new Promise((resolve) => setTimeout(resolve, POLL_MS * (0.5 + Math.random())));
    }
    this.#ticking = setInterval(() => void this.#prolong(requestRelease), TICK_MS);
    this.#ticking.unref();
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
      // Redis is away for a moment; the lease is longer than that, or somebody else gets the lock.
    }
  }
}
