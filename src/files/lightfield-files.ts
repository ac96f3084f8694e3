import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import type { EndpointFunctions, HeadersSource } from "../connect-files.ts";
import { UploadError } from "../engine/errors.ts";
import type { HostFile } from "../engine/host-files.ts";
import { applyStates } from "../ui/apply-states.ts";
import { quotedName } from "../ui/file-names.ts";
import { createFormats, supported } from "../ui/format.ts";
import { directionOf, Sentences } from "../ui/language.ts";
import { listStyles } from "../ui/list-styles.ts";
import { noticeStyles } from "../ui/notice-styles.ts";
import { tokens } from "../ui/tokens.ts";
import { FileCancelEvent, FileOpenEvent, FilesLoadEvent } from "./events.ts";
import { type Cause, FilesController, type FilesSettings } from "./loading/files-controller.ts";
import { pageSizeOf, type ShownPage } from "./loading/paging.ts";
import type { Wait } from "./loading/retry-while-busy.ts";
import { FILES_ENGLISH } from "./locales/en.ts";
import { DeveloperHints } from "./notices/developer-hints.ts";
import {
  calm,
  empty,
  type FileNotice,
  failureTitle,
  fileNotice,
  listFailed,
  skeleton,
  waitWords,
} from "./notices/notices.ts";
import { problemOf } from "./notices/problems.ts";
import { openFile } from "./open-file.ts";
import { RowFocus } from "./row-focus.ts";
import { filesStyles } from "./table/files-styles.ts";
import { header, rangeOf } from "./table/header.ts";
import { table } from "./table/table.ts";
import { FILES_BUILT_IN, FILES_LOCALES } from "./words/locales.ts";
import { type FilesMessageOverrides, type FilesMessages, mergeFilesMessages } from "./words/messages.ts";
import type { FilesView } from "./words/view.ts";
import { createWhenFormats } from "./words/when.ts";

/** A page may attach the element first and set it up then: only what is still missing after this is a mistake. */
const GRACE_MS = 500;

const NO_FILES: readonly HostFile[] = [];

/**
 * Shows the files that your server lets this user see, newest first and page by page, with their status. Completed ones can
 * be downloaded, pending ones cancelled. The list follows every `<lightfield-uploader>` of the page by itself.
 *
 * Your token endpoint has to allow it: its `authorize` returns `{ reads: true }` for users who may see files.
 *
 * It speaks the uploader's languages: that of its `locale`, else of the closest `lang` attribute, else English. `messages`
 * replaces any sentence.
 *
 * @summary A list of what was uploaded to Lightfield: paged, downloadable, accessible.
 * @tag lightfield-files
 *
 * @slot heading - What the list is.
 * @slot empty - Shown in place of the list while there are no files.
 *
 * @fires {FilesLoadEvent} files-load - A page of files arrived and is shown.
 * @fires {FileOpenEvent} file-open - A file is about to be opened; `preventDefault()` leaves that to the page.
 * @fires {FileCancelEvent} file-cancel - A pending file was cancelled.
 *
 * @csspart range - Which files of how many are shown.
 * @csspart previous-button - Goes back a page.
 * @csspart next-button - Goes on a page.
 * @csspart refresh-button - Loads the list again.
 * @csspart file-list - The list of files.
 * @csspart file - One file of the list.
 * @csspart name - Its name.
 * @csspart status - Its status in words.
 * @csspart open-button - Opens or downloads a completed file.
 * @csspart cancel-button - Cancels a pending file.
 * @csspart empty - What stands in place of the list while there are no files.
 * @csspart notice - A message, of an error or a wait.
 * @csspart error - Why something could not be done.
 * @csspart retry-button - Loads the list again after an error.
 * @csspart open-link - Opens a file when the browser let no tab be opened.
 *
 * @cssprop [--lf-uploader-accent=light-dark(#3d5bd9, #8fa6ff)] - Links.
 * @cssprop [--lf-uploader-danger=light-dark(#bf2630, #ff9592)] - Failures.
 * @cssprop [--lf-uploader-success=light-dark(#157347, #5bd197)] - Completed files.
 * @cssprop [--lf-uploader-caution=light-dark(#8a5a00, #f2b84b)] - What waits, or is odd.
 * @cssprop [--lf-uploader-focus] - The ring around what has the focus; the accent unless set.
 * @cssprop [--lf-uploader-text=currentcolor] - Text; the softer tones are mixed from it.
 * @cssprop [--lf-uploader-surface] - Behind the list; a trace of the text's colour unless set.
 * @cssprop [--lf-uploader-border] - Lines; mixed from the text's colour unless set.
 * @cssprop [--lf-uploader-border-width=1px] - Their thickness; other edges and the focus ring go by it.
 * @cssprop [--lf-uploader-radius=12px] - Roundness of the outer corners.
 * @cssprop [--lf-uploader-control-radius] - Roundness of the buttons; a little less than that of the outer corners unless set.
 * @cssprop [--lf-uploader-gap=12px] - Between messages and the list.
 * @cssprop [--lf-uploader-font=inherit] - The font family.
 * @cssprop [--lf-uploader-font-size=0.9375rem] - Of names and headings; figures and reasons are a little smaller.
 * @cssprop [--lf-uploader-list-height=32rem] - How tall the list grows before it scrolls.
 *
 * @cssState loading - Files are being loaded.
 * @cssState waiting - Loading goes on when the server is less busy, or the network is back.
 * @cssState empty - There are no files.
 * @cssState has-files - At least one file is shown.
 * @cssState has-errors - The files could not be loaded.
 */
export class LightfieldFiles extends LitElement {
  static override readonly styles = [tokens, listStyles, noticeStyles, filesStyles];

  /** Your token endpoint's URL; as a property also an object of functions that do the same. */
  @property() endpoint: string | EndpointFunctions | null = null;

  /** How many files a page has, 25 at most. */
  @property({ type: Number, attribute: "page-size" }) pageSize = 25;

  /**
   * Where a file is opened that the browser may show: "_blank" is a new tab, else "_self" or the name of a frame. What
   * storage says is a download leaves no tab behind and never takes the place of the page.
   */
  @property() target = "_blank";

  /**
   * The language of everything that is shown or spoken, as a tag like "de" or "pt-BR"; by default that of the closest
   * `lang` attribute. English where there are no sentences in that language.
   */
  @property() locale = "";

  /** Whether cookies go with the calls to the endpoint: "omit", "same-origin" or "include". */
  @property() credentials: RequestCredentials | "" = "";

  /** Headers for the calls to the endpoint, or a function that gives them for each call. */
  @property({ attribute: false }) headers: HeadersSource | null = null;

  /** Sentences of yours in place of the built-in ones. */
  @property({ attribute: false }) messages: FilesMessageOverrides | null = null;

  @state() private notice: FileNotice | null = null;
  @state() private spoken = "";

  readonly #internals = this.attachInternals();
  readonly #list = new FilesController(this, {
    settings: () => this.#settings(),
    onLoad: (page, cause) => this.#loaded(page, cause),
    onWait: (wait, cause) => this.#waiting(wait, cause),
    onFailure: (error, cause) => this.#failed(error, cause),
  });
  readonly #hints = new DeveloperHints();
  readonly #sentences = new Sentences(this, FILES_BUILT_IN, FILES_LOCALES);
  #words: Omit<FilesView, "now"> = wordsOf(FILES_ENGLISH, "en");
  #tick: ReturnType<typeof setTimeout> | undefined;
  #grace: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    new RowFocus(this);
  }

  /** The files of the page that is shown, newest first. */
  get files(): readonly HostFile[] {
    return this.#list.page?.files ?? NO_FILES;
  }

  /** How many files there are in all; null as long as nobody knows. */
  get totalCount(): number | null {
    return this.#list.page?.totalCount ?? null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#grace = setTimeout(() => {
      if (this.endpoint) return;
      this.#hints.once('Set the "endpoint" attribute to the URL of your token endpoint: nothing is shown until then.');
    }, GRACE_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#grace);
    clearTimeout(this.#tick);
  }

  /** Loads the shown page again. Resolves when it is there, or cannot be had just now; never rejects. */
  async refresh(): Promise<void> {
    // Settings that were made just now count.
    await this.updateComplete;
    await this.#list.refresh("quiet");
    await this.updateComplete;
  }

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>(".refresh")?.focus(options);
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#sentences.loaded;
    return super.getUpdateComplete();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has("locale")) this.#sentences.follow();
    if (changed.has("locale") || changed.has("messages")) {
      this.#words = wordsOf(
        mergeFilesMessages(this.#sentences.messages, this.messages),
        this.#sentences.language(Boolean(this.messages)),
      );
    }
  }

  protected override render(): TemplateResult {
    const view = this.#view;
    const { phase, page } = this.#list;
    const loading = phase.kind === "loading" || phase.kind === "waiting";
    const { notice } = this;
    const rootClass = this.#sentences.isSilent ? "root silent" : "root";
    const { language } = view.formats;
    return html`<div class=${rootClass} lang=${language ?? nothing} dir=${directionOf(language) ?? nothing}>
      ${notice ? fileNotice(notice, view, this.#dismiss) : nothing}
      ${phase.kind === "failed" ? listFailed(phase.error, view, this.#refresh) : nothing}
      ${phase.kind === "waiting" ? calm(waitWords(phase.wait, view)) : nothing}
      ${phase.kind === "not-set-up" ? calm(view.messages.notSetUp) : nothing}
      ${
        phase.kind === "not-set-up"
          ? nothing
          : html`<div class="card">
              ${header({
                ...view,
                page,
                loading,
                hasPrevious: this.#list.hasPrevious,
                hasNext: this.#list.hasNext,
                turn: this.#turn,
                refresh: this.#refresh,
              })}
              ${page ? this.#body(page, loading) : loading ? skeleton() : nothing}
            </div>`
      }
      <div class="spoken" role="status">${this.spoken}</div>
    </div>`;
  }

  protected override firstUpdated(): void {
    this.#internals.role = "group";
  }

  protected override updated(): void {
    const { phase, page } = this.#list;
    this.#internals.ariaLabel = this.#words.messages.label;
    const on = new Set<string>();
    if (phase.kind === "loading" || phase.kind === "waiting") on.add(phase.kind);
    if (phase.kind === "failed") on.add("has-errors");
    if (page) on.add(page.files.length > 0 ? "has-files" : "empty");
    applyStates(this.#internals.states, on);
    this.#tickAgain();
  }

  get #view(): FilesView {
    return { ...this.#words, now: Date.now() };
  }

  #body(page: ShownPage, loading: boolean): TemplateResult {
    const view = this.#view;
    if (page.files.length === 0) return empty(view);
    return table(page.files, {
      ...view,
      loading,
      isBusy: (id) => this.#list.isBusy(id),
      open: this.#open,
      cancel: this.#cancel,
    });
  }

  #settings(): FilesSettings | null {
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
    this.notice = null;
    void this.#list.refresh("person");
  };

  readonly #turn = (direction: 1 | -1): void => this.#list.turn(direction);

  readonly #dismiss = (): void => {
    this.notice = null;
  };

  readonly #open = async (file: HostFile): Promise<void> => {
    const { id, filename } = file;
    if (this.#list.isBusy(id) || !this.dispatchEvent(new FileOpenEvent({ file }))) return;
    this.notice = null;
    try {
      const { url } = await this.#list.act(file, (files, current) => files.url(current), this.#showWait);
      this.notice = openFile(url, filename, this.target) ? null : { kind: "ready", filename, url };
      if (this.notice) this.#speak(this.#words.messages.ready(quotedName(filename)));
    } catch (error) {
      this.#actionFailed("open", file, UploadError.from(error));
    }
  };

  readonly #cancel = async (file: HostFile): Promise<void> => {
    if (this.#list.isBusy(file.id)) return;
    this.notice = null;
    try {
      const cancelled = await this.#list.act(file, (files, current) => files.cancel(current), this.#showWait);
      this.notice = null;
      this.#list.replace(cancelled);
      this.#speak(this.#words.messages.announceCancelled(quotedName(cancelled.filename)));
      this.dispatchEvent(new FileCancelEvent({ file: cancelled }));
      // A host may leave cancelled files out: then the pages are others now.
      void this.#list.refresh("quiet");
    } catch (error) {
      this.#actionFailed("cancel", file, UploadError.from(error));
    }
  };

  readonly #showWait = (wait: Wait): void => {
    this.notice = wait && { kind: "waiting", wait };
    if (wait) this.#speak(waitWords(wait, this.#view));
  };

  #actionFailed(action: "open" | "cancel", { filename }: HostFile, error: UploadError): void {
    const notice = { kind: "failed", action, filename, error } as const;
    this.notice = notice;
    this.#hints.failure(error);
    const { because, problems } = this.#words.messages;
    this.#speak(because(failureTitle(notice, this.#view), problems[problemOf(error.code)]));
    // Somebody else was faster: the list is not what it was.
    if (error.code === "conflict" || error.code === "not-found") void this.#list.refresh("quiet");
  }

  #loaded(page: ShownPage, cause: Cause): void {
    const { messages } = this.#words;
    if (cause === "person" || cause === "upload") this.#speak(messages.announceShown(rangeOf(page, this.#view)));
    const { files, offset, totalCount } = page;
    this.dispatchEvent(new FilesLoadEvent({ files, offset, totalCount }));
  }

  #waiting(wait: NonNullable<Wait>, cause: Cause): void {
    if (cause === "person") this.#speak(waitWords(wait, this.#view));
  }

  #failed(error: UploadError, cause: Cause): void {
    const { because, listFailed, problems } = this.#words.messages;
    this.#hints.failure(error);
    if (cause !== "start") this.#speak(because(listFailed, problems[problemOf(error.code)]));
  }

  #speak(text: string): void {
    // The same words twice are no change, and would not be heard.
    this.spoken = text === this.spoken ? `${text}\u00A0` : text;
  }

  /** A wait is shown with the seconds that are left of it, an age with its minutes. */
  #tickAgain(): void {
    clearTimeout(this.#tick);
    if (!this.isConnected) return;
    const counting = this.#list.phase.kind === "waiting" || this.notice?.kind === "waiting";
    this.#tick = setTimeout(() => this.requestUpdate(), counting ? 1000 : 60_000);
  }
}

function wordsOf(messages: FilesMessages, language: string): Omit<FilesView, "now"> {
  return { messages, formats: createFormats(language), when: createWhenFormats(supported(language)) };
}

declare global {
  interface HTMLElementTagNameMap {
    "lightfield-files": LightfieldFiles;
  }
}
