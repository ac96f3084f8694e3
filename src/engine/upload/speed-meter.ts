/** The time over which speed is measured: long enough to be calm, short enough to notice a change. */
const WINDOW_MS = 8_000;
/** Before this much has been seen, a speed would be a guess. */
const MIN_SPAN_MS = 800;

interface Sample {
  readonly at: number;
  readonly bytes: number;
}

/** Bytes per second over a sliding window. Times are epoch milliseconds. */
export class SpeedMeter {
  #samples: Sample[] = [];

  /** `bytes` is the running total, not the difference. */
  record(bytes: number, at: number): void {
    const last = this.#samples.at(-1);
    // Four samples a second describe a window of seconds; more would only cost memory.
    if (this.#samples.length > 1 && last && at - last.at < 250) this.#samples.pop();
    this.#samples.push({ at, bytes });
    while ((this.#samples[1]?.at ?? at) < at - WINDOW_MS) this.#samples.shift();
  }

  reset(): void {
    this.#samples = [];
  }

  bytesPerSecond(): number | null {
    const first = this.#samples[0];
    const last = this.#samples.at(-1);
    if (!first || !last || last.at - first.at < MIN_SPAN_MS) return null;
    return ((last.bytes - first.bytes) * 1_000) / (last.at - first.at);
  }
}

/** null when there is no honest answer (no speed yet, or a standstill). */
export function remainingMs(bytesLeft: number, bytesPerSecond: number | null): number | null {
  if (bytesPerSecond === null || bytesPerSecond < 1) return null;
  return (Math.max(bytesLeft, 0) / bytesPerSecond) * 1_000;
}
