import { html, LitElement, nothing, type TemplateResult } from "lit";
import type { EndpointFunctions, HeadersSource } from "../connect-files.ts";
import type { UploadError } from "../engine/errors.ts";
import type { HostFile } from "../engine/session/host-files.ts";
import { warn } from "../ui/developer-warnings.ts";
import { ExposedStates } from "../ui/exposed-states.ts";
import { FocusKeeper } from "../ui/focus-keeper.ts";
import { internalsOf } from "../ui/internals-of.ts";
import { directionOf } from "../ui/language.ts";
import { listStyles } from "../ui/list-styles.ts";
import { LiveRegion } from "../ui/live-region.ts";
import { noticeStyles } from "../ui/notice-styles.ts";
import { property } from "../ui/property.ts";
import { Sentences } from "../ui/sentences.ts";
import { spoken } from "../ui/spoken.ts";
import { summaryStyles } from "../ui/summary-styles.ts";
import { Ticker } from "../ui/ticker.ts";
import { tokens } from "../ui/tokens.ts";
import { ActionsLoader } from "./actions/actions-loader.ts";
import { FilesLoadEvent } from "./events.ts";
import { type Cause, FilesController } from "./loading/files-controller.ts";
import { pageSizeOf, type ShownPage } from "./loading/paging.ts";
import type { FilesSettings } from "./loading/settings.ts";
import { calm, empty, listFailed, skeleton, waitWords } from "./notices/notices.ts";
import { problemOf } from "./notices/problems.ts";
import { SearchLoader } from "./search/search-loader.ts";
import { filesStyles } from "./table/files-styles.ts";
import { header, rangeOf } from "./table/header.ts";
import { table } from "./table/table.ts";
import { FILES_BUILT_IN, FILES_LOCALES } from "./words/locales.ts";
import type { FilesMessageOverrides, FilesMessages } from "./words/messages.ts";
import type { FilesView } from "./words/view.ts";

/** Time for a page to set the endpoint after it attached the element. After that, a missing endpoint is logged. */
const GRACE_MS = 500;

const NO_FILES: readonly HostFile[] = [];

/**
 * Shows the files that your server lets this user see, newest first and page by page, with their status. Completed files can
 * be downloaded, pending files cancelled. The list follows every `<lightfield-uploader>` of the page automatically.
 *
 * Above more than eight files are a search field and a choice of the order. Your endpoint can do neither, so that the element
 * loads the first hundred files for it, and more, up to 10,000, if the user wants that. It says how many files a result covers.
 *
 * Reading is off until `authorize` of your token endpoint allows it: return `reads: { ids }` for the files of this user in
 * your own records, and `reads: true` only for users who may see every file of the workspace.
 *
 * The language is that of `locale`, else of the closest `lang` attribute, if it is one of the uploader's eighteen, else English. `messages`
 * replaces any sentence.
 *
 * @summary A list of files uploaded to Lightfield: paged, downloadable, accessible.
 * @tag lightfield-files
 *
 * @slot heading - Heading of the list.
 * @slot empty - Content in place of the list while there are no files.
 *
 * @fires {FilesLoadEvent} files-load - A page of files was loaded and is shown.
 * @fires {FileOpenEvent} file-open - A file is about to be opened; `preventDefault()` leaves that to the page.
 * @fires {FileCancelEvent} file-cancel - A pending file was cancelled.
 *
 * @csspart summary - Header with the heading, the range and the buttons.
 * @csspart summary-title - Heading of the list.
 * @csspart tools - Search field and choice of the order, above more than eight files.
 * @csspart search - Frame of the search field with its icon and button.
 * @csspart search-field - Field for a part of a name.
 * @csspart clear-search-button - Button that empties the search field.
 * @csspart sort - Choice of the order with its icon.
 * @csspart sort-field - Choice of the order: by age, name or size.
 * @csspart search-note - Note that not all files were searched.
 * @csspart load-all-button - Button that includes more files in the search, or tries again to load them.
 * @csspart column - Heading of a column in a wide list.
 * @csspart file-icon - Sign of a file: the ending of its name, or an icon.
 * @csspart size - Size of a file.
 * @csspart time - Age of a file, or the time when it was added.
 * @csspart range - Text that says which files of how many are shown.
 * @csspart previous-button - Button that shows the previous page of files.
 * @csspart next-button - Button that shows the next page of files.
 * @csspart refresh-button - Button that loads the list again.
 * @csspart file-list - List of files.
 * @csspart file - One file of the list.
 * @csspart name - Name of a file.
 * @csspart status - Status of a file in words.
 * @csspart open-button - Button that opens or downloads a completed file.
 * @csspart cancel-button - Button that cancels a pending file.
 * @csspart empty - Text in place of the list while there are no files.
 * @csspart notice - Message about an error or a wait.
 * @csspart notice-title - First line of a message about an error.
 * @csspart notice-text - Text of a message.
 * @csspart dismiss-button - Button that removes a message.
 * @csspart error - Message about something that failed.
 * @csspart detail - Words of the page's owner after the reason.
 * @csspart retry-button - Button that loads the list again after an error.
 * @csspart open-link - Link that opens a file when the browser has blocked the tab.
 *
 * @cssprop [--lf-uploader-accent=light-dark(#3d5bd9, #8fa6ff)] - Colour of links.
 * @cssprop [--lf-uploader-danger=light-dark(#bf2630, #ff9592)] - Colour of failures.
 * @cssprop [--lf-uploader-success=light-dark(#157347, #5bd197)] - Colour of completed files.
 * @cssprop [--lf-uploader-caution=light-dark(#8a5a00, #f2b84b)] - Colour of pending files.
 * @cssprop [--lf-uploader-focus] - Colour of the ring around the focused control; the accent colour unless set.
 * @cssprop [--lf-uploader-text=currentcolor] - Colour of text; softer text colours are mixed from it.
 * @cssprop [--lf-uploader-surface] - Background of the list; a trace of the text colour unless set.
 * @cssprop [--lf-uploader-border] - Colour of lines; mixed from the text colour unless set.
 * @cssprop [--lf-uploader-border-width=1px] - Width of lines; other edges and the focus ring derive from it.
 * @cssprop [--lf-uploader-radius=12px] - Radius of the outer corners.
 * @cssprop [--lf-uploader-control-radius] - Radius of the buttons; slightly smaller than the outer corners unless set.
 * @cssprop [--lf-uploader-gap=12px] - Space between messages and the list.
 * @cssprop [--lf-uploader-font=inherit] - Font family.
 * @cssprop [--lf-uploader-font-size=0.9375rem] - Font size of names and headings; other text is slightly smaller.
 * @cssprop [--lf-uploader-list-height=32rem] - Largest height of the list before it scrolls.
 *
 * @cssState loading - Files are being loaded.
 * @cssState waiting - Loading continues when the server is less busy, or the network is back.
 * @cssState empty - There are no files.
 * @cssState has-files - At least one file is shown.
 * @cssState has-errors - The files could not be loaded.
 */
export class LightfieldFiles extends LitElement {
  static override readonly styles = [tokens, listStyles, summaryStyles, noticeStyles, filesStyles];

  /** URL of your token endpoint; as a property also an object of functions that do the same. */
  @property() endpoint: string | EndpointFunctions | null = null;

  /** Number of files on a page, 25 at most. */
  @property({ type: Number, attribute: "page-size" }) pageSize = 25;

  /**
   * Where files open that the browser can show: "_blank" is a new tab, others are "_self" or the name of a frame. Files
   * that the storage serves as downloads leave no tab behind and never replace the page.
   */
  @property() target = "_blank";

  /** Language of all text, as a tag like "de" or "pt-BR"; by default that of the closest `lang` attribute. */
  @property() locale = "";

  /** Whether cookies are sent with the calls to the endpoint: "omit", "same-origin" or "include". */
  @property() credentials: "" | "omit" | "same-origin" | "include" = "";

  /** Headers of the calls to the endpoint, or a function that returns them for each call. */
  @property({ attribute: false }) headers: HeadersSource | null = null;

  /** Your own sentences, in place of built-in ones. */
  @property({ attribute: false }) messages: FilesMessageOverrides | null = null;

  readonly #internals = internalsOf(this);
  readonly #states = new ExposedStates(this.#internals);
  readonly #region = new LiveRegion(this);

  readonly #sentences = new Sentences<FilesMessages>(this, FILES_BUILT_IN, FILES_LOCALES);

  readonly #list = new FilesController(this, {
    settings: () => this.#settings,
    onLoad: (page, cause) => this.#announcePage(page, cause),
    onWait: (wait, cause) => {
      if (cause === "person") this.#region.speak(spoken(waitWords(wait, this.#view)));
    },
    onFailure: (error, cause) => this.#announceFailure(error, cause),
  });

  readonly #search = new SearchLoader(this, {
    list: this.#list,
    view: () => this.#view,
    say: (sentence) => this.#region.speak(sentence),
  });

  readonly #actions = new ActionsLoader(this, {
    list: this.#list,
    region: this.#region,
    view: () => this.#view,
    onChanged: this.#search.replace,
  });

  #grace: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    new FocusKeeper(this);
    // Waits are shown with their remaining seconds, files with their age in minutes.
    new Ticker(this, () => (this.#isWaiting ? 1000 : 60_000));
  }

  /** Files of the shown page: newest first, unless the user has chosen another order. */
  get files(): readonly HostFile[] {
    return this.#shown?.files ?? NO_FILES;
  }

  /** Number of files on all pages; null until the list is loaded. */
  get totalCount(): number | null {
    return this.#list.page?.totalCount ?? null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#grace = setTimeout(() => {
      if (this.endpoint) return;
      warn(this, { code: "endpoint-missing" });
    }, GRACE_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#grace);
  }

  /** Loads the shown page again. Resolves when it is loaded or could not be loaded; never rejects. */
  async refresh(): Promise<void> {
    // Applies settings that have just changed.
    await this.updateComplete;
    await this.#list.refresh("quiet");
    await this.updateComplete;
  }

  /** Focuses the button that loads the list again. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>(".refresh")?.focus(options);
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#sentences.loaded;
    return super.getUpdateComplete();
  }

  protected override render(): TemplateResult {
    const view = this.#view;
    const { phase } = this.#list;
    const { language } = view.formats;
    return html`<div class=${this.#sentences.isSilent ? "root silent" : "root"} lang=${language ?? nothing} dir=${directionOf(language) ?? nothing}>
      ${this.#actions.render(view)}
      ${phase.kind === "failed" ? listFailed(phase.error, view, this.#refresh) : nothing}
      ${phase.kind === "waiting" ? calm(waitWords(phase.wait, view)) : nothing}
      ${this.endpoint ? this.#renderCard(view) : calm(view.messages.notSetUp)}
      <div class="spoken" role="status">${this.#region.text}</div>
    </div>`;
  }

  protected override firstUpdated(): void {
    this.#internals.role = "group";
  }

  protected override updated(): void {
    const { phase, page } = this.#list;
    this.#internals.ariaLabel = this.#sentences.words.messages.label;
    const on = new Set<string>();
    if (phase.kind === "loading" || phase.kind === "waiting") on.add(phase.kind);
    if (phase.kind === "failed") on.add("has-errors");
    if (page) on.add(page.files.length > 0 ? "has-files" : "empty");
    this.#states.set(on);
  }

  #renderCard(view: FilesView): TemplateResult {
    const { phase } = this.#list;
    const { active } = this.#search;
    const page = this.#shown;
    // On a server nothing starts loading.
    const loading = phase.kind !== "failed" && phase.kind !== "settled";
    const { isBusy, open, cancel } = this.#actions;
    const pages = active ?? this.#list;
    const { hasPrevious, hasNext } = pages;
    const turn = (direction: 1 | -1) => {
      // The next page begins at its top.
      this.renderRoot.querySelector(".files")?.scrollTo(0, 0);
      pages.turn(direction);
    };
    const body = !page
      ? loading && skeleton()
      : page.files.length === 0
        ? (active?.renderNone(view) ?? empty(view))
        : table(page.files, { ...view, loading, isBusy, open, cancel });
    return html`<div class="card">
      ${header({ ...view, page, loading, hasPrevious, hasNext, turn, refresh: this.#refresh })}
      ${this.#search.render(view)}
      ${body || nothing}
    </div>`;
  }

  /** The page of the list, or of what was found in it. */
  get #shown(): ShownPage | null {
    return this.#search.active?.page ?? this.#list.page;
  }

  get #isWaiting(): boolean {
    return this.#list.phase.kind === "waiting" || this.#actions.isWaiting || Boolean(this.#search.active?.isWaiting);
  }

  get #view(): FilesView {
    return { ...this.#sentences.words, now: Date.now() };
  }

  get #settings(): FilesSettings | null {
    const { endpoint, headers, credentials } = this;
    if (!endpoint) return null;
    return {
      endpoint,
      headers: headers ?? undefined,
      credentials: credentials || undefined,
      pageSize: pageSizeOf(this.pageSize),
    };
  }

  readonly #refresh = (): void => {
    this.#actions.dismiss();
    void this.#list.refresh("person");
  };

  #announcePage(page: ShownPage, cause: Cause): void {
    const view = this.#view;
    this.#search.follow(page, cause);
    if (cause === "person" || cause === "upload") {
      this.#region.speak(view.messages.announceShown(rangeOf(this.#shown ?? page, view)));
    }
    const { files, offset, totalCount } = page;
    this.dispatchEvent(new FilesLoadEvent({ files, offset, totalCount }));
  }

  #announceFailure(error: UploadError, cause: Cause): void {
    const { because, listFailed, problems } = this.#view.messages;
    warn(this, { error, prevents: "list", hasWorked: Boolean(this.#list.page) });
    if (cause !== "start") this.#region.speak(because(listFailed, problems[problemOf(error)]));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "lightfield-files": LightfieldFiles;
  }
}
