/** Largest share of the time that the work may take, as a fraction. */
const SHARE = 0.05;
/** Work that takes no longer than this is never delayed. */
const NOTHING_MS = 1;

/** Limits work that grows with the list and is requested for every file to a fixed share of the time. */
export class Paced {
  readonly #work: () => void;
  #freeAt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(work: () => void) {
    this.#work = work;
  }

  now(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const begun = performance.now();
    this.#work();
    const ended = performance.now();
    const tookMs = ended - begun;
    this.#freeAt = tookMs > NOTHING_MS ? ended + tookMs / SHARE : 0;
  }

  /** Runs the work now, or later if it has used up its share of the time. */
  soon(): void {
    const waitMs = this.#freeAt - performance.now();
    if (waitMs <= 0) this.now();
    else this.#timer ??= setTimeout(() => this.now(), waitMs);
  }
}
