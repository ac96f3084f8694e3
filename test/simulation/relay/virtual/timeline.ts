/** One run of a server instance. Its events end with it. */
export interface Process {
  readonly name: string;
  isAlive: boolean;
  /** Virtual time until which no event of this process runs. */
  frozenUntilMs: number;
  /** Events that this process has run. */
  events: number;
}

export interface Scheduled {
  readonly isTimer: boolean;
  readonly process: Process | null;
  readonly what: string;
  atMs: number;
  readonly order: number;
  readonly run: () => void;
}

/** Real, because the timeline itself has to let promises and ticks run between two events. */
const realImmediate = setImmediate;

/**
 * Virtual time as a list of events. Each event belongs to one process, or to the world (null); after it, every promise
 * and tick that it set off has run before the next event begins. So `current` is the process of all code that runs.
 */
export class Timeline {
  nowMs: number;
  current: Process | null = null;
  /** Called after each event, when nothing of it is left to run. */
  afterEvent: (process: Process | null) => void = () => {};
  /** Called with a line for each event, for people to read. */
  onEvent: ((line: string) => void) | null = null;
  readonly #events: Scheduled[] = [];
  #order = 0;

  constructor(startMs: number) {
    this.nowMs = startMs;
  }

  /** Runs `run` after so many milliseconds of virtual time, unless its process has ended by then. */
  schedule(delayMs: number, process: Process | null, what: string, run: () => void, isTimer = false): Scheduled {
    this.#order += 1;
    const atMs = this.nowMs + Math.max(0, delayMs);
    const scheduled: Scheduled = { atMs, order: this.#order, process, what, run, isTimer };
    this.#events.push(scheduled);
    return scheduled;
  }

  cancel(scheduled: Scheduled): void {
    const index = this.#events.indexOf(scheduled);
    if (index >= 0) this.#events.splice(index, 1);
  }

  /** Drops everything that a process still waited for. */
  drop(process: Process): void {
    for (let index = this.#events.length - 1; index >= 0; index -= 1) {
      if (this.#events[index]?.process === process) this.#events.splice(index, 1);
    }
  }

  /** Resolves after so much virtual time, in an event of the world's. */
  sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      this.schedule(ms, null, "sleep", resolve);
    });
  }

  /** Timers that processes have set and that have not fired. */
  timers(): readonly Scheduled[] {
    return this.#events.filter(({ isTimer, process }) => isTimer && process !== null);
  }

  /** Runs the next event and all that follows from it at once; false when there is none. */
  async step(): Promise<boolean> {
    const next = this.#takeNext();
    if (next === null) return false;
    this.nowMs = Math.max(this.nowMs, next.atMs);
    this.current = next.process;
    if (next.process) next.process.events += 1;
    this.onEvent?.(`${this.nowMs.toFixed(1)} ${next.process?.name ?? "-"} ${next.what}`);
    next.run();
    await this.settle();
    this.current = null;
    this.afterEvent(next.process);
    return true;
  }

  /** Lets promises and ticks run until none is left. */
  settle(): Promise<void> {
    return new Promise((resolve) => realImmediate(resolve));
  }

  /** Runs `work` as if it were code of that process. */
  async as<T>(process: Process, work: () => T): Promise<T> {
    this.current = process;
    try {
      const result = work();
      await this.settle();
      return result;
    } finally {
      this.current = null;
    }
  }

  #takeNext(): Scheduled | null {
    for (;;) {
      let first: Scheduled | null = null;
      for (const event of this.#events) {
        if (first === null || event.atMs < first.atMs || (event.atMs === first.atMs && event.order < first.order)) {
          first = event;
        }
      }
      if (first === null) return null;
      const { process } = first;
      if (process?.isAlive && process.frozenUntilMs > first.atMs) {
        first.atMs = process.frozenUntilMs;
        continue;
      }
      this.cancel(first);
      if (process === null || process.isAlive) return first;
    }
  }
}
