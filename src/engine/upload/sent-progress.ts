import { SpeedMeter } from "./speed-meter.ts";

/** What is shown of the bytes under way. Display only: nothing is decided by it. */
export class SentProgress {
  readonly speed = new SpeedMeter();
  #sentBytes = 0;
  #verifying = false;

  /** Bytes that left the browser; never less than before, until `restart`. */
  get sentBytes(): number {
    return this.#sentBytes;
  }

  /** Everything is sent, and its digest is still being computed. */
  get verifying(): boolean {
    return this.#verifying;
  }

  /** True when there is something new to show. */
  moveTo(bytes: number, now: number): boolean {
    if (bytes <= this.#sentBytes) return false;
    this.#sentBytes = bytes;
    this.speed.record(bytes, now);
    return true;
  }

  /** These bytes have to be sent, or begun again. */
  restart(fromBytes: number): void {
    this.#sentBytes = fromBytes;
    this.stop();
  }

  allSent(): void {
    this.#verifying = true;
  }

  /** Nothing moves any more. */
  stop(): void {
    this.speed.reset();
    this.#verifying = false;
  }
}
