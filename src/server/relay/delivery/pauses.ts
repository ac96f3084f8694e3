interface Failures {
  readonly count: number;
  /** Time before which no delivery starts, in epoch milliseconds. */
  readonly until: number;
}

/** Time for which failures are kept in memory after their pause. */
const FORGET_AFTER_MS = 10 * 60_000;

/**
 * Pauses between failed deliveries of a file, because each delivery sends the whole file: what storage asked for with
 * Retry-After, and from the second failure on 2, 4, … up to 60 seconds.
 */
export class Pauses {
  readonly #failures = new Map<string, Failures>();

  /** Time in milliseconds for which storage is to be left alone with this binding's file; 0 or less when that is over. */
  left(bindingId: string): number {
    return (this.#failures.get(bindingId)?.until ?? 0) - Date.now();
  }

  /** @param retryAfterMs what storage asked for, in milliseconds; null for nothing */
  failed(bindingId: string, retryAfterMs: number | null): void {
    const now = Date.now();
    for (const [id, { until }] of this.#failures) if (until + FORGET_AFTER_MS <= now) this.#failures.delete(id);
    const count = (this.#failures.get(bindingId)?.count ?? 0) + 1;
    const pauseMs = Math.max(retryAfterMs ?? 0, count === 1 ? 0 : Math.min(2 ** (count - 1), 60) * 1000);
    this.#failures.set(bindingId, { count, until: now + pauseMs });
  }

  ended(bindingId: string): void {
    this.#failures.delete(bindingId);
  }
}
