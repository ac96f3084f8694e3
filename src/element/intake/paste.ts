import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { FileEntry } from "../../engine/uploader-api.ts";
import { endingOfPaste, entriesFromPaste, textFromPaste } from "../../load-uploader.ts";
import type { PastedText } from "./pasted-section.ts";

export interface PasteHost extends ReactiveControllerHost, HTMLElement {
  readonly purpose: string;
  readonly noPaste: boolean;
  readonly renderRoot: HTMLElement | DocumentFragment;
}

export interface PasteConfig {
  isDisabled(): boolean;
  /** Adds the files; returns when they are on the list or refused. */
  add(entries: readonly FileEntry[]): Promise<void>;
  /** Whether this file is on the list. */
  isListed(file: File): boolean;
}

/** Handles pasted files, and keeps pasted text until the user adds or discards it. */
export class PasteController implements ReactiveController {
  readonly #host: PasteHost;
  readonly #config: PasteConfig;
  #text: PastedText | null = null;

  constructor(host: PasteHost, config: PasteConfig) {
    this.#host = host;
    this.#config = config;
    host.addController(this);
  }

  /** Pasted text to turn into a file; null for none. */
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

  reset(): void {
    this.#hold(null);
  }

  /** Opens an empty field for text, for devices that have no keyboard to paste with. */
  readonly open = (): void => {
    this.#hold(this.#text ?? { text: "", ending: "txt" });
    this.#focus(".pasted textarea");
  };

  readonly discard = async (): Promise<void> => {
    const isFromButton = !this.#text?.text;
    this.#hold(null);
    if (isFromButton) await this.#focus("[part=paste-button]");
  };

  /** Adds the text as a file. The text stays where the file is refused, so that it is not lost. */
  async add(file: File): Promise<void> {
    await this.#config.add([{ file }]);
    if (this.#config.isListed(file)) this.#hold(null);
  }

  readonly #take = (event: ClipboardEvent): void => {
    if (this.#host.noPaste || this.#config.isDisabled() || !event.clipboardData) return;
    const entries = entriesFromPaste(event.clipboardData);
    const text = entries.length === 0 && this.takesText ? textFromPaste(event) : null;
    if (entries.length === 0 && text === null) return;
    event.preventDefault();
    if (text === null) this.#config.add(entries);
    else this.#takeText(text);
  };

  async #takeText(text: string): Promise<void> {
    this.#hold({ text, ending: await endingOfPaste(text) });
    const field = await this.#focus<HTMLInputElement>(".pasted input");
    // The user changes the name, not its extension.
    field?.setSelectionRange(0, field.value.lastIndexOf("."));
  }

  #hold(text: PastedText | null): void {
    this.#text = text;
    this.#host.requestUpdate();
  }

  async #focus<E extends HTMLElement>(selector: string): Promise<E | null> {
    await this.#host.updateComplete;
    const found = this.#host.renderRoot.querySelector<E>(selector);
    found?.focus();
    return found;
  }
}
