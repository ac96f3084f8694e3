import { html, nothing, type TemplateResult } from "lit";
import { mimeTypeOf } from "../engine/mime-types.ts";
import type { View } from "./templates/view.ts";

/** Text from the clipboard that is not a file yet. */
export interface PastedText {
  readonly text: string;
  /** What its beginning looks like: "vtt", say. */
  readonly ending: string;
}

export interface PastedSectionConfig {
  add(file: File): Promise<void>;
  discard(): void;
}

/** How much of the text is shown, so that one sees which it is. */
const SHOWN_CHARS = 240;

/** Pasted text on its way to be a file: its name can be changed, then it is added or let go. */
export class PastedSection {
  readonly #config: PastedSectionConfig;
  #adding: PastedText | null = null;
  #shown: { readonly pasted: PastedText; readonly bytes: number; name: string } | null = null;

  constructor(config: PastedSectionConfig) {
    this.#config = config;
  }

  render(pasted: PastedText | null, { messages, formats }: View): TemplateResult | typeof nothing {
    if (!pasted) {
      this.#shown = null;
      return nothing;
    }
    const words = messages.transcripts;
    if (this.#shown?.pasted !== pasted) {
      const name = `${words.pastedFile(today())}.${pasted.ending}`;
      this.#shown = { pasted, bytes: new Blob([pasted.text]).size, name };
    }
    const { bytes, name } = this.#shown;
    return html`<div class="card pasted" part="pasted" role="group" aria-label=${words.pasted} @keydown=${this.#decide}>
      <div class="pasted-title">${words.pasted} <span class="meta"><span class="figure">${formats.size(bytes)}</span></span></div>
      <div class="pasted-text" dir="auto">${pasted.text
        .slice(0, SHOWN_CHARS)
        .trim()
        .replace(/\s*\n\s*/g, "\n")}</div>
      <div class="pasted-actions">
        <label>${words.pastedName}
          <input
            type="text"
            part="pasted-name"
            autocomplete="off"
            spellcheck="false"
            maxlength="255"
            .value=${name}
            @input=${this.#rename}
            @change=${(event: Event) => event.stopPropagation()}
          />
        </label>
        <button type="button" class="browse" @click=${this.#add}>${words.pastedAdd}</button>
        <button type="button" class="text-button" @click=${this.#config.discard}>${words.pastedDiscard}</button>
      </div>
    </div>`;
  }

  readonly #decide = (event: KeyboardEvent): void => {
    // The Enter and Escape of an input method are its own.
    if (event.isComposing) return;
    const isInField = event.composedPath()[0] instanceof HTMLInputElement;
    if (event.key === "Enter" && isInField) this.#add();
    else if (event.key === "Escape") this.#config.discard();
    else return;
    // A page's dialog, or a form around the element, is not meant.
    event.preventDefault();
    event.stopPropagation();
  };

  readonly #rename = (event: Event): void => {
    // The element's own `input` event says that its value changed.
    event.stopPropagation();
    if (this.#shown) this.#shown.name = (event.currentTarget as HTMLInputElement).value;
  };

  readonly #add = async (): Promise<void> => {
    // Impatient people press twice.
    if (!this.#shown || this.#adding === this.#shown.pasted) return;
    const { pasted, name } = this.#shown;
    this.#adding = pasted;
    const chosen = name.trim() || `${today()}.${pasted.ending}`;
    await this.#config.add(new File([pasted.text], chosen, { type: mimeTypeOf({ name: chosen, type: "" }) }));
    this.#adding = null;
  };
}

/** The reader's own date, as 2026-11-24: it sorts, and everybody reads it alike. */
function today(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
