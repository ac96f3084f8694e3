import { UploadError } from "../errors.ts";
import type { Clock } from "../ports.ts";
import { sleepUnless } from "../waits.ts";
import { LONGEST_WAIT_MS } from "./retry-delay.ts";

export interface GateOptions {
  readonly signal: AbortSignal;
  /**
   * Epoch milliseconds until which a background call waits. Default: a call fails if it would have to wait more than 15
   * minutes.
   */
  readonly giveUpAt?: number;
  /** Called before each wait. `until` is in epoch milliseconds, `error` the refusal that closed the gate. */
  onWait?(until: number, error: UploadError): void;
  /** Called right before the call is made. */
  onPass?(): void;
}

interface Closed {
  /** Epoch milliseconds. */
  readonly until: number;
  /** Bounds the wait when the clock is set back. */
  readonly ms: number;
  readonly error: UploadError;
}

/**
 * All calls to the endpoint pass this gate. A 429 for one upload applies to all uploads: no call is made before its
 * `Retry-After` is over, except one that the user requests.
 */
export class HostGate {
  readonly #clock: Clock;
  readonly #waiting = new Set<() => void>();
  #closed: Closed | null = null;
  /** Whether the next call may be made although the gate is closed. */
  #mayOnePass = false;
  /** The refusal that this call disregards while it runs, and the others wait for its response; null while none runs. */
  #disregarded: Closed | null = null;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Makes one call when the gate is open. @throws UploadError, or the signal's reason */
  async call<T>(options: GateOptions, work: () => Promise<T>): Promise<T> {
    const isEarly = await this.pass(options.signal, options);
    try {
      // The upload may have been paused or cancelled meanwhile.
      options.signal.throwIfAborted();
      options.onPass?.();
      const answer = await work();
      if (isEarly) this.#reopen();
      return answer;
    } catch (thrown) {
      const error = UploadError.from(thrown);
      if (isEarly && error.status !== undefined && error.status !== 429) this.#reopen();
      this.heed(error);
      throw thrown;
    } finally {
      if (isEarly) {
        this.#disregarded = null;
        this.#wakeAll();
      }
    }
  }

  /** Resolves when a call may be made; with true if it is the one that the user requested. */
  async pass(signal: AbortSignal, { giveUpAt, onWait }: Omit<GateOptions, "signal"> = {}): Promise<boolean> {
    for (;;) {
      signal.throwIfAborted();
      const closed = this.#closed;
      const waitMs = closed ? Math.min(closed.until - this.#clock.now(), closed.ms) : 0;
      if (!closed || waitMs <= 0) {
        this.#mayOnePass = false;
        return false;
      }
      if (this.#mayOnePass) {
        this.#mayOnePass = false;
        this.#disregarded = closed;
        return true;
      }
      const leftMs = giveUpAt === undefined ? waitMs : giveUpAt - this.#clock.now();
      const isTooLong = giveUpAt === undefined ? waitMs > LONGEST_WAIT_MS : leftMs <= 0;
      if (isTooLong && !this.#disregarded) {
        throw new UploadError("rate-limited", closed.error.message, { ...closed.error, retryAfterMs: waitMs });
      }
      onWait?.(closed.until, closed.error);
      await sleepUnless(this.#clock, Math.max(1, Math.min(waitMs, leftMs)), signal, (wake) => {
        this.#waiting.add(wake);
        return () => this.#waiting.delete(wake);
      });
    }
  }

  /** Allows one call before the `Retry-After` is over. Its response decides whether the others may be made. */
  allowOne(): void {
    if (!this.#closed || this.#disregarded) return;
    this.#mayOnePass = true;
    this.#wakeAll();
  }

  /** Closes the gate if the error is a 429 with a `Retry-After`. */
  heed(error: UploadError): void {
    const ms = error.retryAfterMs;
    if (error.code !== "rate-limited" || ms === undefined) return;
    // The user allowed one call before this refusal.
    this.#mayOnePass = false;
    const until = this.#clock.now() + ms;
    if (!this.#closed || until > this.#closed.until) this.#closed = { until, ms, error };
  }

  /** A refusal that has arrived since stays. */
  #reopen(): void {
    if (this.#closed === this.#disregarded) this.#closed = null;
  }

  #wakeAll(): void {
    for (const wake of [...this.#waiting]) wake();
  }
}
