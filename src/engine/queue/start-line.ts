import type { Upload } from "../upload/upload.ts";

/** Who may start when there is room, in order. What somebody asked for again comes before what has never begun. */
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
    if (!this.#again.has(upload)) this.#fresh.add(upload);
  }

  joinAgain(upload: Upload): void {
    this.#fresh.delete(upload);
    this.#again.add(upload);
  }

  leave(upload: Upload): void {
    this.#again.delete(upload);
    this.#fresh.delete(upload);
  }

  /** Takes the next one out. */
  next(): Upload | null {
    for (const line of [this.#again, this.#fresh]) {
      for (const upload of line) {
        line.delete(upload);
        return upload;
      }
    }
    return null;
  }
}
