import { SpeedMeter } from "./speed-meter.ts";

/** Progress of the bytes that leave the browser. For display only. */
export class SentProgress {
  readonly speed = new SpeedMeter();
  /** Whether the browser reports the bytes that are being sent. */
  isMeasured = true;
  #sentBytes = 0;
  /** Bytes that have left the browser. Less than the displayed number after a server has lost bytes. */
  #lineBytes = 0;
  /** Byte up to which the current transfer has come. */
  #place = 0;
  #movedBytes = 0;
  #verifying = false;

  /** Bytes that left the browser; never less than before, until `restart`. */
  get sentBytes(): number {
    return this.#sentBytes;
  }

  /** All bytes that left the browser, those that were sent twice counted twice. */
  get movedBytes(): number {
    return this.#movedBytes;
  }

  /** Every byte is sent, and the digest is still being computed. */
  get verifying(): boolean {
    return this.#verifying;
  }

  /** Returns true when the displayed progress has changed. */
  moveTo(bytes: number, now: number): boolean {
    this.#movedBytes += Math.max(0, bytes - this.#place);
    this.#place = bytes;
    if (bytes < this.#lineBytes) this.speed.reset();
    if (bytes !== this.#lineBytes) this.speed.record(bytes, now);
    this.#lineBytes = bytes;
    if (bytes <= this.#sentBytes) return false;
    this.#sentBytes = bytes;
    return true;
  }

  /** Restarts the progress at a byte, from which on the bytes are sent for the first time or again. */
  restart(fromBytes: number): void {
    this.#sentBytes = fromBytes;
    this.#place = fromBytes;
    this.stop();
  }

  allSent(): void {
    this.#verifying = true;
  }

  /** Stops the measurement when no bytes are sent any more. */
  stop(): void {
    this.speed.reset();
    this.#verifying = false;
  }
}
