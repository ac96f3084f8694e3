/** Warns the developer of the page on the console, once for each message. */
export class DeveloperWarnings {
  readonly #tag: string;
  readonly #shown = new Set<string>();

  constructor(tag: string) {
    this.#tag = tag;
  }

  /** Logs the message unless it was logged before; null logs nothing. */
  once(message: string | null): void {
    if (message === null || this.#shown.has(message)) return;
    this.#shown.add(message);
    console.warn(`<${this.#tag}>: ${message}`);
  }
}
