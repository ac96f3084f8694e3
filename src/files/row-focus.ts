import type { ReactiveController, ReactiveControllerHost } from "lit";

export interface RowFocusHost extends ReactiveControllerHost {
  readonly shadowRoot: ShadowRoot | null;
  /** Where the focus goes when there is no row. */
  focus(): void;
}

const ROW = "[data-row]";

/**
 * Keeps the keyboard's place when the focused button goes away: the same file's next button, else its row, which a screen
 * reader then reads with its new status, else the row that took its place. A row that moved keeps its focus by itself.
 */
export class RowFocus implements ReactiveController {
  readonly #host: RowFocusHost;
  #focused: Element | null = null;
  #rowId: string | undefined;
  #rowIndex = -1;

  constructor(host: RowFocusHost) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    const root = this.#host.shadowRoot;
    this.#focused = root?.activeElement ?? null;
    const row = this.#focused?.closest<HTMLElement>(ROW);
    this.#rowId = row?.dataset.row;
    this.#rowIndex = row ? rowsOf(root).indexOf(row) : -1;
  }

  hostUpdated(): void {
    const focused = this.#focused;
    this.#focused = null;
    if (!focused || focused.isConnected) return;
    const rows = this.#rowIndex < 0 ? [] : rowsOf(this.#host.shadowRoot);
    const row = rows.find(({ dataset }) => dataset.row === this.#rowId) ?? rows[this.#rowIndex] ?? rows.at(-1);
    const next = row?.querySelector<HTMLElement>("button") ?? row;
    if (next) next.focus();
    else this.#host.focus();
  }
}

function rowsOf(root: ShadowRoot | null): HTMLElement[] {
  return root ? [...root.querySelectorAll<HTMLElement>(ROW)] : [];
}
