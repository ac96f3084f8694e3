import { html, nothing, type TemplateResult } from "lit";
import type { QueueSnapshot, UploadSnapshot } from "../../engine/snapshot.ts";
import { fileList } from "./list.ts";
import type { RowView } from "./row.ts";
import { type SummaryView, summary } from "./summary.ts";
import { VirtualRows, type VirtualRowsHost } from "./virtual-rows.ts";

export type FilesView = Omit<RowView, "icon"> & Omit<SummaryView, "onlyFailed" | "filter">;

/** Section of the files on the list, all or only the failed ones, with the summary above them. */
export class FilesSection {
  readonly #host: VirtualRowsHost;
  readonly #rows: VirtualRows;
  #onlyFailed = false;
  /** Icon of the page for files; null when the page has none. */
  #icon: Node | null = null;

  constructor(host: VirtualRowsHost) {
    this.#host = host;
    this.#rows = new VirtualRows(host, ".files");
  }

  render(queue: QueueSnapshot, view: FilesView): TemplateResult | typeof nothing {
    // Shows all files again when the last failed one was retried or removed.
    if (queue.counts.failed === 0) this.#onlyFailed = false;
    if (queue.uploads.length === 0) return nothing;
    const shown = this.#onlyFailed ? queue.uploads.filter(hasFailed) : queue.uploads;
    return html`<slot name="file-icon" hidden @slotchange=${this.#takeIcon}></slot><div class="card">
      ${summary(queue, { ...view, onlyFailed: this.#onlyFailed, filter: this.#filter })}
      ${fileList(shown, { ...view, icon: this.#icon, window: this.#rows.window(shown.map(({ id }) => id)) })}
    </div>`;
  }

  /** Copies the icon, because every row needs one. */
  readonly #takeIcon = (event: Event): void => {
    const icon = (event.target as HTMLSlotElement).assignedElements()[0]?.cloneNode(true);
    if (icon instanceof Element) icon.removeAttribute("slot");
    this.#icon = icon ?? null;
    this.#host.requestUpdate();
  };

  readonly #filter = (): void => {
    this.#onlyFailed = !this.#onlyFailed;
    this.#host.requestUpdate();
  };
}

function hasFailed({ status }: UploadSnapshot): boolean {
  return status === "failed";
}
