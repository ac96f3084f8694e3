import { state } from "lit/decorators.js";
import type { FileEntry } from "../../engine/uploader-api.ts";
import {
  endingOfPaste,
  entriesFromDrop,
  entriesFromInput,
  entriesFromPaste,
  textFromPaste,
} from "../../load-uploader.ts";
import { DeveloperWarnings } from "../developer-warnings.ts";
import { FileAddEvent } from "../events.ts";
import { UploaderCommands } from "../uploader-commands.ts";
import { type DragVerdict, DropController, mayFit } from "./drop.ts";
import type { PastedText } from "./pasted-section.ts";
import type { Refusal } from "./refusals.ts";
import { inSlices } from "./slices.ts";
import { takeIn } from "./take-in.ts";

/** How files come into the element: picked, dropped, pasted, or given by the page. */
export abstract class FileIntake extends UploaderCommands {
  /** Files that were not taken, until the user has read it. */
  @state() protected refusals: readonly Refusal[] = [];

  /** Batches of files that are on their way to the list. */
  @state() protected batchesInHand = 0;

  /** Pasted text that waits for its name. */
  @state() protected pasted: PastedText | null = null;

  #resets = 0;

  protected readonly warnings = new DeveloperWarnings();

  protected readonly drop = new DropController(this, {
    judge: (transfer) => this.#judge(transfer),
    take: (transfer) => this.#takeDrop(transfer),
  });

  constructor() {
    super();
    this.addEventListener("paste", this.#takePaste);
    // What a label's click, and `click()`, mean for a file input.
    this.addEventListener("click", (event) => {
      if (event.composedPath()[0] === this) this.openPicker();
    });
  }

  /** Adds files as if the user had: the same rules, the same events. Resolves when they are on the list, or refused. */
  async addFiles(files: Iterable<File | FileEntry>): Promise<void> {
    const entries = [...files].map((one) => (one instanceof File ? { file: one } : one));
    if (entries.length === 0) return;
    if (!this.isSetUp) {
      this.warnings.once('Set the "endpoint" attribute to the URL of your token endpoint: files wait until then.');
    }
    const resets = this.#resets;
    this.batchesInHand++;
    try {
      await this.queue.withUploader(async (uploader) => {
        await inSlices(entries, (piece) => {
          // Whoever took the element off the page, or reset its form, wants none of those that are still to come.
          if (this.queue.uploader !== uploader || this.#resets > resets) return false;
          takeIn(uploader, piece, { single: !this.takesMany, allows: (entry) => this.#offer(entry) });
          return true;
        });
      });
    } catch (error) {
      this.warnings.once(`Files could not be added. ${error}`);
      this.refuse(entries.map(({ file }) => ({ code: "not-loaded", name: file.name })));
    } finally {
      this.batchesInHand--;
    }
  }

  /** Forgets what is on its way to the list, and what did not get there. */
  protected stopTaking(): void {
    this.#resets++;
    this.refusals = [];
    this.pasted = null;
  }

  /** Opens the browser's file picker. Browsers allow that only while the user does something. */
  openPicker(): void {
    if (!this.isDisabled) this.renderRoot?.querySelector("input")?.click();
  }

  protected get isSetUp(): boolean {
    return Boolean(this.endpoint) || this.queue.isSupplied;
  }

  /** The list holds as many files as it may, and none that would make way for another. */
  protected get isFull(): boolean {
    const { uploads, counts } = this.queue.snapshot;
    if (this.mayReplace) return false;
    return uploads.length - counts.cancelled >= (this.uploaderOptions().maxFiles ?? Number.POSITIVE_INFINITY);
  }

  /** One file at a time: a new one takes the place of one that is over. */
  protected get mayReplace(): boolean {
    return !this.takesMany && this.uploads.every(({ canRemove }) => canRemove);
  }

  protected refuse(refusals: readonly Refusal[]): void {
    if (refusals.length === 0) return;
    this.refusals = [...refusals, ...this.refusals];
    this.announceRefused(refusals);
  }

  protected abstract announceRefused(refusals: readonly Refusal[]): void;

  protected readonly takePicked = (input: HTMLInputElement): void => {
    const entries = entriesFromInput(input);
    // So that the same file can be picked again.
    input.value = "";
    this.addFiles(entries);
  };

  /** A place to paste into, for those who have no keyboard for it. */
  protected readonly openPasted = (): void => {
    this.pasted ??= { text: "", ending: "txt" };
    this.#focusPasted("textarea");
  };

  protected readonly discardPasted = async (): Promise<void> => {
    const isFromButton = !this.pasted?.text;
    this.pasted = null;
    await this.updateComplete;
    if (isFromButton) this.renderRoot.querySelector<HTMLElement>("[part=paste-button]")?.focus();
  };

  protected get takesPastedText(): boolean {
    return this.purpose === "meeting_transcript" && !this.noPaste;
  }

  readonly #takePaste = (event: ClipboardEvent): void => {
    if (this.noPaste || this.isDisabled || !event.clipboardData) return;
    const entries = entriesFromPaste(event.clipboardData);
    const text = entries.length === 0 && this.takesPastedText ? textFromPaste(event) : null;
    if (entries.length === 0 && text === null) return;
    event.preventDefault();
    if (text === null) this.addFiles(entries);
    else this.#holdPasted(text);
  };

  async #holdPasted(text: string): Promise<void> {
    this.pasted = { text, ending: await endingOfPaste(text) };
    const field = await this.#focusPasted("input");
    // What one changes is the name, not the ending.
    field?.setSelectionRange(0, field.value.lastIndexOf("."));
  }

  async #focusPasted(field: "input" | "textarea"): Promise<HTMLInputElement | null> {
    await this.updateComplete;
    const found = this.renderRoot.querySelector<HTMLInputElement>(`.pasted ${field}`);
    found?.focus();
    return found;
  }

  #judge(transfer: DataTransfer): DragVerdict | null {
    if (this.noDrop) return null;
    const isRefused = this.isDisabled || this.isFull || !mayFit(transfer, this.accept);
    return isRefused ? "refused" : "accepted";
  }

  async #takeDrop(transfer: DataTransfer): Promise<void> {
    const resets = this.#resets;
    this.batchesInHand++;
    try {
      for await (const { entries, unreadable } of entriesFromDrop(transfer)) {
        if (this.#resets > resets) return;
        this.refuse(unreadable.map((name) => ({ code: "unreadable", name })));
        await this.addFiles(entries);
      }
    } finally {
      this.batchesInHand--;
    }
  }

  /** The page's veto. */
  #offer({ file, folder = "" }: FileEntry): boolean {
    const event = new FileAddEvent({ file, folder });
    return this.dispatchEvent(event);
  }
}
