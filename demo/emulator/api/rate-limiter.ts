export type Category = "write" | "read" | "search";

export interface RateVerdict {
  readonly allowed: boolean;
  readonly retryAfterSeconds: number;
  readonly headers: Readonly<Record<string, string>>;
}

interface Bucket {
  tokens: number;
  filledAt: number;
}

/**
 * A token bucket for each category, which holds the requests of one second and fills evenly. The reference mentions
 * a bucket's capacity and the time when it "will be fully replenished", which the headers contain here.
 * Filling it evenly, rather than once a second, is a guess, and so are the whole seconds of
 * `Retry-After` (the time to one request, rounded up).
 * All keys of one emulator belong to one organisation and share the buckets.
 */
export class RateLimiter {
  readonly #buckets = new Map<Category, Bucket>();
  readonly #perSecond: () => number;
  readonly #now: () => number;

  constructor(perSecond: () => number, now: () => number) {
    this.#perSecond = perSecond;
    this.#now = now;
  }

  /** Counts one request. A refused request is not counted. */
  take(category: Category): RateVerdict {
    const bucket = this.#filled(category);
    const allowed = bucket.tokens >= 1;
    if (allowed) bucket.tokens -= 1;
    return this.#verdict(bucket, allowed);
  }

  /** Headers for a request that is not counted, because it belongs to no organisation (401, 404). */
  peek(category: Category): RateVerdict {
    return this.#verdict(this.#filled(category), true);
  }

  #filled(category: Category): Bucket {
    const now = this.#now();
    const bucket = this.#buckets.get(category) ?? { tokens: this.#capacity(), filledAt: now };
    const gained = (Math.max(0, now - bucket.filledAt) / 1000) * this.#perSecond();
    bucket.tokens = Math.min(this.#capacity(), bucket.tokens + gained);
    bucket.filledAt = now;
    this.#buckets.set(category, bucket);
    return bucket;
  }

  /** Capacity of the bucket, at least one request. */
  #capacity(): number {
    return Math.max(1, this.#perSecond());
  }

  #verdict(bucket: Bucket, allowed: boolean): RateVerdict {
    const capacity = this.#capacity();
    const secondsToOne = Math.max(0, 1 - bucket.tokens) / this.#perSecond();
    const secondsToFull = (capacity - bucket.tokens) / this.#perSecond();
    return {
      allowed,
      retryAfterSeconds: Math.max(1, Math.ceil(secondsToOne)),
      headers: {
        "x-ratelimit-limit": String(capacity),
        "x-ratelimit-remaining": String(Math.floor(bucket.tokens)),
        "x-ratelimit-reset": String(Math.ceil(bucket.filledAt / 1000 + secondsToFull)),
      },
    };
  }
}
