import { html, nothing, type TemplateResult } from "lit";
import { mimeTypeOf } from "../../engine/mime-types.ts";
import { endingOfPaste } from "../../load-uploader.ts";
import type { View } from "../words/view.ts";

/** Text that is not a file yet: from the clipboard, or "" for one that is about to be pasted or typed into the field. */
export interface PastedText {
  readonly text: string;
  /** What its beginning looks like: "vtt", say. */
  readonly ending: string;
}

export interface PastedSectionConfig {
  add(file: File): Promise<void>;
  discard(): void;
  /** Draws again; resolves when it is done. */
  update(): Promise<unknown>;
}

/** What the fields hold. */
interface Draft {
  readonly pasted: PastedText;
  text: string;
  name: string;
  /** The one in the name that is ours: it follows the text. */
  ending: string;
  /** It was to be added with nothing in it. */
  isRefused: boolean;
}

/** Text on its way to be a file: it and its name can be changed, then it is added or let go. */
export class PastedSection {
  readonly #config: PastedSectionConfig;
  #adding: PastedText | null = null;
  #draft: Draft | null = null;

  constructor(config: PastedSectionConfig) {
    this.#config = config;
  }

  render(pasted: PastedText | null, { messages, formats }: View): TemplateResult | typeof nothing {
    if (!pasted) {
      this.#draft = null;
      return nothing;
    }
    const words = messages.transcripts;
    if (this.#draft?.pasted !== pasted) {
      const { text, ending } = pasted;
      this.#draft = { pasted, text, name: `${words.pastedFile(today())}.${ending}`, ending, isRefused: false };
    }
    const { text, name, isRefused } = this.#draft;
    const bytes = new Blob([text]).size;
    return html`<div class="card pasted" part="pasted" role="group" aria-label=${words.pasted} @keydown=${this.#decide}>
      <div class="pasted-title">${words.pasted} <span class="meta">${bytes > 0 ? html`<span class="figure">${formats.size(bytes)}</span>` : nothing}</span></div>
      <label>${words.pastedContent}
        <textarea
          part="pasted-text"
          rows="5"
          dir="auto"
          autocomplete="off"
          spellcheck="false"
          aria-invalid=${isRefused ? "true" : nothing}
          aria-describedby=${isRefused ? "pasted-error" : nothing}
          .value=${text}
          @input=${this.#edit}
          @change=${(event: Event) => event.stopPropagation()}
        ></textarea>
      </label>
      ${isRefused ? html`<div class="error" part="error" id="pasted-error">${messages.rejections.empty}</div>` : nothing}
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
    const isInName = event.composedPath()[0] instanceof HTMLInputElement;
    if (event.key === "Enter" && isInName) this.#add(event);
    else if (event.key === "Escape") this.#config.discard();
    else return;
    // A page's dialog, or a form around the element, is not meant.
    event.preventDefault();
    event.stopPropagation();
  };

  readonly #rename = (event: Event): void => {
    // The element's own `input` event says that its value changed.
    event.stopPropagation();
    if (this.#draft) this.#draft.name = (event.currentTarget as HTMLInputElement).value;
  };

  readonly #edit = async (event: Event): Promise<void> => {
    event.stopPropagation();
    const draft = this.#draft;
    if (!draft) return;
    const { value } = event.currentTarget as HTMLTextAreaElement;
    draft.text = value;
    draft.isRefused = false;
    const ending = await endingOfPaste(value);
    // More was typed meanwhile.
    if (draft.text !== value) return;
    if (hasEnding(draft)) draft.name = withEnding(draft, ending);
    draft.ending = ending;
    this.#config.update();
  };

  readonly #add = async (event: Event): Promise<void> => {
    const draft = this.#draft;
    // Impatient people press twice.
    if (!draft || this.#adding === draft.pasted) return;
    if (!draft.text.trim()) {
      const section = (event.currentTarget as Element).closest(".pasted");
      draft.isRefused = true;
      await this.#config.update();
      section?.querySelector("textarea")?.focus();
      return;
    }
    this.#adding = draft.pasted;
    const name = withEnding(draft, await endingOfPaste(draft.text));
    await this.#config.add(new File([draft.text], name, { type: mimeTypeOf({ name, type: "" }) }));
    this.#adding = null;
  };
}

const hasEnding = ({ name, ending }: Draft): boolean => name.endsWith(`.${ending}`);

/** The draft's name with the ending that its text asks for, unless the person chose another. */
function withEnding(draft: Draft, ending: string): string {
  const name = draft.name.trim() || today();
  if (hasEnding(draft)) return `${name.slice(0, -draft.ending.length)}${ending}`;
  return /\.[a-z][a-z\d]{0,4}$/i.test(name) ? name : `${name}.${ending}`;
}

/** The reader's own date, as 2026-11-24: it sorts, and everybody reads it alike. */
function today(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
