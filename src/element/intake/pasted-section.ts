import { html, nothing, type ReactiveControllerHost, type TemplateResult } from "lit";
import { mimeTypeOf } from "../../engine/mime-types.ts";
import { endingOfPaste } from "../../load-uploader.ts";
import type { View } from "../words/view.ts";

/** Pasted text before it becomes a file: from the clipboard, or "" for an empty field. */
export interface PastedText {
  readonly text: string;
  /** File extension detected from the beginning of the text, such as "vtt". */
  readonly ending: string;
}

/** Takes the text when the user has decided about it. */
export interface PasteTarget {
  add(file: File): Promise<void>;
  discard(): void;
}

/** Current content of the fields. */
interface Draft {
  readonly pasted: PastedText;
  text: string;
  name: string;
  /** Extension that the element put into the name; it changes with the text. */
  ending: string;
  /** Whether the user tried to add the text while it was empty. */
  isRefused: boolean;
}

/** Section in which pasted text and its file name can be edited, then added or discarded. */
export class PastedSection {
  readonly #host: ReactiveControllerHost;
  readonly #target: PasteTarget;
  #adding: PastedText | null = null;
  #draft: Draft | null = null;

  constructor(host: ReactiveControllerHost, target: PasteTarget) {
    this.#host = host;
    this.#target = target;
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
        <button type="button" class="text-button" @click=${() => this.#target.discard()}>${words.pastedDiscard}</button>
      </div>
    </div>`;
  }

  readonly #decide = (event: KeyboardEvent): void => {
    // Input methods use Enter and Escape themselves.
    if (event.isComposing) return;
    const isInName = event.composedPath()[0] instanceof HTMLInputElement;
    if (event.key === "Enter" && isInName) this.#add(event);
    else if (event.key === "Escape") this.#target.discard();
    else return;
    // The key must not close a dialog of the page or submit a form around the element.
    event.preventDefault();
    event.stopPropagation();
  };

  readonly #rename = (event: Event): void => {
    // An `input` event of the element means that its value has changed.
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
    // The text has changed since.
    if (draft.text !== value) return;
    if (hasEnding(draft)) draft.name = withEnding(draft, ending);
    draft.ending = ending;
    this.#host.requestUpdate();
  };

  readonly #add = async (event: Event): Promise<void> => {
    const draft = this.#draft;
    // The button may be pressed twice.
    if (!draft || this.#adding === draft.pasted) return;
    if (!draft.text.trim()) {
      const section = (event.currentTarget as Element).closest(".pasted");
      draft.isRefused = true;
      this.#host.requestUpdate();
      await this.#host.updateComplete;
      section?.querySelector("textarea")?.focus();
      return;
    }
    this.#adding = draft.pasted;
    const name = withEnding(draft, await endingOfPaste(draft.text));
    await this.#target.add(new File([draft.text], name, { type: mimeTypeOf({ name, type: "" }) }));
    this.#adding = null;
  };
}

const hasEnding = ({ name, ending }: Draft): boolean => name.endsWith(`.${ending}`);

/** Name of the draft with the extension for its text, unless the user chose another extension. */
function withEnding(draft: Draft, ending: string): string {
  const name = draft.name.trim() || today();
  if (hasEnding(draft)) return `${name.slice(0, -draft.ending.length)}${ending}`;
  return /\.[a-z][a-z\d]{0,4}$/i.test(name) ? name : `${name}.${ending}`;
}

/** Local date as 2026-11-24: it sorts, and is read the same everywhere. */
function today(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
