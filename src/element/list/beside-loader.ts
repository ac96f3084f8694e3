import { adoptStyles, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from "lit";
import { addEnglish } from "../words/all-words.ts";
import type { View } from "../words/view.ts";
import type { Beside, BesideConfig, BesideView } from "./beside.ts";

type Module = typeof import("./beside.ts");

export interface BesideHost extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
  openPicker(): void;
}

/** Import of the sections, shared by all elements of the page. */
let loaded: Module | null = null;

/** Loads the sections beside the list when one of them has something to show. */
export class BesideLoader implements ReactiveController {
  readonly #host: BesideHost;
  readonly #config: BesideConfig;
  #beside: Beside | null = null;

  constructor(host: BesideHost, config: BesideConfig) {
    this.#host = host;
    this.#config = config;
    host.addController(this);
  }

  hostUpdate(): void {
    if (loaded && this.#isNeeded) this.#create(loaded);
  }

  hostUpdated(): void {
    // Fails without notice: the user did not ask for what these sections show, and the next update tries again.
    this.complete().catch(() => {});
  }

  /** Resolves when the sections are loaded, or at once when they have nothing to show. */
  async complete(): Promise<void> {
    if (!this.#beside && this.#isNeeded) await this.#load();
  }

  /** Offers to return these removed uploads to the list. */
  async offerUndo(ids: readonly string[], sentence: string): Promise<void> {
    (await this.#load()).undo.offer(ids, sentence);
  }

  above(view: BesideView): TemplateResult | undefined {
    return this.#beside?.above(view);
  }

  below(view: View): ReturnType<Beside["undo"]["render"]> | undefined {
    return this.#beside?.undo.render(view);
  }

  get #isNeeded(): boolean {
    const { queue, form } = this.#config;
    return queue.snapshot.interrupted.length + form.restored.length > 0;
  }

  async #load(): Promise<Beside> {
    const module = await import("./beside.ts");
    addEnglish(module.sentences);
    loaded = module;
    this.#host.requestUpdate();
    return this.#create(module);
  }

  #create({ Beside }: Module): Beside {
    if (this.#beside) return this.#beside;
    const { renderRoot } = this.#host;
    if (renderRoot instanceof ShadowRoot) addStyles(renderRoot, Beside.styles);
    this.#beside = new Beside(this.#host, this.#config);
    return this.#beside;
  }
}

/** Adds style sheets behind those that the shadow root has. */
function addStyles(root: ShadowRoot, styles: Module["Beside"]["styles"]): void {
  const before = [...(root.adoptedStyleSheets ?? [])];
  adoptStyles(root, styles);
  root.adoptedStyleSheets = [...before, ...root.adoptedStyleSheets.filter((sheet) => !before.includes(sheet))];
}
