/** The time at which one request may be sent. It moves when the pace changes, so check it again when it has come. */
export interface Booking {
  /** Epoch milliseconds. */
  at: number;
  readonly subject: string;
}

/** Values of a response's `X-RateLimit-…` headers; null for a header that is missing. */
export interface AnnouncedLimits {
  readonly perSecond: number | null;
  readonly remaining: number | null;
  /** Epoch milliseconds, rounded to whole seconds by the API. */
  readonly resetAt: number | null;
}

/** Requests per second that the Files API documents; used until a response announces another limit. */
const ASSUMED_PER_SECOND = 25;
/** Share of the limit that is used. The rest absorbs requests that arrive less evenly than they were sent. */
const SHARE = 0.96;
/** Requests after a pause that may be sent at once, so that a page with a few files is not slowed down. */
const BURST = 4;
/** Longest pause when no requests remain. Short, because the announced reset time is rounded to whole seconds. */
const MAX_HOLD_MS = 250;
/** Longest pause after a 429. The limits count seconds: a header that asks for more must not stop the server for a day. */
const MAX_CLOSED_MS = 60_000;
const SLOWER = 1.5;
const MAX_SLOWNESS = 4;
/** Slowness removed by each successful response: fifty of them compensate for one 429. */
const RECOVERY = 0.01;

/**
 * Schedules requests so that the rate limit is not reached. Requests are spaced evenly, without assumptions about how
 * the API counts: an even stream just below the limit passes a token bucket, a fixed window and a sliding window.
 * Responses correct the pace: if no requests remain, the next ones wait, and after a 429 (another instance uses the
 * same limit) the pace is lower for a while.
 *
 * There is no timer and no shared queue here: on some edge platforms one request must not wait for another's timer.
 */
export class Pace {
  readonly #pending: Booking[] = [];
  #perSecond = ASSUMED_PER_SECOND;
  #slowness = 1;
  /** Time of the next request without a burst (the "theoretical arrival time" of GCRA). */
  #nextAt = 0;
  #closedUntil = 0;

  /** Books the next free time. Subjects take turns: a subject's first booking comes before another's second. */
  book(nowMs: number, subject = ""): Booking {
    const at = Math.max(nowMs, this.#closedUntil, this.#nextAt - BURST * this.#intervalMs());
    this.#nextAt = Math.max(at, this.#nextAt) + this.#intervalMs();
    const booking = { at, subject };
    const times = [...this.#pending.map((other) => other.at), at];
    this.#pending.splice(this.#placeOf(subject), 0, booking);
    for (const [index, other] of this.#pending.entries()) other.at = times[index] ?? at;
    return booking;
  }

  /** Index among the pending bookings that gives the subject its turn. */
  #placeOf(subject: string): number {
    const turn = this.#pending.filter((booking) => booking.subject === subject).length;
    const turns = new Map<string, number>();
    const index = this.#pending.findIndex((booking) => {
      const itsTurn = turns.get(booking.subject) ?? 0;
      turns.set(booking.subject, itsTurn + 1);
      return itsTurn > turn;
    });
    return index < 0 ? this.#pending.length : index;
  }

  /** Removes a booking whose request is sent now. */
  release(booking: Booking): void {
    const index = this.#pending.indexOf(booking);
    if (index >= 0) this.#pending.splice(index, 1);
  }

  /**
   * Removes a booking whose request is not sent, and gives its time to those behind it. Otherwise thousands of requests
   * that did not want to wait would keep the pace busy for minutes in which nothing is sent.
   */
  cancel(booking: Booking): void {
    const index = this.#pending.indexOf(booking);
    if (index < 0) return;
    let freeAt = booking.at;
    for (const other of this.#pending.splice(index).slice(1)) {
      [freeAt, other.at] = [other.at, freeAt];
      this.#pending.push(other);
    }
    this.#nextAt -= this.#intervalMs();
  }

  /** Adapts the pace to a response that was not a 429. */
  learn({ perSecond, remaining, resetAt }: AnnouncedLimits, nowMs: number): void {
    if (perSecond !== null && perSecond > 0) this.#perSecond = perSecond;
    if (remaining === null) return;
    if (remaining > 0) {
      this.#slowness = Math.max(1, this.#slowness - RECOVERY);
      return;
    }
    const untilReset = resetAt !== null && resetAt > nowMs ? resetAt - nowMs : Number.POSITIVE_INFINITY;
    this.#holdUntil(nowMs + Math.min(untilReset, MAX_HOLD_MS, this.#intervalMs()));
  }

  /** Sends nothing before `untilMs`, the time given by a 429. It applies to all requests of the category. */
  close(untilMs: number, nowMs: number): void {
    // Several requests in flight together may each get a 429; they slow the pace down only once.
    if (nowMs >= this.#closedUntil) this.#slowness = Math.min(MAX_SLOWNESS, this.#slowness * SLOWER);
    this.#closedUntil = Math.max(this.#closedUntil, Math.min(untilMs, nowMs + MAX_CLOSED_MS));
    this.#holdUntil(this.#closedUntil);
  }

  /** Moves all bookings after `untilMs`, in their order and without a burst, since all of them have waited. */
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
