import { adoptStyles, type ReactiveController, type ReactiveElement } from "lit";
import type { ListView } from "./list-view.ts";

type Module = typeof import("./list-view.ts");

/** One for all elements of the page. */
let loaded: Module | null = null;

/** Rejects when the chunk cannot be fetched; the next call tries again. */
export async function loadListView(): Promise<Module> {
  loaded ??= await import("./list-view.ts");
  return loaded;
}

export interface ListViewLoaderConfig {
  make(module: Module): ListView;
  /** Resolves when its words are there. */
  loadWords(): Promise<void>;
  /** There is something to list. */
  isNeeded(): boolean;
}

/** Brings in what draws the list, with its styles, when there is a list to draw. */
export class ListViewLoader implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #config: ListViewLoaderConfig;
  #hasWords = false;
  #view: ListView | null = null;

  constructor(host: ReactiveElement, config: ListViewLoaderConfig) {
    this.#host = host;
    this.#config = config;
    host.addController(this);
  }

  /** Null while it is not there. */
  get view(): ListView | null {
    return this.#view;
  }

  async load(): Promise<void> {
    await Promise.all([loadListView(), this.#config.loadWords()]);
    this.#hasWords = true;
    this.#host.requestUpdate();
  }

  /** Resolves when the list can be seen, if there is one. */
  async complete(): Promise<void> {
    if (!this.#view && this.#config.isNeeded()) await this.load();
  }

  hostUpdate(): void {
    const { renderRoot } = this.#host;
    if (!loaded || !this.#hasWords || this.#view || !(renderRoot instanceof ShadowRoot)) return;
    const { elementStyles } = this.#host.constructor as typeof ReactiveElement;
    adoptStyles(renderRoot, [...elementStyles, ...loaded.ListView.styles]);
    this.#view = this.#config.make(loaded);
  }

  hostUpdated(): void {
    // Only with an uploader that the page supplied: our own comes together with the list.
    this.complete().catch(() => {});
  }
}
