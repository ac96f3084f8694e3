import type { ReactiveController } from "lit";
import type { FileEntry, UploaderEvent } from "../../engine/uploader-api.ts";
import { type FoundFiles, filesFromDrop, filesFromInput } from "../../load-uploader.ts";
import { consoleLine, warn } from "../../ui/developer-warnings.ts";
import { FileAddEvent } from "../events.ts";
import type { MeetingReview, MeetingReviewHost } from "../meeting/meeting-review.ts";
import { maxFileBytes, mostFiles, takesMany, type UploaderSettings } from "../settings.ts";
import type { UploadsController } from "../uploads-controller.ts";
import type { StartWords, View } from "../words/view.ts";
import { loadedJudging, withJudging } from "./accepted-types.ts";
import { nextAttempt, retriesNow } from "./attempts.ts";
import { type DragVerdict, DropController } from "./drop.ts";
import type { DropTarget } from "./drop-target.ts";
import { hintOf } from "./kinds.ts";
import { notice, refusalTitle } from "./notice.ts";
import { PasteController, type PasteHost } from "./paste.ts";
import type { Refusal } from "./refusals.ts";
import type { RefusedFiles } from "./refused-files.ts";
import { TRANSCRIPT_TYPES } from "./transcript-types.ts";
import { type ZoneView, zone } from "./zone.ts";

export interface IntakeHost extends PasteHost, MeetingReviewHost, UploaderSettings {
  readonly noDrop: boolean;
  readonly dropTarget: string;
}

type ListModule = typeof import("../list/list-view.ts");

export interface IntakeConfig {
  readonly queue: UploadsController;
  /** Largest number of uploads on the list; null for no limit. */
  maxUploads(): number | null;
  isDisabled(): boolean;
  /** Code of the list, perhaps still without its words; null until it is loaded. */
  loadedList(): ListModule | null;
  /** Code of the list; null until it is loaded with its words. */
  listModule(): ListModule | null;
  /** Loads the code of the list. Rejects when it cannot be loaded. */
  loadList(): Promise<ListModule>;
  /** Called at once when files begin to be added and when they have been. */
  onAdding(): void;
  announce(refusals: readonly Refusal[]): void;
  /** Announces a sentence to screen readers. */
  say(sentence: string): void;
}

/** Takes files into the element: picked, dropped, pasted, or given by the page. Draws the drop zone and the notices. */
export class FileIntake implements ReactiveController {
  readonly paste: PasteController;
  readonly #host: IntakeHost;
  readonly #config: IntakeConfig;
  readonly #drop: DropController;
  /** Files that were not added; null until the code for them is loaded. */
  #refused: RefusedFiles | null = null;
  /** Resolves when the code for the notices is loaded, or cannot be loaded; undefined before a file is refused. */
  loaded: Promise<void> | undefined;
  /** The last file that was not added because the code could not be loaded. */
  #unloaded: Refusal | undefined;
  /** Target of drops beside the element; null where the page asks for none, and before it is loaded. */
  #target: DropTarget | null = null;
  #loadingTarget: Promise<void> | undefined;
  /** Number of batches of files that are still being added. */
  #batches = 0;
  /** The settings that the loaded judge is asked about. */
  #asked = "";
  #resets = 0;
  /** Files whose meetings the user is asked about; null until the first such file. */
  #meetings: MeetingReview | null = null;

  constructor(host: IntakeHost, config: IntakeConfig) {
    this.#host = host;
    this.#config = config;
    this.#drop = new DropController(host, {
      judge: (transfer) => this.#judge(transfer),
      isInert: config.isDisabled,
      take: (transfer) => this.#takeFound(filesFromDrop(transfer, takesMany(host)), true),
    });
    this.paste = new PasteController(host, {
      isDisabled: config.isDisabled,
      add: (entries) => this.addFiles(entries),
    });
    host.addController(this);
  }

  /** Whether files are still being added. */
  get isAdding(): boolean {
    return this.#batches > 0;
  }

  /** Whether files that are dragged over the element would be accepted; null while none are. */
  get verdict(): DragVerdict | null {
    return this.#drop.verdict;
  }

  /** Whether the list is at its limit, with no file that can be replaced. */
  get isFull(): boolean {
    const { uploads, counts } = this.#config.queue.snapshot;
    if (this.#mayReplace) return false;
    return uploads.length - counts.cancelled >= (this.#config.maxUploads() ?? Number.POSITIVE_INFINITY);
  }

  hostConnected(): void {
    this.#host.addEventListener("click", this.#openOwn);
  }

  hostUpdate(): void {
    const { accept, dropTarget } = this.#host;
    if (dropTarget && !this.#loadingTarget) this.#loadingTarget = this.#loadTarget();
    const asked = accept || (this.#config.queue.isSupplied ? "*" : "");
    if (asked === this.#asked) return;
    this.#asked = asked;
    withJudging((judging) => {
      const what = judging.warningFor(accept);
      if (what) warn(this.#host, { code: "accept", what });
      this.#host.requestUpdate();
    });
  }

  hostDisconnected(): void {
    this.#host.removeEventListener("click", this.#openOwn);
  }

  /** Follows an event of the uploader. */
  follow(event: UploaderEvent): void {
    if (event.type === "rejected") this.refuse(event.rejections);
    else this.#refused?.follow(event);
  }

  /**
   * Resolves when the files are on the list or refused. Files that are added later than a reset are dropped.
   *
   * @param retries how often what cannot be loaded is asked for again
   */
  async addFiles(files: Iterable<File | FileEntry>, retries = retriesNow()): Promise<void> {
    const { queue } = this.#config;
    // A file of another window is not an instance of this window's `File`.
    const entries = [...files].map((one) => ("file" in one ? one : { file: one }));
    if (entries.length === 0) return;
    if (!queue.isSetUp) {
      warn(this.#host, { code: "endpoint-missing" });
    }
    const resets = this.#resets;
    this.#countBatches(1);
    try {
      if (this.#host.meetingDetails) await this.#askForMeetings();
      await queue.withUploader((uploader) =>
        this.#withList(({ inSlices, takeIn }) =>
          inSlices(entries, (piece) => {
            // The element was removed, or its form reset, since the files were added.
            if (queue.uploader !== uploader || this.#resets > resets) return false;
            takeIn(uploader, piece, { single: !takesMany(this.#host), allows: (entry) => this.#offer(entry) });
            return true;
          }),
        ),
      );
    } catch (error) {
      const left = await nextAttempt(retries);
      if (left !== null) return this.#resets === resets ? await this.addFiles(entries, left) : undefined;
      const what = "Files were not added: part of the script is missing.";
      warn(this.#host, { code: "chunk-missing", what, cause: error }, () =>
        // The texts are missing for the same reason.
        console.warn(consoleLine(this.#host.localName, "chunk-missing", what), error),
      );
      this.refuse(entries.map(({ file }) => ({ code: "not-loaded", name: file.name })));
    } finally {
      this.#countBatches(-1);
    }
  }

  /** Shows and announces what was not added. */
  readonly refuse = (refusals: readonly Refusal[]): void => {
    if (refusals.length === 0) return;
    this.#config.announce(refusals);
    this.loaded = this.#show(refusals);
  };

  async #show(refusals: readonly Refusal[]): Promise<void> {
    const { queue, listModule, loadList } = this.#config;
    try {
      const { RefusedFiles } = listModule() ?? (await loadList());
      this.#refused ??= new RefusedFiles(this.#host, {
        queue,
        readd: (entry) => this.addFiles([entry]),
      });
      await this.#refused.add(refusals);
    } catch {
      [this.#unloaded] = refusals;
      this.#host.requestUpdate();
    }
  }

  readonly #dismissUnloaded = (): void => {
    this.#unloaded = undefined;
    this.#host.requestUpdate();
  };

  /** Discards files that are still being added, refused files and pasted text. */
  reset(): void {
    this.#resets++;
    this.#refused?.dismiss();
    this.#dismissUnloaded();
    this.paste.hold(null);
    this.#meetings?.reset();
  }

  openPicker(): void {
    if (!this.#config.isDisabled()) this.#host.renderRoot?.querySelector("input")?.click();
  }

  /** @param all words of the list; null until they are loaded */
  render(view: ZoneView, all: View | null): readonly unknown[] {
    const { queue, listModule } = this.#config;
    const isWaiting = queue.snapshot.counts.queued > 0 && !queue.isSetUp;
    // An array costs the first frame less than a template.
    return [
      zone(view),
      this.#target?.render(view),
      this.#renderRefused(view, all),
      isWaiting && all ? listModule()?.notSetUp(all) : null,
      this.#meetings?.render(view),
    ];
  }

  #renderRefused(words: StartWords, view: View | null): unknown {
    const last = this.#unloaded;
    if (view && this.#refused) return this.#refused.render(view);
    return last && notice(refusalTitle(last, words), words.messages.notLoaded, words, this.#dismissUnloaded);
  }

  /**
   * @param all words of the list; null until they are loaded
   * @param isEmpty whether no file is on the list
   */
  zoneView(words: StartWords, all: View | null, isEmpty: boolean): ZoneView {
    const host = this.#host;
    const { verdict, paste } = this;
    const module = this.#config.listModule();
    const multiple = takesMany(host);
    const transcripts = host.purpose === "meeting_transcript";
    return {
      ...words,
      verdict,
      compact: !isEmpty || paste.text !== null,
      resting: !multiple && !verdict && (paste.text !== null || !this.#mayReplace),
      more: !isEmpty,
      disabled: this.#config.isDisabled(),
      adding: this.isAdding,
      multiple,
      transcripts,
      directory: host.directory,
      accept: pickerTypes(host.accept, transcripts),
      hint:
        (verdict === "refused" && !this.#config.isDisabled() && all && module?.dragReason(host, this.isFull, all)) ||
        hintOf(
          { accept: host.accept, transcripts, maxFileBytes: maxFileBytes(host), maxFiles: mostFiles(host) },
          words,
        ),
      openPicker: this.#openPicked,
      openPasted: paste.takesText ? paste.open : null,
    };
  }

  /** Whether a new file may replace the current one: the element holds one file, and any file on the list has ended. */
  get #mayReplace(): boolean {
    return !takesMany(this.#host) && this.#config.queue.snapshot.uploads.every(({ canRemove }) => canRemove);
  }

  /** A click on the element itself comes from a label or from `click()`, and opens the picker as for a file input. */
  readonly #openOwn = (event: Event): void => {
    if (event.composedPath()[0] === this.#host) this.openPicker();
  };

  readonly #openPicked = (event: Event): void => {
    // A slotted button may be a submit button.
    event.preventDefault();
    this.openPicker();
  };

  /** Takes the files of the picker. */
  readonly takePicked = ({ currentTarget }: Event): void => {
    const input = currentTarget as HTMLInputElement;
    const entries = filesFromInput(input);
    // Without this, picking the same file again would fire no event.
    input.value = "";
    if (entries.length > 0) this.#takeFound(once({ entries, left: [] }), false);
  };

  /** A page without this code still takes drops on the element itself. */
  async #loadTarget(): Promise<void> {
    const module = await import("./drop-target.ts").catch(() => null);
    if (module) this.#target = new module.DropTarget(this.#host, { ...this.#config, drop: this.#drop });
    this.#host.requestUpdate();
  }

  #judge(transfer: DataTransfer): DragVerdict | null {
    if (this.#host.noDrop) return null;
    const { listModule, loadList, isDisabled } = this.#config;
    // For the styles and sentences of what follows. Without them, the drop works nevertheless.
    if (!this.verdict && !listModule()) loadList().catch(() => {});
    const isRefused = isDisabled() || this.isFull || loadedJudging()?.mayFit(transfer, this.#host.accept) === false;
    return isRefused ? "refused" : "accepted";
  }

  async #takeFound(found: AsyncIterable<FoundFiles>, isDrop: boolean): Promise<void> {
    const resets = this.#resets;
    const isOver = () => this.#resets > resets;
    const retries = retriesNow();
    this.#countBatches(1);
    try {
      await this.#withList(({ takeFiles }) =>
        takeFiles(found, { isDrop, isOver, refuse: this.refuse, add: this.#addFound }),
      );
    } catch {
      // `addFiles` reports what could not be loaded, for each file.
      for await (const batch of found) await this.#addFound(batch, retries);
    } finally {
      this.#countBatches(-1);
    }
  }

  readonly #addFound = ({ entries, left }: FoundFiles, retries?: number): Promise<void> => {
    this.refuse(left);
    return this.addFiles(entries, retries);
  };

  /** Calls a function with the code of the list, at once when it is loaded: files are then listed when the call returns. */
  async #withList(use: (module: ListModule) => Promise<void>): Promise<void> {
    const { loadedList, listModule, loadList } = this.#config;
    await use(loadedList() ?? (await loadList()));
    // The reasons of refused files need the words.
    if (!listModule()) await loadList();
  }

  async #askForMeetings(): Promise<void> {
    const module = await import("../meeting/meeting-review.ts");
    const { say } = this.#config;
    this.#meetings ??= new module.MeetingReview(this.#host, { add: (entry) => this.addFiles([entry]), say });
  }

  #countBatches(change: 1 | -1): void {
    this.#batches += change;
    this.#host.requestUpdate();
    this.#config.onAdding();
  }

  /** Fires `file-add`; false when the page prevents it, or when the user is asked about the file's meeting first. */
  #offer(entry: FileEntry): boolean {
    const { file, folder = "" } = entry;
    const allows = () => this.#host.dispatchEvent(new FileAddEvent({ file, folder }));
    return this.#meetings ? this.#meetings.admits(entry, allows) : allows();
  }
}

/** Types that the picker shows first; empty for all. */
function pickerTypes(accept: string, transcripts: boolean): string {
  if (accept) return loadedJudging()?.judgeOf(accept).picker ?? accept;
  return transcripts ? TRANSCRIPT_TYPES : "";
}

async function* once(found: FoundFiles): AsyncGenerator<FoundFiles> {
  yield found;
}
