import type { Upload } from "../upload/upload.ts";

/** Largest number of held uploads that are looked at for one free place: thousands of equal files come one by one. */
const MOST_HELD = 1_000;

/** Uploads that may start when a place is free, in order: those that are resumed or retried come before new ones. */
export class StartLine {
  readonly #again = new Set<Upload>();
  readonly #fresh = new Set<Upload>();

  get isEmpty(): boolean {
    return this.#again.size + this.#fresh.size === 0;
  }

  has(upload: Upload): boolean {
    return this.#again.has(upload) || this.#fresh.has(upload);
  }

  join(upload: Upload): void {
    this.#fresh.add(upload);
  }

  joinAgain(upload: Upload): void {
    this.#fresh.delete(upload);
    this.#again.add(upload);
  }

  leave(upload: Upload): void {
    this.#again.delete(upload);
    this.#fresh.delete(upload);
  }

  /** Removes and returns the next one that is not held back; null when there is none, or behind too many that are. */
  next(isHeld: (upload: Upload) => boolean): Upload | null {
    let left = MOST_HELD;
    for (const line of [this.#again, this.#fresh]) {
      for (const upload of line) {
        if (!isHeld(upload)) {
          line.delete(upload);
          return upload;
        }
        if (--left < 1) return null;
      }
    }
    return null;
  }
}
