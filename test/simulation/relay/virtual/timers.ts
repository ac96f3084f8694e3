import type { Scheduled, Timeline } from "./timeline.ts";

const RealDate = Date;

/** What `setTimeout` and its like return: as much of Node's class as is used. */
class VirtualTimer {
  readonly timeline: Timeline;
  scheduled: Scheduled | null = null;

  constructor(timeline: Timeline) {
    this.timeline = timeline;
  }

  clear(): void {
    if (this.scheduled) this.timeline.cancel(this.scheduled);
    this.scheduled = null;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }
}

/** The globals that tell time and wait for it, on virtual time. A timer belongs to the process that has set it. */
export function virtualTimers(timeline: Timeline) {
  type Callback = (...args: unknown[]) => void;

  function start(callback: Callback, ms: number, isRepeated: boolean, args: unknown[]): VirtualTimer {
    const timer = new VirtualTimer(timeline);
    const process = timeline.current;
    const set = (): void => {
      timer.scheduled = timeline.schedule(Math.max(1, ms), process, isRepeated ? "interval" : "timeout", fire, true);
    };
    const fire = (): void => {
      timer.scheduled = null;
      if (isRepeated) set();
      callback(...args);
    };
    set();
    return timer;
  }
  const clear = (timer: unknown): void => {
    if (timer instanceof VirtualTimer) timer.clear();
  };

  class VirtualDate extends RealDate {
    constructor(...args: unknown[]) {
      if (args.length === 0) super(Math.floor(timeline.nowMs));
      else super(...(args as [number]));
    }

    static override now(): number {
      return Math.floor(timeline.nowMs);
    }
  }

  return {
    Date: VirtualDate,
    setTimeout: (callback: Callback, ms = 1, ...args: unknown[]) => start(callback, ms, false, args),
    setInterval: (callback: Callback, ms = 1, ...args: unknown[]) => start(callback, ms, true, args),
    setImmediate: (callback: Callback, ...args: unknown[]) => start(callback, 1, false, args),
    clearTimeout: clear,
    clearInterval: clear,
    clearImmediate: clear,
  };
}
