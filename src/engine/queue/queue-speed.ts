import { remainingMs, SpeedMeter } from "../upload/speed-meter.ts";

/**
 * Speed and remaining time of the whole queue, from one running total of all bytes. A sum of the speeds of the uploads would
 * leap whenever one of them begins or ends. Times are epoch milliseconds.
 */
export class QueueSpeed {
  readonly #meter = new SpeedMeter();
  #bytes = 0;
  #sending = 0;

  /**
   * @param bytes all bytes that have left the browser so far
   * @param sending number of uploads that are sending bytes
   */
  record(bytes: number, sending: number, now: number): void {
    // The time in which nothing was to be sent is no standstill.
    const begins = sending > 0 && this.#sending === 0;
    if (bytes !== this.#bytes || begins) this.#meter.record(bytes, now);
    this.#bytes = bytes;
    this.#sending = sending;
  }

  /** Null before it can be measured and while no upload is sending; 0 at a standstill. */
  bytesPerSecond(now: number): number | null {
    return this.#sending > 0 ? this.#meter.bytesPerSecond(now) : null;
  }

  /** Null when there is no honest estimate. */
  remainingMs(bytesLeft: number, now: number): number | null {
    return remainingMs(bytesLeft, this.bytesPerSecond(now));
  }
}
