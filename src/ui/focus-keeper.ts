import type { ReactiveController, ReactiveControllerHost } from "lit";

export interface FocusHost extends ReactiveControllerHost {
  readonly shadowRoot: ShadowRoot | null;
  /** Moves the focus to the element's main control, when no row is left to take it. */
  focus(): void;
}

const ROW = "[data-row]";
const CONTROL = "button:not(:disabled)";

/**
 * Restores the keyboard focus when an update removes or disables the focused button: to the next button of the same row,
 * else to the row itself where it is focusable; when the row is gone, to the button of the same kind, by its part, in the
 * nearest row after it or before it, else to the host. The focus never moves to a button that does something else to another
 * file, nor to a row of another list. After an action that cannot be undone (`data-final`) it moves to the first button of
 * the next row, so that the next key press does not repeat the action.
 */
export class FocusKeeper implements ReactiveController {
  readonly #host: FocusHost;
  #focused: Element | null = null;
  #list: Element | null = null;
  #rowId: string | undefined;
  #rowIndex = 0;
  /** Selector of buttons that do the same. */
  #kind = CONTROL;

  constructor(host: FocusHost) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    this.#focused = this.#host.shadowRoot?.activeElement ?? null;
    const row = this.#focused?.closest<HTMLElement>(ROW);
    this.#list = row?.parentElement ?? null;
    this.#rowId = row?.dataset.row;
    this.#kind = this.#focused?.matches("[data-final]")
      ? CONTROL
      : `[part="${this.#focused?.getAttribute("part")}"]:not(:disabled)`;
    this.#rowIndex = row ? rowsOf(this.#list).indexOf(row) : 0;
  }

  hostUpdated(): void {
    const focused = this.#focused;
    const list = this.#list;
    this.#focused = null;
    this.#list = null;
    if (!focused || (focused.isConnected && focused.matches(":enabled, :not(button)"))) return;
    const rows = list?.isConnected ? rowsOf(list) : [];
    const row = rows.find(({ dataset }) => dataset.row === this.#rowId);
    const nearest = row ? [row] : [...rows.slice(this.#rowIndex), ...rows.slice(0, this.#rowIndex).reverse()];
    const kind = row ? CONTROL : this.#kind;
    const buttons = nearest.map((one) => one.querySelector<HTMLElement>(kind));
    const target = buttons.find(Boolean) ?? nearest[0];
    target?.focus();
    if (!target?.matches(":focus")) this.#host.focus();
  }
}

function rowsOf(list: Element | null): HTMLElement[] {
  return list ? [...list.querySelectorAll<HTMLElement>(`:scope > ${ROW}`)] : [];
}
