import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { FileEntry } from "../../engine/uploader-api.ts";
import { contentFromPaste } from "../../load-uploader.ts";

export interface PasteHost extends ReactiveControllerHost, HTMLElement {
  readonly purpose: string;
  readonly noPaste: boolean;
  readonly renderRoot: HTMLElement | DocumentFragment;
}

export interface PasteConfig {
  isDisabled(): boolean;
  add(entries: readonly FileEntry[]): void;
}

/** One paste of text; a new object for each. */
export interface PastedText {
  /** Text from the clipboard; null when the user only opened the field for text. */
  readonly text: string | null;
}

/** Handles pasted files, and passes pasted text on to the section in which the user adds or discards it. */
export class PasteController implements ReactiveController {
  readonly #host: PasteHost;
  readonly #config: PasteConfig;
  #text: PastedText | null = null;

  constructor(host: PasteHost, config: PasteConfig) {
    this.#host = host;
    this.#config = config;
    host.addController(this);
  }

  /** The last paste while the section for pasted text is open; null while it is closed. */
  get text(): PastedText | null {
    return this.#text;
  }

  /** Whether text is taken, not only files: for transcripts. */
  get takesText(): boolean {
    return this.#host.purpose === "meeting_transcript" && !this.#host.noPaste;
  }

  hostConnected(): void {
    this.#host.addEventListener("paste", this.#take);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener("paste", this.#take);
  }

  /** Opens the section for pasted text, or closes it with null. */
  hold(text: PastedText | null): void {
    this.#text = text;
    this.#host.requestUpdate();
  }

  /** Opens the field for text, for devices that have no keyboard to paste with. */
  readonly open = (): void => this.hold({ text: null });

  readonly #take = (event: ClipboardEvent): void => {
    if (this.#host.noPaste || this.#config.isDisabled()) return;
    const content = contentFromPaste(event, this.takesText);
    if (content === null) return;
    event.preventDefault();
    if (typeof content === "string") this.hold({ text: content });
    else this.#config.add(content);
  };
}
