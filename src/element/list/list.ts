import { html, nothing, type TemplateResult } from "lit";
import type { UploadSnapshot } from "../../engine/snapshot.ts";
import { type RowPlace, type RowView, row, type Showing } from "./row.ts";

export interface ListViewData extends RowView {
  readonly show: Showing;
}

/** The part of the files that is drawn. */
export interface DrawnFiles {
  /** Summary above the rows. */
  readonly summary: unknown;
  readonly rows: unknown;
  /** Height of all rows in pixels where not all are drawn; null where all are. */
  readonly height: number | null;
  /** Uploads of the drawn rows. */
  readonly drawn: readonly UploadSnapshot[];
}

/** The list with its rows. The role is explicit because WebKit ignores lists without bullets. */
export function fileList({ summary, rows, height }: DrawnFiles, { messages }: RowView): TemplateResult {
  return html`<div class="card">
    ${summary}
    <ul
      class="list files ${height === null ? "" : "partial"}"
      part="file-list"
      role="list"
      aria-label=${messages.list}
      .style=${`--_all-rows:${height ?? 0}px`}
    >
      ${rows}
    </ul>
  </div>`;
}

/** Row of an upload as it is to be shown. The summary shows the time left of several files. */
export function rowOf(upload: UploadSnapshot, place: RowPlace, view: ListViewData): TemplateResult {
  const [shown, words] = view.show(upload, view.isOnly ? view : { ...view, timeLeft: null });
  return row(shown, place, words);
}

/** The first `most` uploads, drawn without knowing which ones are visible. */
export function firstRows(uploads: readonly UploadSnapshot[], most: number, view: ListViewData): DrawnFiles {
  const drawn = uploads.slice(0, most);
  const rows = drawn.map((upload, index) =>
    rowOf(upload, { number: index + 1, count: uploads.length, gap: 0, smallest: null }, view),
  );
  return { summary: nothing, rows, height: null, drawn };
}
