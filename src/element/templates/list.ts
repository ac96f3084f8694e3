import { html, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import { repeat } from "lit/directives/repeat.js";
import type { UploadSnapshot } from "../../engine/snapshot.ts";
import { type RowView, row } from "./row.ts";

/** Every upload; a row is made again only when its snapshot, its words or the second of its countdown changed. */
export function fileList(uploads: readonly UploadSnapshot[], view: RowView): TemplateResult {
  const { messages, formats, icon, nowMs } = view;
  return html`<ul class="list" part="file-list" aria-label=${messages.list}>
    ${repeat(
      uploads,
      ({ id }) => id,
      (upload) => {
        const secondsLeft = upload.waitingUntil === null ? null : Math.ceil((upload.waitingUntil - nowMs) / 1000);
        return guard([upload, messages, formats, icon, secondsLeft], () => row(upload, view));
      },
    )}
  </ul>`;
}
