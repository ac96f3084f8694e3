/** Assumed height of a row before any row was measured. */
const GUESSED_PX = 74;

/**
 * Offset of each row of a list, in pixels: measured for rows that were drawn once, estimated for the others. A new
 * measurement costs additions, but no layout.
 */
export class RowOffsets {
  #ids: readonly string[] = [];
  #measured = new Map<string, number>();
  #heights = new Float64Array(0);
  /** Offset of each row, followed by the end of the last one; valid up to index `#stale`. */
  #offsets = new Float64Array(1);
  #stale = 0;
  #guess: number | null = null;

  get count(): number {
    return this.#ids.length;
  }

  get end(): number {
    return this.offset(this.#ids.length);
  }

  /** Sets the rows in their order. Returns false when nothing has changed. */
  arrange(ids: readonly string[]): boolean {
    const before = this.#ids;
    if (before.every((id, index) => id === ids[index])) return ids.length > before.length && this.#append(ids);
    const known = this.#measured;
    this.#ids = ids;
    this.#measured = new Map();
    this.#heights = new Float64Array(ids.length).fill(this.#guess ?? GUESSED_PX);
    this.#offsets = new Float64Array(ids.length + 1);
    this.#stale = 0;
    ids.forEach((id, index) => {
      const height = known.get(id);
      if (height === undefined) return;
      this.#measured.set(id, height);
      this.#heights[index] = height;
    });
    return true;
  }

  /** Keeps the known rows, so that adding thousands of files in slices costs no more than adding them at once. */
  #append(ids: readonly string[]): true {
    const heights = new Float64Array(ids.length).fill(this.#guess ?? GUESSED_PX);
    const offsets = new Float64Array(ids.length + 1);
    heights.set(this.#heights);
    offsets.set(this.#offsets);
    this.#ids = ids;
    this.#heights = heights;
    this.#offsets = offsets;
    return true;
  }

  /** Height of a row in pixels; undefined if it was never measured. */
  height(id: string): number | undefined {
    return this.#measured.get(id);
  }

  /** Stores the height of a row, and returns by how many pixels it has grown. */
  measure(index: number, height: number): number {
    const id = this.#ids[index];
    if (id === undefined || height <= 0) return 0;
    // The first row has no line above it, so it does not serve as an estimate for the others.
    if (this.#guess === null && index > 0) this.#guessLike(height);
    const growth = height - (this.#heights[index] ?? height);
    this.#measured.set(id, height);
    if (growth === 0) return 0;
    this.#heights[index] = height;
    this.#stale = Math.min(this.#stale, index);
    return growth;
  }

  /** Offset of the row, which is the end of the previous one. */
  offset(index: number): number {
    for (; this.#stale < index; this.#stale++) {
      this.#offsets[this.#stale + 1] = (this.#offsets[this.#stale] ?? 0) + (this.#heights[this.#stale] ?? 0);
    }
    return this.#offsets[index] ?? 0;
  }

  /** Index of the row at this offset, or of the nearest one. */
  at(position: number): number {
    const end = this.end;
    let low = 0;
    let high = this.count - 1;
    if (position >= end) return Math.max(0, high);
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.offset(middle) <= position) low = middle;
      else high = middle - 1;
    }
    return Math.max(0, low);
  }

  #guessLike(height: number): void {
    this.#guess = height;
    this.#heights.forEach((_, index) => {
      if (!this.#measured.has(this.#ids[index] ?? "")) this.#heights[index] = height;
    });
    this.#stale = 0;
  }
}
