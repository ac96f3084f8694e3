/** Of the time, at most. */
const SHARE = 0.05;
/** What takes no longer is done whenever it is asked for. */
const NOTHING_MS = 1;

/** Work that takes longer the longer the list is, and is asked for with every file: it never takes more than its share of the time. */
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

  /** Now, or as soon as there is time for it again. */
  soon(): void {
    const waitMs = this.#freeAt - performance.now();
    if (waitMs <= 0) this.now();
    else this.#timer ??= setTimeout(() => this.now(), waitMs);
  }
}
