import { nothing, type TemplateResult } from "lit";
import type { QueueSnapshot } from "../../engine/snapshot.ts";
import { ContentLines } from "./content-lines.ts";
import { fileList, firstRows } from "./list.ts";
import type { SeveralView } from "./several-files.ts";
import { type SeveralHost, SeveralLoader } from "./several-loader.ts";
import { SteadyTime } from "./steady-time.ts";
import { ThumbnailsLoader } from "./thumbnails/thumbnails-loader.ts";

export type FilesView = Omit<SeveralView, "icon" | "timeLeft" | "isOnly" | "lines">;

/** Section of the files on the list: one, or several with the summary above them. */
export class FilesSection {
  readonly #host: SeveralHost;
  readonly #several: SeveralLoader;
  readonly #time = new SteadyTime();
  readonly #thumbnails: ThumbnailsLoader;
  readonly #lines: ContentLines;
  /** Number of rows drawn by the last update. */
  #drawn = 0;
  /** The page's element in the slot `file-icon`; null when there is none. */
  #slotted: Element | null = null;
  /** Copy of the slotted icon for the rows; null when there is none. */
  #icon: Node | null = null;

  constructor(host: SeveralHost) {
    this.#host = host;
    this.#several = new SeveralLoader(host);
    this.#lines = new ContentLines(() => host.requestUpdate());
    this.#thumbnails = new ThumbnailsLoader(host);
  }

  /** Resolves when everything that is to be shown is loaded. */
  async complete(): Promise<void> {
    await this.#several.complete();
    await this.#lines.loaded;
  }

  render(queue: QueueSnapshot, files: FilesView): TemplateResult | typeof nothing {
    const { uploads } = queue;
    const timeLeft = this.#timeLeft(queue, files);
    const several = this.#several.follow(uploads.length > 1 || (files.manualStart && uploads.length > 0));
    if (uploads.length === 0) {
      this.#drawn = 0;
      this.#thumbnails.follow([], []);
      return nothing;
    }
    this.#takeIcon();
    const view = { ...files, timeLeft, isOnly: uploads.length === 1, icon: this.#icon, lines: this.#lines };
    const shown = several?.render(queue, view) ?? firstRows(uploads, this.#several.mostRows ?? this.#drawn, view);
    this.#drawn = shown.drawn.length;
    this.#thumbnails.follow(this.#icon ? [] : shown.drawn, uploads);
    return this.#drawn > 0 ? fileList(shown, view) : nothing;
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
}
