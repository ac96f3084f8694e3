import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from "lit";
import type { UploadError } from "../../engine/errors.ts";
import type { UploaderEvent } from "../../engine/uploader-api.ts";
import { ALERT, UPLOAD } from "../../ui/icons.ts";
import { failureReason } from "../words/failure-reason.ts";
import type { View } from "../words/view.ts";
import type { FormParticipation } from "./form-participation.ts";

export interface SubmitWaitHost extends ReactiveControllerHost {
  readonly isConnected: boolean;
  readonly form: HTMLFormElement | null;
  readonly shadowRoot: ShadowRoot | null;
  getRootNode(): Node;
  start(): void;
  resume(): void;
}

export interface SubmitWaitConfig {
  readonly form: FormParticipation;
  isDisabled(): boolean;
  /** Announces a sentence to screen readers. */
  say(sentence: string): void;
}

/** A form that was submitted while files were pending, and the button that submitted it. */
interface Held {
  readonly form: HTMLFormElement;
  readonly submitter: HTMLElement | null;
}

/** Delays a form that is submitted until every file is uploaded, and then submits it, once. */
export class SubmitWait implements ReactiveController {
  readonly #host: SubmitWaitHost;
  readonly #config: SubmitWaitConfig;
  #listeningAt: EventTarget | null = null;
  #held: Held | null = null;
  /** Why the form was not submitted; null when no failed upload has stopped it. */
  #stopped: UploadError | null = null;
  /** Whether the form was refused because it opens a new tab, which browsers allow only with a click. */
  #refused = false;
  #words: View | null = null;

  constructor(host: SubmitWaitHost, config: SubmitWaitConfig) {
    this.#host = host;
    this.#config = config;
    host.addController(this);
  }

  /**
   * Listens in the capture phase, before the page's own handlers: they get the event only when the form is really
   * submitted. The event does not leave the tree of its form.
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

  /** Runs in a microtask, after all controllers of the host have reported to the form. */
  hostUpdated(): void {
    if (this.#held) queueMicrotask(() => this.#sendWhenComplete());
  }

  follow(event: UploaderEvent): void {
    if (!this.#held) return;
    if (event.type === "failed") {
      this.#release();
      this.#stopped = event.error;
      if (this.#words) this.#config.say(stoppedWords(event.error, this.#words));
    } else if (event.type === "added") this.#host.start();
  }

  /** Ends the wait; the form is not submitted. */
  reset(): void {
    this.#stopped = null;
    this.#refused = false;
    this.#release();
  }

  render(failed: number, view: View): TemplateResult | typeof nothing {
    this.#words = view;
    const { messages } = view;
    if (failed === 0) this.#stopped = null;
    this.#refused &&= this.#config.form.isPending;
    if (this.#held) {
      return html`<div class="notice calm submit-wait" part="submit-wait">
        ${UPLOAD}
        <div class="notice-words" part="notice-text">${messages.submitWaits}</div>
        <button type="button" class="text-button" part="submit-cancel-button" @click=${this.#release}>${messages.submitCancel}</button>
      </div>`;
    }
    if (!this.#stopped && !this.#refused) return nothing;
    return html`<div class="notice submit-wait" part="submit-wait">
      ${ALERT}
      <div class="notice-words" part="notice-text">${this.#stopped ? stoppedWords(this.#stopped, view) : messages.stillUploading}</div>
    </div>`;
  }

  readonly #hold = (event: Event): void => {
    const { form } = this.#host;
    if (!form || event.target !== form || event.defaultPrevented || !event.cancelable) return;
    const submitter = event instanceof SubmitEvent ? event.submitter : null;
    // A `formnovalidate` button submits the form as it is, for example as a draft.
    if (submitter?.hasAttribute("formnovalidate")) return;
    const { form: part, isDisabled } = this.#config;
    if (!part.isWaiting || !part.isPending || isDisabled()) {
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
    // Submitted twice, the form is still sent once, with the latest button.
    this.#held = { form, submitter };
    this.#stopped = null;
    // Paused and queued uploads would never end.
    this.#host.resume();
    this.#host.start();
    this.#host.requestUpdate();
  };

  #sendWhenComplete(): void {
    const held = this.#held;
    if (!held) return;
    const { form, submitter } = held;
    const isOut = this.#config.isDisabled() || this.#host.form !== form;
    if (!isOut && this.#config.form.isPending) return;
    this.#release();
    // Validates again: every file may have been cancelled.
    if (!isOut) form.requestSubmit(isButtonOf(form, submitter) ? submitter : null);
  }

  /** Returns the focus to the submit button when the section that had it disappears. */
  readonly #release = (): void => {
    const { submitter } = this.#held ?? {};
    this.#held = null;
    if (this.#host.shadowRoot?.activeElement?.closest("[part=submit-wait]")) submitter?.focus();
    this.#host.requestUpdate();
  };
}

/** Why the form was not submitted. A user who is signed out must sign in again first. */
function stoppedWords(error: UploadError, view: View): string {
  const { submitStopped } = view.messages;
  return error.code === "signed-out" ? `${failureReason(error, view)} ${submitStopped}` : submitStopped;
}

/** Whether submitting opens a tab. Browsers block that as a popup when it does not happen within a click. */
function opensTab(form: HTMLFormElement, submitter: HTMLElement | null): boolean {
  return /^_blank$/i.test(submitter?.getAttribute("formtarget") ?? form.target);
}

/** Whether the button still belongs to the form. */
function isButtonOf(form: HTMLFormElement, button: HTMLElement | null): boolean {
  return button !== null && "form" in button && button.form === form;
}
