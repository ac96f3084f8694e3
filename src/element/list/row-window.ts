import type { RowOffsets } from "./row-offsets.ts";

/** Row to draw, with the height of the omitted rows before it, in pixels. */
export interface WindowRow {
  readonly index: number;
  readonly gap: number;
}

export interface RowWindow {
  readonly rows: readonly WindowRow[];
  /** Height of all rows, in pixels. */
  readonly height: number;
}

/** Visible range of the list, in pixels from its beginning. */
export interface Visible {
  readonly from: number;
  readonly to: number;
}

/** Range drawn beyond the visible one, so that scrolling shows no gap and the Tab key finds a next row. */
const MARGIN_PX = 200;

/**
 * Visible rows, and the focused row with its neighbours wherever it is: the focus must not be lost by scrolling, and the
 * Tab key must move from it to the next row.
 */
export function rowWindow(offsets: RowOffsets, { from, to }: Visible, focused: number): RowWindow {
  const { count } = offsets;
  if (count === 0) return { rows: [], height: 0 };
  const first = offsets.at(Math.max(0, from - MARGIN_PX));
  const last = Math.max(first, offsets.at(Math.max(0, to + MARGIN_PX)));
  const around = focused < 0 ? [] : [focused - 1, focused, focused + 1];
  const outside = around.filter((index) => index >= 0 && index < count && (index < first || index > last));

  const rows: WindowRow[] = [];
  let drawnTo = 0;
  const draw = (index: number) => {
    rows.push({ index, gap: offsets.offset(index) - drawnTo });
    drawnTo = offsets.offset(index + 1);
  };
  for (const index of outside) if (index < first) draw(index);
  for (let index = first; index <= last; index++) draw(index);
  for (const index of outside) if (index > last) draw(index);
  return { rows, height: offsets.end };
}
