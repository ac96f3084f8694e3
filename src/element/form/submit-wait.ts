import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from "lit";
import type { UploaderEvent } from "../../engine/uploader-api.ts";
import { ALERT, UPLOAD } from "../../ui/icons.ts";
import type { View } from "../words/view.ts";

export interface SubmitWaitHost extends ReactiveControllerHost {
  readonly isConnected: boolean;
  readonly form: HTMLFormElement | null;
  readonly shadowRoot: ShadowRoot | null;
  getRootNode(): Node;
  start(): void;
  resume(): void;
}

export interface SubmitWaitConfig {
  /** Files are on their way to the list, or not uploaded yet. */
  isPending(): boolean;
  /** The form is to wait for them. */
  waits(): boolean;
  /** By itself or by its fieldset. */
  isDisabled(): boolean;
  /** To a screen reader. */
  say(words: string): void;
}

/** A form that was sent off while files were under way, and by which of its buttons. */
interface Held {
  readonly form: HTMLFormElement;
  readonly submitter: HTMLElement | null;
}

/** Holds a form that is sent off until every file is uploaded, and then sends it, once. */
export class SubmitWait implements ReactiveController {
  readonly #host: SubmitWaitHost;
  readonly #config: SubmitWaitConfig;
  #listeningAt: EventTarget | null = null;
  #held: Held | null = null;
  #stopped = false;
  /** It was sent off to a tab of its own. */
  #refused = false;
  #words: View | null = null;

  constructor(host: SubmitWaitHost, config: SubmitWaitConfig) {
    this.#host = host;
    this.#config = config;
    host.addController(this);
  }

  /**
   * In the capture phase, as early as can be: the page's own handlers must not take a form for sent that is not, and they
   * hear of it when it is. The event does not leave the tree of its form.
   */
  hostConnected(): void {
    const root = this.#host.getRootNode();
    this.#listeningAt = root instanceof ShadowRoot ? root : window;
    this.#listeningAt.addEventListener("submit", this.#hold, true);
  }

  hostDisconnected(): void {
    this.#listeningAt?.removeEventListener("submit", this.#hold, true);
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.reset();
    });
  }

  /** In a microtask: the host tells the form its value and validity only after its controllers had their turn. */
  hostUpdated(): void {
    if (this.#held) queueMicrotask(() => this.#sendWhenComplete());
  }

  hear({ type }: UploaderEvent): void {
    if (!this.#held) return;
    if (type === "failed") {
      this.#release();
      this.#stopped = true;
      if (this.#words) this.#config.say(this.#words.messages.submitStopped);
    } else if (type === "added") this.#host.start();
  }

  /** Nothing is sent any more. */
  reset(): void {
    this.#stopped = false;
    this.#refused = false;
    this.#release();
  }

  render(failed: number, view: View): TemplateResult | typeof nothing {
    this.#words = view;
    const { messages } = view;
    this.#stopped &&= failed > 0;
    this.#refused &&= this.#config.isPending();
    if (this.#held) {
      return html`<div class="notice calm submit-wait" part="submit-wait">
        ${UPLOAD}
        <div class="notice-words">${messages.submitWaits}</div>
        <button type="button" class="text-button" @click=${this.#release}>${messages.submitCancel}</button>
      </div>`;
    }
    if (!this.#stopped && !this.#refused) return nothing;
    return html`<div class="notice submit-wait" part="submit-wait">
      ${ALERT}
      <div class="notice-words">${this.#stopped ? messages.submitStopped : messages.stillUploading}</div>
    </div>`;
  }

  readonly #hold = (event: Event): void => {
    const { form } = this.#host;
    if (!form || event.target !== form || event.defaultPrevented || !event.cancelable) return;
    const submitter = event instanceof SubmitEvent ? event.submitter : null;
    // A button that sends the form as it stands: a draft, say.
    if (submitter?.hasAttribute("formnovalidate")) return;
    if (!this.#config.waits() || !this.#config.isPending() || this.#config.isDisabled()) {
      this.reset();
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    if (opensTab(form, submitter)) {
      this.#refused = true;
      if (this.#words) this.#config.say(this.#words.messages.stillUploading);
      this.#host.requestUpdate();
      return;
    }
    if (!this.#held && this.#words) this.#config.say(this.#words.messages.submitWaits);
    // Pressed twice it is still sent once, by the button that was pressed last.
    this.#held = { form, submitter };
    this.#stopped = false;
    // It would wait in vain for what nobody starts.
    this.#host.resume();
    this.#host.start();
    this.#host.requestUpdate();
  };

  #sendWhenComplete(): void {
    const held = this.#held;
    if (!held) return;
    const { form, submitter } = held;
    const isOut = this.#config.isDisabled() || this.#host.form !== form;
    if (!isOut && this.#config.isPending()) return;
    this.#release();
    // With validation, which has the last word: every file may have been cancelled.
    if (!isOut) form.requestSubmit(isButtonOf(form, submitter) ? submitter : null);
  }

  /** The focus goes back to where it was when the form was sent off, rather than away with the button. */
  readonly #release = (): void => {
    const { submitter } = this.#held ?? {};
    this.#held = null;
    if (this.#host.shadowRoot?.activeElement?.closest("[part=submit-wait]")) submitter?.focus();
    this.#host.requestUpdate();
  };
}

/** That is for a click to do: a moment later browsers take it for a popup, and stop it without a word. */
function opensTab(form: HTMLFormElement, submitter: HTMLElement | null): boolean {
  return /^_blank$/i.test(submitter?.getAttribute("formtarget") ?? form.target);
}

/** It may have been taken away in the meantime. */
function isButtonOf(form: HTMLFormElement, button: HTMLElement | null): boolean {
  return button !== null && "form" in button && button.form === form;
}
