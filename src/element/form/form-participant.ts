import type { PropertyValues } from "lit";
import { FileIntake } from "../intake/file-intake.ts";
import type { EarlyMessages } from "../words/messages.ts";
import { hasPending, validityOf } from "./validity.ts";

/** The uploader as a control of a form: when its value changes, and what makes the form invalid or lets it wait. */
export abstract class FormParticipant extends FileIntake {
  /** Many files go, which is one change of the value. */
  #isClearing = false;

  override clear(): void {
    const { isEmpty } = this;
    this.#asOne(() => super.clear());
    if (!isEmpty) this.tellChange();
  }

  /** Without `input` and `change`, as with every control. @internal */
  override formResetCallback(): void {
    this.#asOne(() => {
      this.cancel();
      super.clear();
    });
    this.stopTaking();
  }

  protected abstract get sentences(): EarlyMessages;

  /** There is something that holds a form back. */
  protected abstract get canHoldForm(): boolean;

  protected get isPending(): boolean {
    return this.batchesInHand > 0 || hasPending(this.queue.snapshot);
  }

  /** A form that is sent off is held until every file is uploaded. */
  protected get holdsForm(): boolean {
    const isPart = Boolean(this.name || this.required);
    return this.submitWhileUploading === "wait" && isPart && this.canHoldForm && this.isSetUp;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.syncForm();
  }

  protected syncForm(): void {
    const { name, required, isEmpty, isPending, takesMany: multiple, holdsForm: waits, sentences: messages } = this;
    this.updateForm(validityOf({ name, required, multiple, messages, isEmpty, isPending, waits }), isPending);
  }

  /** Fires what every control fires when a user has changed its value. */
  protected tellChange(): void {
    if (this.#isClearing) return;
    this.syncForm();
    this.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
    this.dispatchEvent(new Event("change", { bubbles: true }));
  }

  protected removeRestored(id: string): void {
    this.restored = this.restored.filter((file) => file.id !== id);
    this.tellChange();
  }

  protected removeUncounted(id: string): void {
    this.#asOne(() => this.remove(id));
  }

  #asOne(change: () => void): void {
    this.#isClearing = true;
    change();
    this.#isClearing = false;
  }
}
