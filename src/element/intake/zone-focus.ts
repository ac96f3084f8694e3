import type { ReactiveController, ReactiveControllerHost } from "lit";

export interface ZoneFocusHost extends ReactiveControllerHost, HTMLElement {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** Moves the focus to the button that opens the picker, or to the drop zone while the button cannot have it. */
export class ZoneFocus implements ReactiveController {
  readonly #host: ZoneFocusHost;

  constructor(host: ZoneFocusHost) {
    this.#host = host;
    host.addController(this);
  }

  focus(options?: FocusOptions): void {
    this.#button?.focus(options);
    // The button may be disabled, or an element that cannot have the focus.
    if (!this.#host.matches(":focus-within")) this.#zone?.focus(options);
  }

  /**
   * Element at which the browser shows a validation message, which it does only if the element is focusable. Whether the
   * button is visible is checked only when the message is shown, because it costs a layout.
   */
  anchor(isShown: boolean): HTMLElement | null {
    const button = isShown ? this.#button : null;
    const isFit = button && button.tabIndex >= 0 && !button.matches(":disabled") && button.checkVisibility();
    return isFit ? button : this.#zone;
  }

  /** Follows the button, which disappears while the zone has no room for it. */
  hostUpdated(): void {
    const zone = this.#zone;
    if (zone?.matches(".resting:focus-within")) zone.focus();
    else if (zone?.matches(":focus")) this.focus();
  }

  /** The page's own button from the slot, or the built-in one. */
  get #button(): HTMLElement | null {
    const slotted = this.#find<HTMLSlotElement>("slot[name=browse-button]")?.assignedElements()[0];
    // Not by its class: the page may have moved the element to another window, which has other classes.
    return (slotted as HTMLElement | undefined) ?? this.#find(".browse");
  }

  get #zone(): HTMLElement | null {
    return this.#find(".zone");
  }

  #find<E extends HTMLElement>(selector: string): E | null {
    return this.#host.renderRoot?.querySelector<E>(selector) ?? null;
  }
}
