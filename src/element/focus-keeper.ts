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
 * button, else the row that moved up, else the row above, else the browse button.
 */
export class FocusKeeper implements ReactiveController {
  readonly #host: FocusHost;
  #focused: Element | null = null;
  #rowId: string | undefined;
  #rowIndex = 0;

  constructor(host: FocusHost) {
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
    const root = this.#host.shadowRoot;
    const focused = this.#focused;
    this.#focused = null;
    if (!focused || (focused.isConnected && focused.matches(":enabled, :not(button)"))) return;
    const rows = rowsOf(root);
    const row =
      this.#rowIndex < 0
        ? undefined
        : (rows.find(({ dataset }) => dataset.row === this.#rowId) ?? rows[this.#rowIndex] ?? rows.at(-1));
    const control = row?.querySelector<HTMLElement>(CONTROL);
    if (control) control.focus();
    else this.#host.focus();
  }
}

function rowsOf(root: ShadowRoot | null): HTMLElement[] {
  return root ? [...root.querySelectorAll<HTMLElement>(ROW)] : [];
}
