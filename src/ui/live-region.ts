import { html, type ReactiveControllerHost, type TemplateResult } from "lit";

/** Text that screen readers announce when it changes. */
export class LiveRegion {
  readonly #host: ReactiveControllerHost;
  #text = "";

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  speak(text: string): void {
    if (!text) return;
    // Screen readers ignore the same text twice, so a repetition gets a trailing space.
    this.#text = text === this.#text ? `${text}\u00A0` : text;
    this.#host.requestUpdate();
  }

  render(): TemplateResult {
    return html`<div class="spoken" role="status">${this.#text}</div>`;
  }
}
