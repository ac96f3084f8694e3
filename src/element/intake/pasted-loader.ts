import { nothing, type ReactiveControllerHost, type TemplateResult } from "lit";
import { addStyles } from "../../ui/add-styles.ts";
import { loadHints } from "../list/content-lines.ts";
import { isAboutContent, type View } from "../words/view.ts";
import type { PastedText } from "./paste.ts";
import type { PastedSection, PastedSectionConfig } from "./pasted-section.ts";

export interface PastedLoaderConfig extends PastedSectionConfig {
  /** Reports that the section could not be loaded. */
  fail(): void;
}

export interface PastedLoaderHost extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** Loads the section for pasted text when text is first pasted: most visits need none. */
export class PastedLoader {
  readonly #host: PastedLoaderHost;
  readonly #config: PastedLoaderConfig;
  #section: PastedSection | null = null;
  #isLoading = false;

  constructor(host: PastedLoaderHost, config: PastedLoaderConfig) {
    this.#host = host;
    this.#config = config;
  }

  /** Whether there is text that would be lost with the page. */
  get hasText(): boolean {
    return this.#section?.hasText ?? false;
  }

  reset(): void {
    this.#section?.reset();
  }

  render(pasted: PastedText | null, view: View): TemplateResult | typeof nothing {
    if (pasted && !this.#section) this.#load();
    return this.#section && isAboutContent(view) ? this.#section.render(pasted, view) : nothing;
  }

  async #load(): Promise<void> {
    if (this.#isLoading) return;
    this.#isLoading = true;
    try {
      // Not destructured, because Vite 5 and 6 break that in packages.
      const [loaded] = await Promise.all([import("./pasted-section.ts"), loadHints()]);
      addStyles(this.#host, loaded.pastedStyles);
      this.#section = new loaded.PastedSection(this.#host, this.#config);
      this.#host.requestUpdate();
    } catch {
      this.#config.hold(null);
      this.#config.fail();
    } finally {
      this.#isLoading = false;
    }
  }
}
