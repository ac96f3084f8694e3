/** Sections beside the list that few pages ever show, as a chunk of their own. */
import { html, type TemplateResult } from "lit";
import type { FormParticipation } from "../form/form-participation.ts";
import { restoredSection } from "../form/restored-section.ts";
import { restoredStyles } from "../form/restored-styles.ts";
import { InterruptedSection, type InterruptedSectionHost } from "../recovery/interrupted-section.ts";
import { interruptedStyles } from "../recovery/interrupted-styles.ts";
import type { UploadsController } from "../uploads-controller.ts";
import type { View } from "../words/view.ts";
import { UndoSection } from "./undo-section.ts";
import { undoStyles } from "./undo-styles.ts";

export { sentences } from "../locales/en/beside.ts";

export interface BesideConfig {
  readonly queue: UploadsController;
  readonly form: FormParticipation;
  /** Announces a sentence to screen readers. */
  say(sentence: string): void;
}

export interface BesideView extends View {
  readonly nowMs: number;
  /** Whether the list accepts no more files. */
  readonly full: boolean;
}

/** Interrupted uploads and restored files above the list, and below it what was just removed from it. */
export class Beside {
  static readonly styles = [interruptedStyles, restoredStyles, undoStyles];

  readonly undo: UndoSection;
  readonly #config: BesideConfig;
  readonly #interrupted: InterruptedSection;

  constructor(host: InterruptedSectionHost, config: BesideConfig) {
    const { queue, say } = config;
    this.#config = config;
    this.undo = new UndoSection(host, queue);
    this.#interrupted = new InterruptedSection(host, { queue, say });
  }

  above(view: BesideView): TemplateResult {
    const { queue, form } = this.#config;
    return html`${this.#interrupted.render(queue.snapshot.interrupted, view)}${restoredSection(form.restored, {
      ...view,
      remove: (id) => form.removeRestored(id),
    })}`;
  }
}
