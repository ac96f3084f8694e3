import { html, nothing, type ReactiveController, type TemplateResult } from "lit";
import type { FileEntry } from "../../engine/uploader-api.ts";
import { entriesFromDrop, entriesFromInput } from "../../load-uploader.ts";
import type { DeveloperWarnings } from "../../ui/developer-warnings.ts";
import { FileAddEvent } from "../events.ts";
import { maxFileBytes, mostFiles, takesMany, type UploaderSettings } from "../uploader-options.ts";
import type { UploadsController } from "../uploads-controller.ts";
import type { StartWords } from "../words/view.ts";
import { loadedJudging, withJudging } from "./accepted-types.ts";
import { type DragVerdict, DropController, mayFit } from "./drop.ts";
import { hintOf } from "./kinds.ts";
import { PasteController, type PasteHost } from "./paste.ts";
import type { Refusal } from "./refusals.ts";
import { notices, notSetUp } from "./refusals-template.ts";
import { inSlices } from "./slices.ts";
import { takeIn } from "./take-in.ts";
import { zone } from "./zone.ts";

export interface IntakeHost extends PasteHost, UploaderSettings {
  readonly noDrop: boolean;
}

export interface IntakeConfig {
  readonly queue: UploadsController;
  readonly warnings: DeveloperWarnings;
  /** Largest number of uploads on the list; null for no limit. */
  maxUploads(): number | null;
  isDisabled(): boolean;
  announce(refusals: readonly Refusal[]): void;
}

/** Takes files into the element: picked, dropped, pasted, or given by the page. Draws the drop zone and the notices. */
export class FileIntake implements ReactiveController {
  readonly paste: PasteController;
  readonly #host: IntakeHost;
  readonly #config: IntakeConfig;
  readonly #drop: DropController;
  /** Files that were not taken, until the user dismisses them. */
  #refusals: readonly Refusal[] = [];
  /** Number of batches of files that are still being added. */
  #batches = 0;
  /** The settings that the loaded judge is asked about. */
  #asked = "";
  #resets = 0;

  constructor(host: IntakeHost, config: IntakeConfig) {
    this.#host = host;
    this.#config = config;
    this.#drop = new DropController(host, {
      judge: (transfer) => this.#judge(transfer),
      take: (transfer) => this.#takeDrop(transfer),
    });
    this.paste = new PasteController(host, {
      isDisabled: config.isDisabled,
      add: (entries) => this.addFiles(entries),
      isListed: (file) => config.queue.snapshot.uploads.some((upload) => upload.file === file),
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
    const { accept, purpose } = this.#host;
    const asked = accept || purpose;
    if (asked === this.#asked) return;
    this.#asked = asked;
    withJudging((judging) => {
      this.#config.warnings.once(judging.warningFor(accept));
      this.#host.requestUpdate();
    });
  }

  hostDisconnected(): void {
    this.#host.removeEventListener("click", this.#openOwn);
  }

  /** Resolves when the files are on the list or refused. Files that are added later than a reset are dropped. */
  async addFiles(files: Iterable<File | FileEntry>): Promise<void> {
    const { queue, warnings } = this.#config;
    const entries = [...files].map((one) => (one instanceof File ? { file: one } : one));
    if (entries.length === 0) return;
    if (!queue.isSetUp) {
      warnings.once('Set the "endpoint" attribute to the URL of your token endpoint: files wait until then.');
    }
    const resets = this.#resets;
    this.#countBatches(1);
    try {
      await queue.withUploader((uploader) =>
        inSlices(entries, (piece) => {
          // The element was removed, or its form reset, since the files were added.
          if (queue.uploader !== uploader || this.#resets > resets) return false;
          takeIn(uploader, piece, { single: !takesMany(this.#host), allows: (entry) => this.#offer(entry) });
          return true;
        }),
      );
    } catch (error) {
      warnings.once(`Files could not be added. ${error}`);
      this.refuse(entries.map(({ file }) => ({ code: "not-loaded", name: file.name })));
    } finally {
      this.#countBatches(-1);
    }
  }

  /** Shows and announces files that were not taken. */
  refuse(refusals: readonly Refusal[]): void {
    if (refusals.length === 0) return;
    this.#refusals = [...refusals, ...this.#refusals];
    this.#host.requestUpdate();
    this.#config.announce(refusals);
  }

  /** Discards files that are still being added, refused files and pasted text. */
  reset(): void {
    this.#resets++;
    this.#dismiss();
    this.paste.reset();
  }

  openPicker(): void {
    if (!this.#config.isDisabled()) this.#host.renderRoot?.querySelector("input")?.click();
  }

  /** @param isEmpty whether no file is on the list */
  render(words: StartWords, isEmpty: boolean): TemplateResult {
    return html`${this.#renderZone(words, isEmpty)}${notices(this.#refusals, words, this.#dismiss)}${this.#renderNotSetUp(words)}`;
  }

  #renderZone(words: StartWords, isEmpty: boolean): TemplateResult {
    const host = this.#host;
    const { verdict, paste } = this;
    const multiple = takesMany(host);
    return zone({
      ...words,
      verdict,
      compact: !isEmpty || paste.text !== null,
      resting: !multiple && !verdict && (paste.text !== null || !this.#mayReplace),
      more: !isEmpty,
      disabled: this.#config.isDisabled(),
      adding: this.isAdding,
      multiple,
      directory: host.directory,
      accept: loadedJudging()?.pickerAccept(host.accept, host.purpose) ?? host.accept,
      hint: hintOf({ accept: host.accept, maxFileBytes: maxFileBytes(host), maxFiles: mostFiles(host) }, words),
      openPicker: this.#openPicked,
      openPasted: paste.takesText ? paste.open : null,
      picked: this.#takePicked,
    });
  }

  #renderNotSetUp(words: StartWords): TemplateResult | typeof nothing {
    const { queue } = this.#config;
    return queue.snapshot.counts.queued > 0 && !queue.isSetUp ? notSetUp(words) : nothing;
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

  readonly #takePicked = (input: HTMLInputElement): void => {
    const entries = entriesFromInput(input);
    // Without this, picking the same file again would fire no event.
    input.value = "";
    this.addFiles(entries);
  };

  readonly #dismiss = (): void => {
    this.#refusals = [];
    this.#host.requestUpdate();
  };

  #judge(transfer: DataTransfer): DragVerdict | null {
    if (this.#host.noDrop) return null;
    const isRefused = this.#config.isDisabled() || this.isFull || !mayFit(transfer, this.#host.accept);
    return isRefused ? "refused" : "accepted";
  }

  async #takeDrop(transfer: DataTransfer): Promise<void> {
    const resets = this.#resets;
    this.#countBatches(1);
    try {
      for await (const { entries, unreadable } of entriesFromDrop(transfer)) {
        if (this.#resets > resets) return;
        this.refuse(unreadable.map((name) => ({ code: "unreadable", name })));
        await this.addFiles(entries);
      }
    } finally {
      this.#countBatches(-1);
    }
  }

  #countBatches(change: 1 | -1): void {
    this.#batches += change;
    this.#host.requestUpdate();
  }

  /** Fires `file-add`; false when the page prevents it. */
  #offer({ file, folder = "" }: FileEntry): boolean {
    return this.#host.dispatchEvent(new FileAddEvent({ file, folder }));
  }
}
