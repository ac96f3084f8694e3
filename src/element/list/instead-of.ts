export interface InsteadOfHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
  openPicker(): void;
}

/** Opens the picker for files that take the place of another one, which stays when the picker is closed without a choice. */
export class InsteadOf {
  readonly #host: InsteadOfHost;
  #waiting: AbortController | null = null;

  constructor(host: InsteadOfHost) {
    this.#host = host;
  }

  /** @param make called when files were chosen, before they are added: makes room for them */
  pick(make: () => void): void {
    this.#waiting?.abort();
    const waiting = new AbortController();
    this.#waiting = waiting;
    const input = this.#host.renderRoot.querySelector("input[type=file]");
    const { signal } = waiting;
    const over = () => waiting.abort();
    // Captured above the input, because the element adds the files in the listener of the input itself.
    this.#host.renderRoot.addEventListener(
      "change",
      (event) => {
        if (event.target !== input) return;
        over();
        make();
      },
      { capture: true, signal },
    );
    input?.addEventListener("cancel", over, { signal });
    this.#host.openPicker();
  }
}
