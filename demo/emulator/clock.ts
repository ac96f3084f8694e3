/** The emulator's time: the real one (or a test's), moved forward on demand. */
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
