import type { UploadError } from "../errors.ts";
import type { Clock } from "../ports.ts";

/**
 * One door for all calls to the host. When the host says 429 to one upload, it means all of them: nobody passes
 * before its `Retry-After` is over.
 */
export class HostGate {
  #closedUntil = 0;
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  async pass(signal: AbortSignal): Promise<void> {
    for (;;) {
      signal.throwIfAborted();
      const waitMs = this.#closedUntil - this.#clock.now();
      if (waitMs <= 0) return;
      await this.#clock.sleep(waitMs, signal);
    }
  }

  /** Learns from a refusal. */
  heed(error: UploadError): void {
    if (error.code !== "rate-limited" || error.retryAfterMs === undefined) return;
    this.#closedUntil = Math.max(this.#closedUntil, this.#clock.now() + error.retryAfterMs);
  }
}
