import { html, nothing, type ReactiveController, type TemplateResult } from "lit";
import type { RemoteFile } from "../../engine/ports.ts";
import type { Cause } from "../loading/files-controller.ts";
import type { ShownPage } from "../loading/paging.ts";
import type { FilesView } from "../words/view.ts";
import type { FileSearch, FileSearchConfig, FileSearchHost } from "./file-search.ts";

/** Number of files up to which neither search nor order is offered. */
const FEW = 8;

/** Loads search and order when there are more files than people take in at a glance. */
export class SearchLoader implements ReactiveController {
  readonly #host: FileSearchHost;
  readonly #config: FileSearchConfig;
  #search: FileSearch | null = null;
  #loading: Promise<void> | null = null;
  #hasFailed = false;

  constructor(host: FileSearchHost, config: FileSearchConfig) {
    this.#host = host;
    this.#config = config;
    host.addController(this);
  }

  /** The search, while it shows other files than the page of the list; else null. */
  get active(): FileSearch | null {
    return this.#search?.isActive ? this.#search : null;
  }

  /** Follows a page that the list has loaded. */
  follow(page: ShownPage, cause: Cause): void {
    this.#hasFailed = false;
    this.#search?.follow(page, cause);
  }

  /** Follows the result of a call about a file. */
  readonly replace = (file: RemoteFile): void => this.#search?.replace(file);

  /** Field and choice, in a place that is kept free for them from the start. */
  render(view: FilesView): TemplateResult | typeof nothing {
    if (!this.#isWanted) return nothing;
    return html`<div class="tools" part="tools">${this.#search?.render(view)}</div>${this.#search?.renderNote(view)}`;
  }

  hostUpdate(): void {
    // Of another list, or none.
    if (!this.#config.list.page) this.#search?.reset();
  }

  hostUpdated(): void {
    if (this.#isWanted && !this.#search) this.#loading ??= this.#load();
  }

  /** Moving an element removes and inserts it in one task. */
  hostDisconnected(): void {
    queueMicrotask(() => this.#host.isConnected || this.#search?.reset());
  }

  get #isWanted(): boolean {
    const { page } = this.#config.list;
    return Boolean(this.active) || (!this.#hasFailed && Boolean(page && page.totalCount > FEW));
  }

  async #load(): Promise<void> {
    try {
      // Not destructured, because Vite 5 and 6 break that in packages.
      const loaded = await import("./file-search.ts");
      this.#search = new loaded.FileSearch(this.#host, this.#config);
    } catch {
      // The next page tries again. Nothing is missing that the user has asked for.
      this.#loading = null;
      this.#hasFailed = true;
    }
    this.#host.requestUpdate();
  }
}
