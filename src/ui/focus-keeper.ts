import type { ReactiveController, ReactiveControllerHost } from "lit";

export interface FocusHost extends ReactiveControllerHost {
  readonly shadowRoot: ShadowRoot | null;
  /** Where the focus goes when nothing nearer is left. */
  focus(): void;
}

const ROW = "[data-row]";
const CONTROL = "button:not(:disabled)";

/**
 * Keeps the keyboard's place when the focused button goes away with its row, or with what it was for: the same row's next
 * button, else the row that moved up, else the row above, else the browse button. Never in another list, where the next
 * press of the key would mean something else.
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
    const control = row?.querySelector<HTMLElement>(CONTROL);
    if (control) control.focus();
    else this.#host.focus();
  }
}

function rowsOf(list: Element | null): HTMLElement[] {
  return list ? [...list.querySelectorAll<HTMLElement>(`:scope > ${ROW}`)] : [];
}
