import { LitElement } from "lit";
import { internalsOf } from "../../ui/internals-of.ts";
import { property } from "../../ui/property.ts";
import type { FormParticipation } from "./form-participation.ts";

/** Properties, methods and callbacks that make an element a form control, named as those of native inputs. */
export abstract class FormControl extends LitElement {
  static readonly formAssociated = true;

  /** Form field name under which the ids of the completed files are submitted. */
  @property({ reflect: true, useDefault: true }) name = "";

  /** Makes the form invalid until a file is uploaded. */
  @property({ type: Boolean }) required = false;

  /**
   * Refuses new files; running uploads continue. Reflected at once, because forms and fieldsets read the attribute;
   * an attribute "false" is removed.
   * @default false
   */
  @property({ type: Boolean, reflect: true })
  get disabled(): boolean {
    return this.hasAttribute("disabled");
  }
  set disabled(disabled: boolean) {
    this.toggleAttribute("disabled", Boolean(disabled));
  }

  /**
   * Ids of the completed files at Lightfield; those that the form held when the page was left come first. Only uploads
   * change it. An assignment changes nothing and throws nothing: Vue's `v-model` assigns the value that it has read.
   */
  get value(): readonly string[] {
    return this.formPart?.ids ?? [];
  }
  set value(_read: readonly string[] | null | undefined) {}

  #isInDisabledFieldset = false;

  /** @internal */
  protected readonly internals: ElementInternals = internalsOf(this);

  /** Controller of the form value; undefined while the constructor runs. */
  protected abstract readonly formPart: FormParticipation | undefined;

  /** Form that the element belongs to; null for none. */
  get form(): HTMLFormElement | null {
    return this.internals.form;
  }

  /** The `label` elements of this element. */
  get labels(): NodeList {
    return this.internals.labels;
  }

  /** Constraints that the element violates, as for native inputs. */
  get validity(): ValidityState {
    return this.internals.validity;
  }

  /** Reason why the element is invalid, as the browser shows it; "" when it is valid. */
  get validationMessage(): string {
    return this.internals.validationMessage;
  }

  /** Whether the element takes part in form validation; false while it is disabled. */
  get willValidate(): boolean {
    return this.internals.willValidate;
  }

  /** Returns whether the element is valid, and fires `invalid` when it is not. */
  checkValidity(): boolean {
    return this.internals.checkValidity();
  }

  /** Returns whether the element is valid, and shows the reason to the user when it is not. */
  reportValidity(): boolean {
    return this.internals.reportValidity();
  }

  /** Makes the element invalid with this message; "" removes the message. */
  setCustomValidity(message: string): void {
    this.formPart?.setCustomMessage(message);
  }

  /** Updates value and validity with every changed property at once, as native controls do, not with the next update. */
  override requestUpdate(...change: Parameters<LitElement["requestUpdate"]>): void {
    super.requestUpdate(...change);
    if (change[0] !== undefined) this.formPart?.update();
  }

  /** @internal */
  formDisabledCallback(disabled: boolean): void {
    this.#isInDisabledFieldset = disabled;
    this.requestUpdate();
  }

  /** @internal */
  abstract formResetCallback(): void;

  /** @internal */
  formStateRestoreCallback(state: unknown, reason: "restore" | "autocomplete"): void {
    if (reason === "restore") this.formPart?.restore(state);
  }

  /** Whether the element or a fieldset around it is disabled. */
  protected get isDisabled(): boolean {
    return this.disabled || this.#isInDisabledFieldset;
  }
}
