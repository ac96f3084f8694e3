import type { ReactiveControllerHost } from "lit";

/** Time in milliseconds after which a text is removed, so that nobody finds it later as if it had just happened. */
const KEPT_MS = 10_000;

/** Text that screen readers announce when it changes. */
export class LiveRegion {
  /** Text to draw in an element with the role "status"; "" for none. */
  text = "";
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  speak(text: string): void {
    if (!text) return;
    // Screen readers ignore the same text twice, so a repetition gets a trailing space.
    this.#show(text === this.text ? `${text}\u00A0` : text);
    const shown = this.text;
    setTimeout(() => shown === this.text && this.#show(""), KEPT_MS);
  }

  #show(text: string): void {
    this.text = text;
    this.#host.requestUpdate();
  }
}
