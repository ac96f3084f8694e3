import { stateOf } from "./form-state.ts";
import type { HeldFiles } from "./held-files.ts";
import { Paced } from "./paced.ts";
import { formValue, type Validity } from "./validity.ts";

export interface FormReportConfig {
  readonly internals: ElementInternals;
  /** Form field name; "" submits nothing. */
  name(): string;
  held(): HeldFiles;
  /** Element at which the browser shows its message. With `isShown` it must be visible; checking that costs a layout. */
  anchor(isShown: boolean): HTMLElement | null;
}

/** Reports value and validity to the browser's form through `ElementInternals`, only when they have changed. */
export class FormReport {
  readonly #config: FormReportConfig;
  readonly #value = new Paced(() => this.#setValue());
  #reportedValue: readonly unknown[] = [];
  /** The browser takes a control for valid until it is told otherwise. */
  #reportedValidity: readonly unknown[] = [""];
  #validity: Validity = { flags: {}, message: "" };
  #customMessage = "";

  constructor(config: FormReportConfig) {
    this.#config = config;
  }

  /** While uploads are pending, a large value may be reported later. */
  update(validity: Validity, isPending: boolean): void {
    if (isPending) this.#value.soon();
    else this.#value.now();
    this.#validity = validity;
    this.setValidity();
  }

  setCustomMessage(message: string): void {
    this.#customMessage = message;
    this.setValidity();
  }

  /** @param isShown whether the browser is about to show the message, so that the anchor must be visible */
  setValidity(isShown = false): void {
    const { flags, message } = this.#customMessage
      ? { flags: { ...this.#validity.flags, customError: true }, message: this.#customMessage }
      : this.#validity;
    const reported = [...Object.keys(flags), message];
    if (!isShown && isSame(reported, this.#reportedValidity)) return;
    this.#reportedValidity = reported;
    this.#config.internals.setValidity(flags, message, this.#config.anchor(isShown) ?? undefined);
  }

  #setValue(): void {
    const name = this.#config.name();
    if (!name && !this.#reportedValue[0]) return;
    const { files, ids } = this.#config.held();
    if (isSame([name, ids], this.#reportedValue)) return;
    this.#reportedValue = [name, ids];
    const value = formValue(name, ids);
    this.#config.internals.setFormValue(value, value && stateOf(files));
  }
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((part, index) => part === other[index]);
}
