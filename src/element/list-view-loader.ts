import { adoptStyles, type ReactiveController, type ReactiveElement } from "lit";

export type ListView = typeof import("./list-view.ts");

/** One for all elements of the page. */
let loaded: ListView | null = null;

/** Rejects when the chunk cannot be fetched; the next call tries again. */
export async function loadListView(): Promise<void> {
  loaded ??= await import("./list-view.ts");
}

/** Brings in what draws the list, with its styles, when there is a list to draw. */
export class ListViewLoader implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #isNeeded: () => boolean;
  #isStyled = false;

  constructor(host: ReactiveElement, isNeeded: () => boolean) {
    this.#host = host;
    this.#isNeeded = isNeeded;
    host.addController(this);
  }

  get view(): ListView | null {
    return loaded;
  }

  /** Resolves when the list can be seen, if there is one. */
  async complete(): Promise<void> {
    if (loaded || !this.#isNeeded()) return;
    await loadListView();
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    const { renderRoot } = this.#host;
    if (!loaded || this.#isStyled || !(renderRoot instanceof ShadowRoot)) return;
    this.#isStyled = true;
    const { elementStyles } = this.#host.constructor as typeof ReactiveElement;
    adoptStyles(renderRoot, [...elementStyles, loaded.listStyles, loaded.interruptedStyles]);
  }

  hostUpdated(): void {
    // Only with an uploader that the page supplied: our own comes together with the list.
    this.complete().catch(() => {});
  }
}
