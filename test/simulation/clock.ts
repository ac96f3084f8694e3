/** Something that happens at a virtual time. */
export interface Timer {
  readonly at: number;
  readonly tie: number;
  readonly order: number;
  readonly run: () => void;
  isCancelled: boolean;
}

/** Start of every simulation, epoch milliseconds. */
export const START_MS = 1_800_000_000_000;

/**
 * Virtual time. It moves only when the next event is taken. Events of one millisecond come in an order that the seed
 * decides.
 */
export class VirtualClock {
  #now = START_MS;
  #order = 0;
  #setBackMs = 0;
  readonly #heap: Timer[] = [];
  readonly #tie: () => number;

  constructor(tie: () => number) {
    this.#tie = tie;
  }

  get now(): number {
    return this.#now;
  }

  /** Time that the machine's clock shows. It may be set back; timers do not notice. */
  get wall(): number {
    return this.#now - this.#setBackMs;
  }

  setBack(ms: number): void {
    this.#setBackMs += ms;
  }

  /** Milliseconds since the start. */
  get elapsed(): number {
    return this.#now - START_MS;
  }

  after(delayMs: number, run: () => void): Timer {
    this.#order += 1;
    const timer = {
      at: this.#now + Math.max(0, delayMs),
      tie: this.#tie(),
      order: this.#order,
      run,
      isCancelled: false,
    };
    this.#push(timer);
    return timer;
  }

  /** The machine sleeps: time passes and nothing runs. What is overdue then runs at once, in its order. */
  jump(ms: number): void {
    this.#now += ms;
  }

  /** Takes the next event and moves the time to it; null when nothing is left. */
  next(): Timer | null {
    for (;;) {
      const timer = this.#pop();
      if (!timer) return null;
      if (timer.isCancelled) continue;
      this.#now = Math.max(this.#now, timer.at);
      return timer;
    }
  }

  /** Time of the next event; null when nothing is left. */
  get nextAt(): number | null {
    while (this.#heap[0]?.isCancelled) this.#pop();
    return this.#heap[0]?.at ?? null;
  }

  #push(timer: Timer): void {
    const heap = this.#heap;
    let index = heap.length;
    heap.push(timer);
    while (index > 0) {
      const parent = (index - 1) >> 1;
      const above = heap[parent];
      if (!above || isBefore(above, timer)) break;
      heap[index] = above;
      index = parent;
    }
    heap[index] = timer;
  }

  #pop(): Timer | null {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (!first || !last) return null;
    if (heap.length === 0) return first;
    let index = 0;
    for (;;) {
      let child = index * 2 + 1;
      const left = heap[child];
      if (!left) break;
      const right = heap[child + 1];
      if (right && isBefore(right, left)) child += 1;
      const below = heap[child] ?? left;
      if (isBefore(last, below)) break;
      heap[index] = below;
      index = child;
    }
    heap[index] = last;
    return first;
  }
}

function isBefore(one: Timer, other: Timer): boolean {
  if (one.at !== other.at) return one.at < other.at;
  if (one.tie !== other.tie) return one.tie < other.tie;
  return one.order < other.order;
}
