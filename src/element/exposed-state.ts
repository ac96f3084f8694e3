import type { ReactiveController, ReactiveControllerHost } from "lit";
import { ExposedStates } from "../ui/exposed-states.ts";
import { customStates } from "./custom-states.ts";
import type { FormParticipation } from "./form/form-participation.ts";
import type { FileIntake } from "./intake/file-intake.ts";
import type { UploadsController } from "./uploads-controller.ts";
import type { FirstMessages } from "./words/messages.ts";

export interface ExposedStateConfig {
  readonly internals: ElementInternals;
  readonly queue: UploadsController;
  readonly form: FormParticipation;
  readonly intake: FileIntake;
  messages(): FirstMessages;
}

/** Exposes role, name and custom states of the element to assistive technology and to style sheets. */
export class ExposedState implements ReactiveController {
  readonly #config: ExposedStateConfig;
  readonly #states: ExposedStates;

  constructor(host: ReactiveControllerHost, config: ExposedStateConfig) {
    this.#config = config;
    this.#states = new ExposedStates(config.internals);
    host.addController(this);
  }

  hostUpdated(): void {
    const { internals, queue, form, intake, messages } = this.#config;
    // Firefox builds the accessible element anew whenever its role is set, even to the same: announcements would get lost.
    internals.role ??= "group";
    // An ARIA label would take precedence over a `label` element.
    const label = internals.labels.length > 0 ? null : messages().label;
    if (internals.ariaLabel !== label) internals.ariaLabel = label;
    this.#states.set(customStates(queue.snapshot, form.restored.length, intake.verdict));
  }
}
