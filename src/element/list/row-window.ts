import type { RowOffsets } from "./row-offsets.ts";

/** A row to draw, and the room of those before it that are not drawn, in pixels. */
export interface WindowRow {
  readonly index: number;
  readonly gap: number;
}

export interface RowWindow {
  readonly rows: readonly WindowRow[];
  /** The height of all rows, in pixels. */
  readonly height: number;
}

/** What can be seen of the list, in its own pixels. */
export interface Visible {
  readonly from: number;
  readonly to: number;
}

/** Drawn beyond what can be seen, so that scrolling meets no hole and the Tab key finds a next row. */
const MARGIN_PX = 200;

/**
 * The rows that can be seen, and the one that has the keyboard's focus with its neighbours, wherever it is: the focus must
 * not go because somebody turns the wheel, and the Tab key must lead on from there.
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
