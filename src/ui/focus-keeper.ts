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
 * else to the row itself where it is focusable, else to the row that took its place, else to the host. The focus never
 * moves to a row of another list, where the next key press would do something else.
 */
export class FocusKeeper implements ReactiveController {
  readonly #host: FocusHost;
  #focused: Element | null = null;
  #list: Element | null = null;
  #rowId: string | undefined;
  #rowIndex = 0;

  constructor(host: FocusHost) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    this.#focused = this.#host.shadowRoot?.activeElement ?? null;
    const row = this.#focused?.closest<HTMLElement>(ROW);
    this.#list = row?.parentElement ?? null;
    this.#rowId = row?.dataset.row;
    this.#rowIndex = row ? rowsOf(this.#list).indexOf(row) : 0;
  }

  hostUpdated(): void {
    const focused = this.#focused;
    const list = this.#list;
    this.#focused = null;
    this.#list = null;
    if (!focused || (focused.isConnected && focused.matches(":enabled, :not(button)"))) return;
    const rows = list?.isConnected ? rowsOf(list) : [];
    const row = rows.find(({ dataset }) => dataset.row === this.#rowId) ?? rows[this.#rowIndex] ?? rows.at(-1);
    const target = row?.querySelector<HTMLElement>(CONTROL) ?? row;
    target?.focus();
    if (!target?.matches(":focus")) this.#host.focus();
  }
}

function rowsOf(list: Element | null): HTMLElement[] {
  return list ? [...list.querySelectorAll<HTMLElement>(`:scope > ${ROW}`)] : [];
}
