import { html, type ReactiveControllerHost, type TemplateResult } from "lit";

/** The page's own icon for files, from the slot `file-icon`. It is copied into every row. */
export class FileIcon {
  readonly #host: ReactiveControllerHost;
  #node: Node | null = null;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** Null when the page has none. */
  get node(): Node | null {
    return this.#node;
  }

  render(): TemplateResult {
    return html`<slot name="file-icon" hidden @slotchange=${this.#take}></slot>`;
  }

  readonly #take = (event: Event): void => {
    this.#node = (event.target as HTMLSlotElement).assignedElements()[0]?.cloneNode(true) ?? null;
    if (this.#node instanceof Element) this.#node.removeAttribute("slot");
    this.#host.requestUpdate();
  };
}
