/** A moment to send one request. It moves when the pace changes, so look again when it has come. */
export interface Booking {
  /** Epoch milliseconds. */
  at: number;
}

/** What an answer's `X-RateLimit-…` headers told; null for what they did not. */
export interface ToldLimits {
  readonly perSecond: number | null;
  readonly remaining: number | null;
  /** Epoch milliseconds, of whole seconds. */
  readonly resetAt: number | null;
}

/** The Files API's documented limit, until an answer tells another one. */
const ASSUMED_PER_SECOND = 25;
/** Of the limit: what is left over absorbs that requests do not arrive as evenly as they are sent. */
const SHARE = 0.96;
/** Requests after a pause that need no distance: a page with a few files does not notice the pace at all. */
const BURST = 4;
/** How long to hold back at most when nothing is left: the told moment of the reset has whole seconds only. */
const MAX_HOLD_MS = 250;
const SLOWER = 1.5;
const MAX_SLOWNESS = 4;
/** With every good answer: fifty of them make up for one 429. */
const RECOVERY = 0.01;

/**
 * When the next requests may be sent, so that the limit is not met. It sends evenly and does not try to guess how the
 * other side counts: an even stream just below the limit passes a token bucket, a fixed window and a sliding window
 * alike. Answers correct it: when nothing is left it holds back, and a 429 (another instance uses up the same
 * limit) slows it down for a while.
 *
 * No timer of its own and no shared queue: on some edge platforms one request must not wait for another's timer.
 */
export class Pace {
  readonly #pending: Booking[] = [];
  #perSecond = ASSUMED_PER_SECOND;
  #slowness = 1;
  /** The moment for the next request without a burst (the "theoretical arrival time" of GCRA). */
  #nextAt = 0;
  #closedUntil = 0;

  book(nowMs: number): Booking {
    const at = Math.max(nowMs, this.#closedUntil, this.#nextAt - BURST * this.#intervalMs());
    this.#nextAt = Math.max(at, this.#nextAt) + this.#intervalMs();
    const booking = { at };
    this.#pending.push(booking);
    return booking;
  }

  /** Its request is on its way, or nobody waits any more. */
  release(booking: Booking): void {
    const index = this.#pending.indexOf(booking);
    if (index >= 0) this.#pending.splice(index, 1);
  }

  /** An answer came that was no 429. */
  learn({ perSecond, remaining, resetAt }: ToldLimits, nowMs: number): void {
    if (perSecond !== null && perSecond > 0) this.#perSecond = perSecond;
    if (remaining === null) return;
    if (remaining > 0) {
      this.#slowness = Math.max(1, this.#slowness - RECOVERY);
      return;
    }
    const untilReset = resetAt !== null && resetAt > nowMs ? resetAt - nowMs : Number.POSITIVE_INFINITY;
    this.#holdUntil(nowMs + Math.min(untilReset, MAX_HOLD_MS, this.#intervalMs()));
  }

  /** A 429 that said when to come back. It speaks for all requests of the category. */
  close(untilMs: number, nowMs: number): void {
    // The 429s of requests that were under way together are one piece of news.
    if (nowMs >= this.#closedUntil) this.#slowness = Math.min(MAX_SLOWNESS, this.#slowness * SLOWER);
    this.#closedUntil = Math.max(this.#closedUntil, untilMs);
    this.#holdUntil(this.#closedUntil);
  }

  /** Nothing goes before then; and then no burst, for others have waited too. What is booked keeps its order. */
  #holdUntil(untilMs: number): void {
    const intervalMs = this.#intervalMs();
    let at = untilMs;
    for (const booking of this.#pending) {
      booking.at = Math.max(booking.at, at);
      at = booking.at + intervalMs;
    }
    this.#nextAt = Math.max(this.#nextAt, at + BURST * intervalMs);
  }

  #intervalMs(): number {
    return (1000 / (this.#perSecond * SHARE)) * this.#slowness;
  }
}
