import type { RedisCommands } from "./commands.ts";

export interface RedisLockerOptions {
  /** Prefix of the keys in Redis. Default "relay-lock:". */
  readonly prefix?: string | undefined;
  /**
   * Time for which a lock outlives an instance that crashed while holding it, in milliseconds. Default 10,000. A holder
   * that runs prolongs it. One that is cut off from Redis for longer loses the lock to another request, while the relay's
   * offsets still protect the bytes.
   */
  readonly leaseMs?: number | undefined;
  /** Maximum time to wait for a lock, in milliseconds. Default 30,000. The relay's `lockWaitMs` may end the wait earlier. */
  readonly waitMs?: number | undefined;
}

/** Acquires the lock if it is free: 1, otherwise 0 and a note for the holder that another request waits. */
const ACQUIRE = `
  if redis.call("set", KEYS[1], ARGV[1], "PX", ARGV[2], "NX") then return 1 end
  redis.call("set", KEYS[2], 1, "PX", ARGV[3])
  return 0`;
/** Prolongs the lease if this instance holds it. Returns 0 if it does not, 1 if it does, 2 if another request waits. */
const PROLONG = `
  if redis.call("get", KEYS[1]) ~= ARGV[1] then return 0 end
  redis.call("pexpire", KEYS[1], ARGV[2])
  return 1 + redis.call("exists", KEYS[2])`;
const RELEASE = `
  if redis.call("get", KEYS[1]) == ARGV[1] then redis.call("del", KEYS[1], KEYS[2]) end
  return 1`;

/** Interval at which a holder prolongs its lease and checks whether another request waits. */
const TICK_MS = 250;
const POLL_MS = 50;

/**
 * Error for a lock that did not become free in time, with the fields of `ERRORS.ERR_LOCK_TIMEOUT` in @tus/server. Written
 * here, because this entry must not need that package: counters alone work without a relay.
 */
const LOCK_TIMEOUT = { status_code: 500, body: "timeout while acquiring lock" } as const;

/**
 * Option `locker` of the relay for several instances that share one Redis. A lock is a key with a lease: the holder
 * prolongs it while it runs, and if it crashes, the key expires. A waiting request leaves a note in a second key, and the
 * holder is asked to stop. A Redis that does not answer ends the wait with the signal (`lockWaitMs` of the relay).
 */
export class RedisLocker {
  readonly #redis: RedisCommands;
  readonly #options: { readonly prefix: string; readonly leaseMs: number; readonly waitMs: number };

  constructor(redis: RedisCommands, options: RedisLockerOptions = {}) {
    const { prefix = "relay-lock:", leaseMs = 10_000, waitMs = 30_000 } = options;
    this.#redis = redis;
    this.#options = { prefix, leaseMs, waitMs };
  }

  newLock(id: string): RedisLock {
    // Braces: in a Redis Cluster both keys of a lock are in one slot.
    return new RedisLock(this.#redis, `${this.#options.prefix}{${id}}`, this.#options);
  }
}

/** One lock; a `Lock` of @tus/server. */
class RedisLock {
  readonly #redis: RedisCommands;
  readonly #key: string;
  readonly #wantedKey: string;
  readonly #leaseMs: number;
  readonly #waitMs: number;
  readonly #holder = crypto.randomUUID();
  #ticking: ReturnType<typeof setInterval> | undefined;

  constructor(redis: RedisCommands, key: string, { leaseMs, waitMs }: { leaseMs: number; waitMs: number }) {
    this.#redis = redis;
    this.#key = key;
    this.#wantedKey = `${key}:wanted`;
    this.#leaseMs = leaseMs;
    this.#waitMs = waitMs;
  }

  /** Rejects with the tus server's error for a lock that did not become free before `signal` was aborted. */
  async lock(signal: AbortSignal, requestRelease: () => Promise<void> | void): Promise<void> {
    const deadline = Date.now() + this.#waitMs;
    while (!(await this.#acquire(signal))) {
      if (Date.now() > deadline) throw LOCK_TIMEOUT;
      await new Promise((resolve) => setTimeout(resolve, POLL_MS * (0.5 + Math.random())));
    }
    this.#ticking = setInterval(() => void this.#prolong(requestRelease), TICK_MS);
    doNotKeepAlive(this.#ticking);
  }

  async unlock(): Promise<void> {
    clearInterval(this.#ticking);
    await this.#redis.eval(RELEASE, 2, this.#key, this.#wantedKey, this.#holder);
  }

  async #acquire(signal: AbortSignal): Promise<boolean> {
    if (signal.aborted) throw LOCK_TIMEOUT;
    const keys = [this.#key, this.#wantedKey] as const;
    const acquiring = this.#redis.eval(ACQUIRE, 2, ...keys, this.#holder, this.#leaseMs, 4 * TICK_MS);
    try {
      return (await unlessAborted(signal, acquiring)) === 1;
    } catch (error) {
      // A command that is still queued must not lock for a request that no longer waits.
      acquiring.then(() => this.unlock()).catch(() => {});
      throw error;
    }
  }

  async #prolong(requestRelease: () => Promise<void> | void): Promise<void> {
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
    const abort = () => reject(LOCK_TIMEOUT);
    signal.addEventListener("abort", abort, { once: true });
    command.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}

/** Node ends a process although such a timer is running. Other runtimes have no such method. */
function doNotKeepAlive(timer: unknown): void {
  if (typeof timer !== "object" || timer === null || !("unref" in timer)) return;
  if (typeof timer.unref === "function") timer.unref();
}
