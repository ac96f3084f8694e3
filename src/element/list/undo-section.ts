import { html, nothing, type ReactiveControllerHost, type TemplateResult } from "lit";
import type { UploadsController } from "../uploads-controller.ts";
import type { View } from "../words/view.ts";

/** Time in milliseconds for which a removal can be undone. */
const OFFERED_MS = 10_000;

interface Removal {
  readonly ids: readonly string[];
  readonly sentence: string;
}

/** Line below the list that says what was removed, with a button that returns it, for some seconds. */
export class UndoSection {
  readonly #host: ReactiveControllerHost;
  readonly #queue: UploadsController;
  #removal: Removal | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, queue: UploadsController) {
    this.#host = host;
    this.#queue = queue;
  }

  offer(ids: readonly string[], sentence: string): void {
    this.#show({ ids, sentence });
  }

  render({ messages }: View): TemplateResult | typeof nothing {
    if (!this.#removal) return nothing;
    return html`<div class="undo" part="undo" data-row="undo" @focusin=${this.#hold} @focusout=${this.#wait} @pointerenter=${this.#hold} @pointerleave=${this.#wait}>
      <span class="undo-words" part="undo-text">${this.#removal.sentence}</span>
      <button type="button" class="text-button" part="undo-button" @click=${this.#undo}>${messages.undo}</button>
    </div>`;
  }

  readonly #undo = (): void => {
    const { uploader } = this.#queue;
    for (const id of this.#removal?.ids ?? []) uploader?.restore(id);
    this.#show(null);
  };

  readonly #hold = (): void => clearTimeout(this.#timer);

  readonly #wait = (): void => {
    this.#hold();
    if (this.#removal) this.#timer = setTimeout(() => this.#show(null), OFFERED_MS);
  };

  #show(removal: Removal | null): void {
    this.#removal = removal;
    this.#wait();
    this.#host.requestUpdate();
  }
}
