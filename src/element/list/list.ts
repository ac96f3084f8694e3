import { html, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import { repeat } from "lit/directives/repeat.js";
import type { UploadSnapshot } from "../../engine/snapshot.ts";
import { type RowView, row, type Showing } from "./row.ts";
import type { RowRoom } from "./row-room.ts";
import type { RowWindow } from "./row-window.ts";

export interface ListViewData extends RowView {
  /** Range of the uploads to draw. */
  readonly window: RowWindow;
  readonly room: RowRoom;
  readonly show: Showing;
}

/**
 * List of the visible uploads. Each row has its position and the number of rows in ARIA, because the others are not drawn.
 * A row is rendered again only when its snapshot, words, position or countdown has changed. The role is explicit because
 * WebKit ignores lists without bullets.
 */
export function fileList(uploads: readonly UploadSnapshot[], view: ListViewData): TemplateResult {
  const { messages, formats, icon, nowMs, window, room, timeLeft, isOnly, show } = view;
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
        const smallest = room.of(upload);
        const place = { number: index + 1, count, gap, smallest };
        return guard(
          [upload, messages, formats, icon, secondsLeft, index, count, gap, smallest, timeLeft, isOnly, show],
          () => {
            const [shown, words] = show(upload, view);
            return row(shown, place, words);
          },
        );
      },
    )}
  </ul>`;
}
