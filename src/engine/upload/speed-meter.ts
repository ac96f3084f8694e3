/** Time in milliseconds over which speed is measured: long enough to be steady, short enough to show a change. */
const WINDOW_MS = 8_000;
/** Shortest measured time in milliseconds: before it, a speed would be a guess. */
const MIN_SPAN_MS = 800;
/** Minimum time between two samples in milliseconds, which limits their number. */
const SAMPLE_MS = 250;
/** Time in milliseconds without a sent byte after which the speed is 0. */
const STANDSTILL_MS = 4_000;

interface Sample {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly bytes: number;
}

/** Bytes per second over a sliding window. Times are epoch milliseconds. */
export class SpeedMeter {
  #samples: Sample[] = [];

  /** Records the running total of bytes, not the difference. */
  record(bytes: number, at: number): void {
    const last = this.#samples.at(-1);
    // Restarts the measurement when the clock was set back.
    if (last && at < last.at) this.reset();
    const before = this.#samples.at(-2);
    if (last && before && last.at - before.at < SAMPLE_MS) this.#samples.pop();
    this.#samples.push({ at, bytes });
    this.#trim(at);
  }

  reset(): void {
    this.#samples = [];
  }

  /** Speed at the time `now`, which is the last byte's if left out: 0 at a standstill, null before it can be measured. */
  bytesPerSecond(now = this.#samples.at(-1)?.at ?? 0): number | null {
    this.#trim(now);
    const [first] = this.#samples;
    const last = this.#samples.at(-1);
    if (!first || !last) return null;
    if (now - last.at >= STANDSTILL_MS) return 0;
    if (last.at - first.at < MIN_SPAN_MS) return null;
    // A longer gap than usual between two events lowers the speed.
    const untilMs = Math.max(last.at, now - SAMPLE_MS);
    return ((last.bytes - first.bytes) * 1_000) / (untilMs - first.at);
  }

  /** Keeps one sample from before the window as its starting point. */
  #trim(now: number): void {
    while ((this.#samples[1]?.at ?? now) < now - WINDOW_MS) this.#samples.shift();
  }
}

/** Remaining time in milliseconds; null when it cannot be estimated (no speed yet, or 0). */
export function remainingMs(bytesLeft: number, bytesPerSecond: number | null): number | null {
  if (bytesPerSecond === null || bytesPerSecond < 1) return null;
  return (Math.max(bytesLeft, 0) / bytesPerSecond) * 1_000;
}
