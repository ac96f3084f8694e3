import { html, nothing, type TemplateResult } from "lit";
import type { QueueSnapshot, UploadSnapshot } from "../../engine/snapshot.ts";
import { fileList, type ListViewData } from "./list.ts";
import type { RowView } from "./row.ts";
import { RowRoom } from "./row-room.ts";
import { SteadyTime } from "./steady-time.ts";
import { type SummaryView, summary } from "./summary.ts";
import { ThumbnailsLoader } from "./thumbnails/thumbnails-loader.ts";
import { VirtualRows, type VirtualRowsHost } from "./virtual-rows.ts";

export type FilesView = Omit<RowView, "icon" | "timeLeft" | "isOnly"> &
  Omit<SummaryView, "onlyFailed" | "filter" | "timeLeft"> &
  Pick<ListViewData, "show">;

/** Section of the files on the list, all or only the failed ones, with the summary above them. */
export class FilesSection {
  readonly #host: VirtualRowsHost;
  readonly #rows: VirtualRows;
  readonly #room: RowRoom;
  readonly #time = new SteadyTime();
  readonly #thumbnails: ThumbnailsLoader;
  #onlyFailed = false;
  /** The page's element in the slot `file-icon`; null when there is none. */
  #slotted: Element | null = null;
  /** Copy of the slotted icon for the rows; null when there is none. */
  #icon: Node | null = null;

  constructor(host: VirtualRowsHost) {
    this.#host = host;
    this.#rows = new VirtualRows(host, ".files");
    this.#room = new RowRoom(this.#rows);
    this.#thumbnails = new ThumbnailsLoader(host);
  }

  render(queue: QueueSnapshot, view: FilesView): TemplateResult | typeof nothing {
    // Shows all files again when the last failed one was retried or removed.
    if (queue.counts.failed === 0) this.#onlyFailed = false;
    const timeLeft = this.#timeLeft(queue, view);
    if (queue.uploads.length === 0) {
      this.#thumbnails.follow([], []);
      return nothing;
    }
    const shown = this.#onlyFailed ? queue.uploads.filter(hasFailed) : queue.uploads;
    const isOnly = queue.uploads.length === 1;
    this.#takeIcon();
    this.#room.arrange(shown.length);
    const window = this.#rows.window(shown.map(({ id }) => id));
    const drawn = this.#icon ? [] : window.rows.flatMap(({ index }) => shown[index] ?? []);
    this.#thumbnails.follow(drawn, queue.uploads);
    return html`<div class="card">
      ${summary(queue, { ...view, timeLeft, onlyFailed: this.#onlyFailed, filter: this.#filter })}
      ${fileList(shown, {
        ...view,
        timeLeft: isOnly ? timeLeft : null,
        isOnly,
        icon: this.#icon,
        room: this.#room,
        window,
      })}
    </div>`;
  }

  #timeLeft({ remainingMs }: QueueSnapshot, { messages, formats }: FilesView): string | null {
    const ms = this.#time.follow(remainingMs);
    return ms === null ? null : messages.timeLeft(formats.duration(ms, true));
  }

  /** Copies the icon, because every row needs one. The element updates whenever its slots change. */
  #takeIcon(): void {
    const slot = this.#host.renderRoot.querySelector<HTMLSlotElement>("slot[name=file-icon]");
    const slotted = slot?.assignedElements()[0] ?? null;
    if (slotted === this.#slotted) return;
    const copy = slotted?.cloneNode(true);
    if (copy instanceof Element) copy.removeAttribute("slot");
    this.#slotted = slotted;
    this.#icon = copy ?? null;
  }

  readonly #filter = (): void => {
    this.#onlyFailed = !this.#onlyFailed;
    this.#host.requestUpdate();
  };
}

function hasFailed({ status }: UploadSnapshot): boolean {
  return status === "failed";
}
