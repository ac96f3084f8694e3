import { nothing, type ReactiveController, type ReactiveElement, type TemplateResult } from "lit";
import { preloadUploader } from "../../load-uploader.ts";
import { addStyles } from "../../ui/add-styles.ts";
import { whenIdle } from "../../ui/when-idle.ts";
import type { AllWords } from "../words/all-words.ts";
import type { ListView, ListViewConfig, ListViewHost } from "./list-view.ts";

export type ListModule = typeof import("./list-view.ts");

/** Import of the list, shared by all elements of the page. */
let loaded: ListModule | null = null;

/** Rejects when the chunk cannot be fetched; the next call tries again. */
export async function loadListView(): Promise<ListModule> {
  loaded ??= await import("./list-view.ts");
  return loaded;
}

/** A pointer or the focus comes before a pick, a drag before a drop. */
const APPROACHES = ["pointerenter", "focusin", "dragenter"] as const;

export interface ListViewLoaderConfig extends ListViewConfig {
  readonly allWords: AllWords;
}

/**
 * Loads the code, the words and the styles of the list: before the first file is added, or when the page is idle. The list
 * also searches for interrupted uploads. Loads the engine as soon as a file may follow.
 */
export class ListViewLoader implements ReactiveController {
  readonly #host: ReactiveElement & ListViewHost;
  readonly #config: ListViewLoaderConfig;
  #view: ListView | null = null;
  #isPreloading = false;

  constructor(host: ReactiveElement & ListViewHost, config: ListViewLoaderConfig) {
    this.#host = host;
    this.#config = config;
    host.addController(this);
  }

  /** Code of the list; null until it is loaded. */
  get module(): ListModule | null {
    return loaded;
  }

  /** The code once its words are loaded, too; null until then. */
  get ready(): ListModule | null {
    return this.#config.allWords.words && loaded;
  }

  /** View of the list; null until it can be drawn. */
  get view(): ListView | null {
    return this.#view;
  }

  /** Whether no file is on the list and the form holds none of an earlier visit. */
  get isEmpty(): boolean {
    const { queue, form } = this.#config;
    return queue.snapshot.uploads.length + form.restored.length === 0;
  }

  async load(): Promise<ListModule> {
    const [module] = await Promise.all([loadListView(), this.#config.allWords.load()]);
    this.#host.requestUpdate();
    return module;
  }

  /** Resolves when the list is loaded, or at once when there is nothing to draw. */
  async complete(): Promise<void> {
    const { queue, intake } = this.#config;
    const isNeeded = !this.isEmpty || intake.paste.text !== null || queue.snapshot.interrupted.length > 0;
    if (!this.#view && isNeeded) await this.load();
    await intake.loaded;
    await this.#view?.complete();
  }

  hostConnected(): void {
    for (const type of APPROACHES) this.#host.addEventListener(type, this.#approach);
  }

  hostDisconnected(): void {
    for (const type of APPROACHES) this.#host.removeEventListener(type, this.#approach);
  }

  hostUpdate(): void {
    const { ready } = this;
    if (!ready || this.#view || !(this.#host.renderRoot instanceof ShadowRoot)) return;
    addStyles(this.#host, ...ready.ListView.styles);
    this.#view = new ready.ListView(this.#host, this.#config);
  }

  hostUpdated(): void {
    this.#preload();
    // For an uploader that the page supplies. The element's own uploader is loaded together with the list.
    this.complete().catch(() => {});
  }

  render(): TemplateResult | typeof nothing {
    const { words } = this.#config.allWords;
    return (words && this.#view?.render(words)) ?? nothing;
  }

  readonly #approach = (): void => {
    if (!this.#config.queue.uploader) preloadUploader();
  };

  /** Loads what the first file needs: the list at once, the engine when the user approaches. */
  #preload(): void {
    if (this.#isPreloading) return;
    this.#isPreloading = true;
    if (this.#config.queue.isSupplied) return;
    whenIdle(() => {
      this.load().catch(() => {});
    });
  }
}
