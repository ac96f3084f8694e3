/** Search and order of the list, as a chunk of its own that is loaded when there are more than a few files. */
import type { ReactiveControllerHost, TemplateResult } from "lit";
import type { RemoteFile } from "../../engine/ports.ts";
import type { HostFile } from "../../engine/session/host-files.ts";
import { addStyles } from "../../ui/add-styles.ts";
import { quotedName } from "../../ui/file-names.ts";
import type { Cause, FilesController } from "../loading/files-controller.ts";
import type { ShownPage } from "../loading/paging.ts";
import { rangeOf } from "../table/header.ts";
import type { FilesView } from "../words/view.ts";
import { Collection, united } from "./collection.ts";
import { folded, wordsOf } from "./matching.ts";
import type { SearchMessages } from "./messages.ts";
import { inOrder, ORDERS, type Order } from "./order.ts";
import { searchStyles } from "./search-styles.ts";
import { SearchWords } from "./search-words.ts";
import { noMatch, type SearchView, searchNote, toolbar } from "./toolbar.ts";

/** Number of files that a search loads by itself; the others only if the user wants that. */
const FIRST = 100;
/** Number of files that each press of the button adds: an endpoint may have to ask Lightfield about every single one. */
const STEP = 1000;
/** Largest number of files that are searched. */
const MOST = 10_000;
/** Time in milliseconds after which files that were loaded for an earlier search are loaded again. */
const STALE_MS = 60_000;
/** Time without typing in milliseconds after which the result is announced. */
const PAUSE_MS = 700;

export interface FileSearchHost extends ReactiveControllerHost {
  readonly isConnected: boolean;
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly messages: object | null;
}

export interface FileSearchConfig {
  readonly list: FilesController;
  view(): FilesView;
  /** Announces a sentence to screen readers. */
  say(sentence: string): void;
}

export class FileSearch {
  readonly #host: FileSearchHost;
  readonly #config: FileSearchConfig;
  readonly #words = new SearchWords();
  readonly #collection: Collection;
  readonly #names = new WeakMap<HostFile, string>();
  #query = "";
  #order: Order = ORDERS[0];
  #offset = 0;
  #loadedAt = Number.NEGATIVE_INFINITY;
  /** The last results, which are asked for several times in each update. */
  #known: { readonly page: ShownPage; readonly files: readonly HostFile[]; readonly all: readonly HostFile[] } | null =
    null;
  #last: { readonly all: readonly HostFile[]; readonly key: string; readonly found: readonly HostFile[] } | null = null;
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor(host: FileSearchHost, config: FileSearchConfig) {
    this.#host = host;
    this.#config = config;
    this.#collection = new Collection(config.list, () => host.requestUpdate());
    addStyles(host, searchStyles);
  }

  /** Whether the list shows what was found, or another order than that of its pages. */
  get isActive(): boolean {
    return this.#query.trim() !== "" || this.#order !== ORDERS[0];
  }

  /** Whether the user waits for pages that are searched. */
  get isWaiting(): boolean {
    return this.isActive && this.#collection.phase.kind === "waiting";
  }

  /** Part of the found files that is shown; null when the list shows its page. */
  get page(): ShownPage | null {
    const { page } = this.#config.list;
    if (!page || !this.isActive) return null;
    const found = this.#found(page);
    const { pageSize } = this.#config.list;
    // Files may have been removed since.
    const last = Math.max(0, Math.ceil(found.length / pageSize) - 1) * pageSize;
    this.#offset = Math.min(this.#offset, last);
    const end = this.#offset + pageSize;
    return {
      files: found.slice(this.#offset, end),
      offset: this.#offset,
      hasNext: end < found.length,
      totalCount: found.length,
    };
  }

  get hasPrevious(): boolean {
    return this.#offset > 0;
  }

  get hasNext(): boolean {
    return this.page?.hasNext ?? false;
  }

  turn(direction: 1 | -1): void {
    this.#offset = Math.max(0, this.#offset + direction * this.#config.list.pageSize);
    this.#host.requestUpdate();
    this.#saySoon();
  }

  /** Follows a page that the list has loaded. */
  follow(page: ShownPage, cause: Cause): void {
    const loaded = this.#collection.files.length;
    if (loaded === 0) return;
    // To load many pages again is worth it only when the user asks for it.
    const isWorthLoading = cause === "person" || (cause === "quiet" && loaded <= FIRST);
    if (this.isActive && isWorthLoading) void this.#load(loaded);
    else this.#collection.merge(page);
  }

  /** Follows the result of a call about a file. */
  replace(file: RemoteFile): void {
    this.#collection.replace(file);
  }

  /** Ends the search, because the list is another one or not shown any more. */
  reset(): void {
    clearTimeout(this.#pause);
    this.#query = "";
    this.#order = ORDERS[0];
    this.#offset = 0;
    this.#loadedAt = Number.NEGATIVE_INFINITY;
    this.#collection.clear();
  }

  /** Search field and choice of an order. */
  render(view: FilesView): TemplateResult | null {
    const searchView = this.#view(view);
    return searchView && toolbar(searchView);
  }

  /** Note that not all files were searched; null when all were. */
  renderNote(view: FilesView): TemplateResult | null {
    const searchView = this.isActive ? this.#view(view) : null;
    return searchView && searchNote(searchView);
  }

  /** Text in place of the list while nothing is found. */
  renderNone(view: FilesView): TemplateResult | null {
    const searchView = this.#view(view);
    return searchView && noMatch(searchView);
  }

  /** Null while its first sentences are loading. */
  #view(view: FilesView): SearchView | null {
    const words = this.#wordsFor(view);
    if (!words) return null;
    const { page } = this.#config.list;
    const { phase, isComplete } = this.#collection;
    const loaded = page ? this.#all(page).length : 0;
    const total = !page || isWhole(page) || isComplete ? loaded : Math.max(page.totalCount, loaded);
    return {
      ...view,
      words,
      query: this.#query,
      order: this.#order,
      loaded,
      total,
      more:
        loaded >= Math.min(total, MOST) ? null : total > Math.min(loaded + STEP, MOST) ? words.loadMore : words.loadAll,
      phase,
      search: (query) => this.#change(query, this.#order),
      sort: (order) => this.#change(this.#query, order),
      load: () => void this.#load(Math.min(loaded + STEP, MOST), true),
    };
  }

  #wordsFor({ formats }: FilesView): SearchMessages | null {
    const update = () => this.#host.requestUpdate();
    return this.#words.sentences(formats.language ?? "en", this.#host.messages, update);
  }

  #change(query: string, order: Order): void {
    const isNew = !this.isActive;
    this.#query = query;
    this.#order = order;
    this.#offset = 0;
    this.#host.requestUpdate();
    const { list } = this.#config;
    const { page } = list;
    if (!page || !this.isActive) return;
    this.#saySoon();
    // After the search the list begins at its first page, which the found files include.
    list.turn("first");
    if (isNew && !isWhole(page) && Date.now() - this.#loadedAt > STALE_MS) void this.#load(FIRST);
  }

  async #load(count: number, continues = false): Promise<void> {
    this.#loadedAt = Date.now();
    await this.#collection.load(count, continues);
    if (this.isActive) this.#saySoon();
  }

  /** All files that are known. */
  #all(page: ShownPage): readonly HostFile[] {
    const { files } = this.#collection;
    if (isWhole(page)) return page.files;
    if (this.#known?.page !== page || this.#known.files !== files)
      this.#known = { page, files, all: united(page.files, files) };
    return this.#known.all;
  }

  #found(page: ShownPage): readonly HostFile[] {
    const all = this.#all(page);
    const { language } = this.#config.view().formats;
    const key = `${this.#order} ${language} ${this.#query}`;
    if (this.#last?.all !== all || this.#last.key !== key) {
      const words = wordsOf(this.#query);
      const matching = all.filter((file) => words.every((word) => this.#folded(file).includes(word)));
      this.#last = { all, key, found: inOrder(matching, this.#order, language) };
    }
    return this.#last.found;
  }

  #folded(file: HostFile): string {
    const known = this.#names.get(file) ?? folded(file.filename);
    this.#names.set(file, known);
    return known;
  }

  #saySoon(): void {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => {
      const { page } = this;
      if (!page) return;
      const view = this.#config.view();
      const none = page.totalCount === 0 && this.#wordsFor(view)?.none(quotedName(this.#query.trim()));
      this.#config.say(none || view.messages.announceShown(rangeOf(page, view)));
    }, PAUSE_MS);
  }
}

/** Whether the page has all files of the list. */
function isWhole({ offset, hasNext }: ShownPage): boolean {
  return offset === 0 && !hasNext;
}
