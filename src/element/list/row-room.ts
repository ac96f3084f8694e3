import type { UploadSnapshot } from "../../engine/snapshot.ts";

/** Rows as they were measured last. */
export interface MeasuredRows {
  /** Width of every row, in pixels. */
  readonly width: number;
  /** Height of the row in pixels; undefined for a row that was never drawn. */
  heightOf(id: string): number | undefined;
}

interface Room {
  readonly height: number;
  readonly width: number;
}

/**
 * Keeps the height of a failed row when its upload is retried: without the reason of the failure the row would be smaller,
 * and a click could meet a button of the next row. The room is freed when rows are removed or become wider or narrower, which
 * moves the rows anyway.
 */
export class RowRoom {
  readonly #rows: MeasuredRows;
  readonly #failed = new Set<string>();
  readonly #kept = new Map<string, Room>();
  #count = 0;

  constructor(rows: MeasuredRows) {
    this.#rows = rows;
  }

  /** Follows the number of rows. To be called before the rows are drawn. */
  arrange(count: number): void {
    if (count < this.#count) this.#kept.clear();
    this.#count = count;
  }

  /** Smallest height of the row, in pixels; null for as much as it needs. */
  of({ id, status }: UploadSnapshot): number | null {
    const { width } = this.#rows;
    if (status === "failed") this.#failed.add(id);
    else if (this.#failed.delete(id)) {
      const height = this.#rows.heightOf(id);
      if (height !== undefined) this.#kept.set(id, { height, width });
    }
    const room = this.#kept.get(id);
    return room?.width === width ? room.height : null;
  }
}
