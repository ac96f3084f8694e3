/**
 * Time that passes only when a test says so. While it is held, `setTimeout`, `performance.now` and `Date.now` of the page
 * follow it, so that no slow machine makes a time limit run out, and none has to be waited for.
 */
export interface HeldTime {
  /** Moves the clock on and runs the timers that fall due on the way, each at its time. */
  pass(ms: number): void;
  /** Gives the browser's time back. Timers that are not due yet never run. */
  release(): void;
}

interface Timer {
  readonly dueAt: number;
  run(): void;
}

/** Beyond the numbers that browsers give to timers. */
let lastId = 1_000_000_000;

/** Everything that waits at all, and not only for its turn. */
const ANY_WAIT_MS = Number.MIN_VALUE;

/** Timers shorter than `fromMs` stay the browser's. */
export function holdTime(fromMs = ANY_WAIT_MS): HeldTime {
  const { setTimeout, clearTimeout } = globalThis;
  const dateNow = Date.now;
  const startedAt = performance.now();
  const startedOn = Date.now();
  const timers = new Map<number, Timer>();
  let passed = 0;

  const hold = (callback: unknown, ms = 0, ...args: unknown[]): unknown => {
    if (!(ms >= fromMs) || typeof callback !== "function")
      return Reflect.apply(setTimeout, globalThis, [callback, ms, ...args]);
    lastId += 1;
    timers.set(lastId, { dueAt: passed + ms, run: () => Reflect.apply(callback, globalThis, args) });
    return lastId;
  };
  const drop = (id: unknown): void => {
    if (!timers.delete(id as number)) Reflect.apply(clearTimeout, globalThis, [id]);
  };
  Object.assign(globalThis, { setTimeout: hold, clearTimeout: drop });
  Object.assign(performance, { now: () => startedAt + passed });
  Date.now = () => startedOn + passed;

  return {
    pass(ms) {
      const end = passed + ms;
      for (;;) {
        const [next] = [...timers].filter(([, { dueAt }]) => dueAt <= end).sort(([, a], [, b]) => a.dueAt - b.dueAt);
        if (!next) break;
        const [id, timer] = next;
        timers.delete(id);
        passed = Math.max(passed, timer.dueAt);
        timer.run();
      }
      passed = end;
    },
    release() {
      Object.assign(globalThis, { setTimeout, clearTimeout });
      Reflect.deleteProperty(performance, "now");
      Date.now = dateNow;
    },
  };
}
