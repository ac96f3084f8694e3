import { html, nothing, type ReactiveControllerHost, type TemplateResult } from "lit";
import { mimeTypeOf } from "../../engine/mime-types.ts";
import { endingOfPaste } from "../../load-uploader.ts";
import { CLOSE } from "../../ui/icons.ts";
import type { ContentView } from "../words/view.ts";
import type { PastedText } from "./paste.ts";
import { type Draft, hasEnding, today, withEnding } from "./pasted-draft.ts";

export { pastedStyles } from "./pasted-styles.ts";

export interface PastedSectionHost extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

export interface PastedSectionConfig {
  /** Opens the section with a paste, or closes it with null. */
  hold(pasted: PastedText | null): void;
  /** Adds the file, and resolves with whether it is on the list. */
  add(file: File): Promise<boolean>;
  /** Announces a sentence to screen readers. */
  say(sentence: string): void;
}

/**
 * Section in which pasted text and its file name can be edited, then added or discarded. Text is never lost at once: a
 * second paste asks what to do with it, and discarded text can be brought back.
 */
export class PastedSection {
  readonly #host: PastedSectionHost;
  readonly #config: PastedSectionConfig;
  /** The paste that was taken last. */
  #pasted: PastedText | null = null;
  #draft: Draft | null = null;
  /** Text of a further paste, until the user has decided about it. */
  #second: string | null = null;
  /** Text that the user discarded last, until it is brought back, or dismissed, or other text is added. */
  #discarded: Draft | null = null;
  #isAdding = false;

  constructor(host: PastedSectionHost, config: PastedSectionConfig) {
    this.#host = host;
    this.#config = config;
  }

  /** Whether there is text that would be lost with the page. */
  get hasText(): boolean {
    return Boolean(this.#draft?.text.trim());
  }

  reset(): void {
    this.#discarded = null;
  }

  render(pasted: PastedText | null, view: ContentView): TemplateResult | typeof nothing {
    if (pasted !== this.#pasted) this.#take(pasted, view);
    const draft = this.#draft;
    return draft ? this.#renderDraft(draft, view) : this.#renderDiscarded(view);
  }

  #renderDraft({ text, name, isRefused }: Draft, { messages, formats }: ContentView): TemplateResult {
    const words = messages.transcripts;
    const bytes = new Blob([text]).size;
    return html`<div class="card pasted" part="pasted" role="group" aria-label=${words.pasted} @keydown=${this.#decide}>
      <div class="pasted-title" part="pasted-title">${words.pasted} <span class="meta" part="meta">${bytes > 0 ? html`<span class="figure" part="figure">${formats.size(bytes)}</span>` : nothing}</span></div>
      ${this.#renderQuestion(words)}
      <label part="pasted-label">${words.pastedContent}
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
        <label part="pasted-label">${words.pastedName}
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
        <button type="button" class="browse" part="pasted-add-button" @click=${this.#add}>${words.pastedAdd}</button>
        <button type="button" class="text-button" part="pasted-discard-button" @click=${this.#discard}>${words.pastedDiscard}</button>
      </div>
    </div>`;
  }

  #renderQuestion(words: ContentView["messages"]["transcripts"]): TemplateResult | typeof nothing {
    const second = this.#second;
    if (second === null) return nothing;
    const answer = (label: string, text: (first: string) => string) =>
      html`<button type="button" class="text-button" part="pasted-answer-button" @click=${() => this.#answer(text)}>${label}</button>`;
    return html`<div class="pasted-question" role="group" aria-labelledby="pasted-question">
      <div part="pasted-question" id="pasted-question">${words.pastedAgain}</div>
      <div>${answer(words.pastedBelow, (first) => `${first.trimEnd()}\n\n${second}`)}${answer(words.pastedReplace, () => second)}${answer(
        words.pastedKeep,
        (first) => first,
      )}</div>
    </div>`;
  }

  #renderDiscarded({ messages }: ContentView): TemplateResult | typeof nothing {
    const draft = this.#discarded;
    if (!draft) return nothing;
    const words = messages.transcripts;
    return html`<div class="notice calm pasted-discarded" part="notice">
      <div class="notice-words" part="notice-text">${words.pastedGone}</div>
      <button type="button" class="text-button" part="pasted-back-button" @click=${() => this.#bringBack(draft)}>${words.pastedBack}</button>
      <button type="button" class="icon-button" part="dismiss-button" aria-label=${messages.dismiss} @click=${this.#forget}>${CLOSE}</button>
    </div>`;
  }

  #take(pasted: PastedText | null, { messages }: ContentView): void {
    this.#pasted = pasted;
    this.#second = null;
    if (!pasted) {
      this.#draft = null;
      return;
    }
    const { text } = pasted;
    const { transcripts: words } = messages;
    const draft = this.#draft ?? {
      text: "",
      name: `${words.pastedFile(today())}.txt`,
      ending: "txt",
      isRefused: false,
    };
    this.#draft = draft;
    if (text === null || text === draft.text) this.#focus(".pasted textarea");
    else if (draft.text.trim()) {
      this.#second = text;
      this.#config.say(words.pastedAgain);
      this.#focus(".pasted-question button");
    } else {
      draft.text = text;
      this.#named(draft).then(() => this.#focusName());
    }
  }

  readonly #decide = (event: KeyboardEvent): void => {
    // Input methods use Enter and Escape themselves.
    if (event.isComposing) return;
    const isInName = (event.composedPath()[0] as Element).matches("input");
    if (event.key === "Enter" && isInName) this.#add(event);
    else if (event.key !== "Escape") return;
    else if (this.#second === null) this.#discard();
    else this.#answer((first) => first);
    // The key must not close a dialog of the page or submit a form around the element.
    event.preventDefault();
    event.stopPropagation();
  };

  #answer(text: (first: string) => string): void {
    const draft = this.#draft;
    if (!draft) return;
    this.#second = null;
    draft.text = text(draft.text);
    draft.isRefused = false;
    this.#named(draft);
    this.#focus(".pasted textarea");
  }

  readonly #discard = (): void => {
    const hadText = this.hasText;
    if (hadText) this.#discarded = this.#draft;
    this.#config.hold(null);
    // Otherwise the section was opened with the button, which gets the focus back.
    if (!hadText) this.#focus("[part=paste-button]");
  };

  #bringBack(draft: Draft): void {
    this.#discarded = null;
    this.#draft = draft;
    this.#config.hold({ text: null });
  }

  readonly #forget = (): void => {
    this.#discarded = null;
    this.#host.requestUpdate();
  };

  readonly #rename = (event: Event): void => {
    // An `input` event of the element means that its value has changed.
    event.stopPropagation();
    if (this.#draft) this.#draft.name = (event.currentTarget as HTMLInputElement).value;
  };

  readonly #edit = (event: Event): void => {
    event.stopPropagation();
    const draft = this.#draft;
    if (!draft) return;
    draft.text = (event.currentTarget as HTMLTextAreaElement).value;
    draft.isRefused = false;
    this.#named(draft);
  };

  /** Draws the draft, and changes the extension of its name to the one for its text. */
  async #named(draft: Draft): Promise<void> {
    const { text } = draft;
    this.#host.requestUpdate();
    const ending = await endingOfPaste(text);
    // The text has changed since.
    if (draft.text !== text) return;
    if (hasEnding(draft)) draft.name = withEnding(draft, ending);
    draft.ending = ending;
    this.#host.requestUpdate();
  }

  readonly #add = async (event: Event): Promise<void> => {
    const draft = this.#draft;
    // The button may be pressed twice.
    if (!draft || this.#isAdding) return;
    if (!draft.text.trim()) {
      draft.isRefused = true;
      this.#host.requestUpdate();
      this.#focus(".pasted textarea");
      return;
    }
    event.preventDefault();
    this.#isAdding = true;
    const name = withEnding(draft, await endingOfPaste(draft.text));
    const isAdded = await this.#config.add(new File([draft.text], name, { type: mimeTypeOf({ name, type: "" }) }));
    this.#isAdding = false;
    // Text that was refused stays, so that it is not lost.
    if (!isAdded || draft !== this.#draft) return;
    this.#discarded = null;
    this.#config.hold(null);
  };

  async #focusName(): Promise<void> {
    // A further paste may have come meanwhile, whose question has the focus.
    if (this.#second !== null) return;
    const field = await this.#focus<HTMLInputElement>(".pasted input");
    // The user changes the name, not its extension.
    field?.setSelectionRange(0, field.value.lastIndexOf("."));
  }

  async #focus<E extends HTMLElement>(selector: string): Promise<E | null> {
    await this.#host.updateComplete;
    const found = this.#host.renderRoot.querySelector<E>(selector);
    found?.focus();
    return found;
  }
}
