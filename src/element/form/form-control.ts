import { LitElement } from "lit";
import { property, state } from "lit/decorators.js";
import { stateOf } from "./form-state.ts";
import type { HeldFiles } from "./held-files.ts";
import { Paced } from "./paced.ts";
import { formValue, type Validity } from "./validity.ts";

/** What makes an element a form control: the properties and methods that native inputs have, and the form's callbacks. */
export abstract class FormControl extends LitElement {
  static readonly formAssociated = true;

  /** Under which the ids of the completed files are submitted with a form. */
  @property({ reflect: true, useDefault: true }) name = "";

  /** A form cannot be submitted before a file is uploaded. */
  @property({ type: Boolean }) required = false;

  /** Takes no files. What is under way goes on. Reflected, because forms and their fieldsets go by the attribute. */
  @property({ type: Boolean, reflect: true }) disabled = false;

  @state() private inDisabledForm = false;

  /** @internal */
  protected readonly internals: ElementInternals = this.attachInternals();

  readonly #value = new Paced(() => this.#tellValue());
  /** What the form was last told. */
  #told: readonly unknown[] = [];
  #shown: readonly unknown[] = [];
  #validity: Validity = { flags: {}, message: "" };
  #customMessage = "";

  constructor() {
    super();
    // Before the browser shows why.
    this.addEventListener("invalid", () => this.#applyValidity(true));
  }

  /** The form that the element belongs to. */
  get form(): HTMLFormElement | null {
    return this.internals.form;
  }

  /** The labels of the element. */
  get labels(): NodeList {
    return this.internals.labels;
  }

  get validity(): ValidityState {
    return this.internals.validity;
  }

  get validationMessage(): string {
    return this.internals.validationMessage;
  }

  get willValidate(): boolean {
    return this.internals.willValidate;
  }

  /** Whether the form may be submitted as far as this element is concerned; fires `invalid` when not. */
  checkValidity(): boolean {
    return this.internals.checkValidity();
  }

  /** As `checkValidity`, and shows the reason to the user. */
  reportValidity(): boolean {
    return this.internals.reportValidity();
  }

  /** The page's own reason why the form may not be submitted; "" for none. */
  setCustomValidity(message: string): void {
    this.#customMessage = message;
    this.#applyValidity();
  }

  /** @internal */
  formDisabledCallback(disabled: boolean): void {
    this.inDisabledForm = disabled;
  }

  /** @internal */
  abstract formResetCallback(): void;

  /** @internal */
  abstract formStateRestoreCallback(state: unknown, reason: "restore" | "autocomplete"): void;

  /** By its own attribute or by its fieldset's. */
  protected get isDisabled(): boolean {
    return this.disabled || this.inDisabledForm;
  }

  /** Where the browser points when it complains; to know what can be seen costs a layout. */
  protected abstract validationAnchor(isSeen: boolean): HTMLElement | null;

  /** What the form is to hold. */
  protected abstract get held(): HeldFiles;

  /** While more is to come the value may lag behind, if there is much of it. */
  protected updateForm(validity: Validity, isPending: boolean): void {
    if (isPending) this.#value.soon();
    else this.#value.now();
    this.#validity = validity;
    this.#applyValidity();
  }

  #tellValue(): void {
    const { name } = this;
    if (!name && !this.#told[0]) return;
    const { files, ids } = this.held;
    if (!isNew([name, ids], this.#told)) return;
    this.#told = [name, ids];
    const value = formValue(name, ids);
    this.internals.setFormValue(value, value && stateOf(files));
  }

  #applyValidity(isShown = false): void {
    const { flags, message } = this.#customMessage
      ? { flags: { ...this.#validity.flags, customError: true }, message: this.#customMessage }
      : this.#validity;
    const shown = [...Object.keys(flags), message];
    if (!isShown && !isNew(shown, this.#shown)) return;
    this.#shown = shown;
    this.internals.setValidity(flags, message, this.validationAnchor(isShown) ?? undefined);
  }
}

function isNew(now: readonly unknown[], before: readonly unknown[]): boolean {
  return now.length !== before.length || now.some((one, index) => one !== before[index]);
}
