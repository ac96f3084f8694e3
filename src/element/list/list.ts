import { html, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import { repeat } from "lit/directives/repeat.js";
import type { UploadSnapshot } from "../../engine/snapshot.ts";
import { type RowView, row } from "./row.ts";
import type { RowWindow } from "./row-window.ts";

export interface ListViewData extends RowView {
  /** Which of these uploads to draw. */
  readonly window: RowWindow;
}

/**
 * The uploads in sight. Each says which of how many it is, since the others are not drawn. A row is made again only when
 * its snapshot, its words, its place or the second of its countdown changed. The role is spelled out because WebKit
 * takes a list without bullets for none.
 */
export function fileList(uploads: readonly UploadSnapshot[], view: ListViewData): TemplateResult {
  const { messages, formats, icon, nowMs, window } = view;
  const count = uploads.length;
  const isWhole = window.rows.length === count;
  return html`<ul
    class="list files ${isWhole ? "" : "partial"}"
    part="file-list"
    role="list"
    aria-label=${messages.list}
    .style=${`--_all-rows:${window.height}px`}
  >
    ${repeat(
      window.rows,
      ({ index }) => uploads[index]?.id,
      ({ index, gap }) => {
        const upload = uploads[index];
        if (!upload) return null;
        const secondsLeft = upload.waitingUntil === null ? null : Math.ceil((upload.waitingUntil - nowMs) / 1000);
        const place = { number: index + 1, count, gap };
        return guard([upload, messages, formats, icon, secondsLeft, index, count, gap], () => row(upload, place, view));
      },
    )}
  </ul>`;
}
