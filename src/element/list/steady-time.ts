/** Largest share by which the shown time rises at once. */
const STEP = 1.1;

/**
 * Time left as it is shown: it falls with the estimate, and does not follow a small rise, so that it counts down although the
 * speed is never quite the same.
 */
export class SteadyTime {
  #shownMs: number | null = null;

  /** Takes the current estimate in milliseconds, and returns the time to show; null when there is no estimate. */
  follow(estimateMs: number | null): number | null {
    const shown = this.#shownMs;
    if (estimateMs === null || shown === null || estimateMs < shown) this.#shownMs = estimateMs;
    else if (estimateMs > shown * STEP) this.#shownMs = shown * STEP;
    return this.#shownMs;
  }
}
