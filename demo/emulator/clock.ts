/** The emulator's clock: the real time, or a test's, plus what a test has added. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  advance(ms: number): void;
}

export function createClock(source: () => number = Date.now): Clock {
  let offsetMs = 0;
  return {
    now: () => source() + offsetMs,
    advance(ms) {
      if (!(ms >= 0)) throw new RangeError(`the clock only goes forward, not by ${ms} ms`);
      offsetMs += ms;
    },
  };
}
