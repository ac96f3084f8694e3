/** A chunk of its own, for lists of several files: the visible rows of any number, and their summary. */
import { guard } from "lit/directives/guard.js";
import { repeat } from "lit/directives/repeat.js";
import type { QueueSnapshot, UploadSnapshot } from "../../engine/snapshot.ts";
import { addStyles } from "../../ui/add-styles.ts";
import { summaryStyles } from "../../ui/summary-styles.ts";
import { type DrawnFiles, type ListViewData, rowOf } from "./list.ts";
import { RowRoom } from "./row-room.ts";
import { severalStyles } from "./several-styles.ts";
import { type SummaryView, summary } from "./summary.ts";
import { VirtualRows, type VirtualRowsHost } from "./virtual-rows.ts";

export { sentences } from "../locales/en/several.ts";

export type SeveralView = ListViewData & Omit<SummaryView, "onlyFailed" | "filter">;

/** Rows of all files or only of the failed ones, with the summary above them. */
export class SeveralFiles {
  readonly #host: VirtualRowsHost;
  readonly #rows: VirtualRows;
  readonly #room: RowRoom;
  #onlyFailed = false;

  constructor(host: VirtualRowsHost) {
    this.#host = host;
    this.#rows = new VirtualRows(host, ".files");
    this.#room = new RowRoom(this.#rows);
    addStyles(host, summaryStyles, severalStyles);
  }

  /**
   * Each row has its position and the number of rows in ARIA, because the others are not drawn. It is rendered again only when
   * its snapshot, words, position or countdown has changed.
   */
  render(queue: QueueSnapshot, view: SeveralView): DrawnFiles {
    // Shows all files again when the last failed one was retried or removed.
    if (queue.counts.failed === 0) this.#onlyFailed = false;
    const uploads = this.#onlyFailed ? queue.uploads.filter(hasFailed) : queue.uploads;
    const count = uploads.length;
    this.#room.arrange(count);
    const window = this.#rows.window(uploads.map(({ id }) => id));
    const { messages, formats, icon, nowMs, timeLeft, isOnly, show } = view;
    const rows = repeat(
      window.rows,
      ({ index }) => uploads[index]?.id,
      ({ index, gap }) => {
        const upload = uploads[index];
        if (!upload) return null;
        const secondsLeft = upload.waitingUntil === null ? null : Math.ceil((upload.waitingUntil - nowMs) / 1000);
        const smallest = this.#room.of(upload);
        return guard(
          [
            upload,
            messages,
            formats,
            icon,
            secondsLeft,
            index,
            count,
            gap,
            smallest,
            isOnly ? timeLeft : null,
            isOnly,
            show,
          ],
          () => rowOf(upload, { number: index + 1, count, gap, smallest }, view),
        );
      },
    );
    return {
      summary: summary(queue, { ...view, onlyFailed: this.#onlyFailed, filter: this.#filter }),
      rows,
      height: window.rows.length === count ? null : window.height,
      drawn: window.rows.flatMap(({ index }) => uploads[index] ?? []),
    };
  }

  readonly #filter = (): void => {
    this.#onlyFailed = !this.#onlyFailed;
    this.#host.requestUpdate();
  };
}

function hasFailed({ status }: UploadSnapshot): boolean {
  return status === "failed";
}
