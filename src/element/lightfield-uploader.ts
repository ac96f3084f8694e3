import { html, nothing, type TemplateResult } from "lit";
import type { Rejection } from "../engine/queue/constraints.ts";
import type { UploadSnapshot } from "../engine/snapshot.ts";
import type { FileEntry, UploaderApi, UploaderEvent } from "../engine/uploader-api.ts";
import {
  type ConnectedUploader,
  type CreateUploaderOptions,
  type EndpointFunctions,
  type HeadersSource,
  loadUploader,
  preloadUploader,
} from "../load-uploader.ts";
import { warn } from "../ui/developer-warnings.ts";
import { directionOf } from "../ui/language.ts";
import { noticeStyles } from "../ui/notice-styles.ts";
import { property } from "../ui/property.ts";
import { Sentences } from "../ui/sentences.ts";
import { tokens } from "../ui/tokens.ts";
import { Announcements } from "./announce/announcements.ts";
import { domEventsFor } from "./event-mapping.ts";
import { ExposedState } from "./exposed-state.ts";
import { FormControl } from "./form/form-control.ts";
import { FormParticipation } from "./form/form-participation.ts";
import { FileIntake } from "./intake/file-intake.ts";
import { ZoneFocus } from "./intake/zone-focus.ts";
import { zoneStyles } from "./intake/zone-styles.ts";
import { ListViewLoader } from "./list/list-view-loader.ts";
import type { OwnUploader } from "./own-uploader.ts";
import { UploadsController } from "./uploads-controller.ts";
import { AllWords, type PiecedLanguage } from "./words/all-words.ts";
import { BUILT_IN, LOCALES } from "./words/locales.ts";
import type { FirstMessages, MessageOverrides } from "./words/messages.ts";

/**
 * Lets users add files by picking, dropping or pasting them, and uploads them to Lightfield through your server. Every file
 * is hashed while it is being sent, and counts as uploaded only after Lightfield has verified its MD5.
 *
 * Without `multiple` the element holds one file, and a new file replaces one that has ended. With a `name` it takes part in a
 * form: its value is the ids of the completed files, and the form is invalid while uploads are pending, or waits for them
 * (`submit-while-uploading`). When the user returns to the page through the browser history, the form holds the files again.
 *
 * Uploads that a reload or a crash interrupted are shown on the next visit and can be resumed: with a click where the browser
 * kept access to the file, otherwise by adding the same file again. If you set `uploader`, call its `findInterrupted()`.
 *
 * A file whose content was uploaded before (same name, size and MD5, to the same endpoint, with the same purpose and context) is
 * not sent until the user decides: its row says when it was uploaded and offers to upload it again or to remove it. The last
 * 1,000 uploads of half a year are remembered in the browser, without content.
 *
 * The language is that of `locale`, else of the closest `lang` attribute, if it is one of eighteen: en, ar, de, es, fr,
 * he, hi, it, ja, ko, nl, pl, pt-BR, ru, tr, uk, zh-Hans, zh-Hant; else English. `messages` replaces any sentence.
 *
 * @summary A file uploader for Lightfield: verified, cancellable, retrying, accessible.
 * @tag lightfield-uploader
 *
 * @slot heading - Heading of the drop zone, above the hint.
 * @slot hint - Text that says which files are accepted, in place of the built-in one: kinds of files, largest size and number.
 * @slot browse-button - Your own control that opens the picker, in place of the built-in button.
 * @slot file-icon - Image or SVG for files, copied into every row, in place of an icon by the kind of file.
 * @slot empty - Content below the drop zone while no file is on the list.
 *
 * @fires {FileAddEvent} file-add - A file is about to be added; `preventDefault()` leaves it out.
 * @fires {FileRejectEvent} file-reject - A file violated a rule and was not added.
 * @fires {FileRemoveEvent} file-remove - A file was removed from the list.
 * @fires {UploadStartEvent} upload-start - An upload started.
 * @fires {UploadProgressEvent} upload-progress - Bytes of an upload were sent.
 * @fires {UploadSuccessEvent} upload-success - Lightfield has stored the file and verified its MD5.
 * @fires {UploadErrorEvent} upload-error - An upload failed and is not retried automatically.
 * @fires {UploadCancelEvent} upload-cancel - An upload was cancelled.
 * @fires {UploadPauseEvent} upload-pause - An upload was paused.
 * @fires {UploadDuplicateEvent} upload-duplicate - The same content was uploaded before; nothing is sent until `resume(id)` or `remove(id)`.
 * @fires {UploadResumeEvent} upload-resume - A paused upload was resumed.
 * @fires {UploadRetryEvent} upload-retry - A failed upload is being retried.
 * @fires {UploadsCompleteEvent} uploads-complete - The queue has become idle: no upload is running or queued any more.
 * @fires {Event} input - The value has changed.
 * @fires {Event} change - The value has changed.
 *
 * @csspart drop-zone - Area that files are dropped on.
 * @csspart heading - Heading of that area and of the overlay.
 * @csspart zone-hint - Facts below the heading: kinds, sizes and number of the files that are welcome.
 * @csspart drop-target - Overlay over the larger target (`drop-target`) while files are dragged over it.
 * @csspart browse-button - Button that opens the picker.
 * @csspart notice - Message about files that were not added, or about the setup of the page.
 * @csspart notice-title - First line of a message.
 * @csspart notice-text - Text of a message.
 * @csspart refusal - Reason why a file was not added, with its name where there are several.
 * @csspart details-button - Button that unfolds the reasons of many files.
 * @csspart add-anyway-button - Button that adds a file which was only doubted.
 * @csspart dismiss-button - Button that closes a message.
 * @csspart file-list - List of files.
 * @csspart file - One file of the list.
 * @csspart name - Name of a file.
 * @csspart meta - Line with the status and the figures of a file.
 * @csspart status - Status of a file in words.
 * @csspart figure - One figure in a line: a size, a speed, a time, a number of files.
 * @csspart preview - Summary of a transcript: number of speakers, duration, number of cues.
 * @csspart paste-button - Button that opens a field for the text of a transcript.
 * @csspart pasted - Section for pasted text that is to become a file.
 * @csspart pasted-text - Field for the pasted text.
 * @csspart pasted-name - Field for the file name of the pasted text.
 * @csspart pasted-title - Heading of the section for pasted text.
 * @csspart pasted-label - Label of one of its fields, around the field.
 * @csspart pasted-add-button - Button that adds the pasted text as a file.
 * @csspart pasted-discard-button - Button that discards the pasted text.
 * @csspart pasted-question - Question what to do with a second pasted text.
 * @csspart pasted-answer-button - Button with one of the answers.
 * @csspart pasted-back-button - Button that returns a discarded text.
 * @csspart meeting - Form for the details of a meeting (`meeting-details`).
 * @csspart meeting-title - Heading of the form.
 * @csspart meeting-label - Label of a field, around the field.
 * @csspart meeting-ask - What is still to be filled in.
 * @csspart meeting-choice - Question which of two possible dates is meant.
 * @csspart meeting-note - Note about the time zone.
 * @csspart meeting-summary - Line that says the meeting in words.
 * @csspart meeting-field - Field of the form: title, date, start and end.
 * @csspart meeting-date-button - Button that chooses one of two possible dates.
 * @csspart meeting-upload-button - Button that sends the file with its meeting.
 * @csspart meeting-discard-button - Button that takes the file away.
 * @csspart hint - Warning about the content of a file.
 * @csspart error - Reason why a file was not uploaded.
 * @csspart detail - Words of the page's owner after the reason.
 * @csspart progress - Track of the progress bar of a file.
 * @csspart progress-bar - Filled part of the progress bar of a file.
 * @csspart pause-button - Button that pauses a resumable upload or resumes a paused one.
 * @csspart retry-button - Button that retries a failed upload.
 * @csspart another-button - Button that opens the picker for a file in place of one that failed or looks wrong.
 * @csspart again-button - Button that uploads a cancelled file after all.
 * @csspart send-button - Button that uploads a file although its content looks wrong.
 * @csspart cancel-button - Button that cancels an upload.
 * @csspart remove-button - Button that removes a file from the list.
 * @csspart folder - Folder of a file.
 * @csspart note - Remark about a file.
 * @csspart summary - Summary above several files.
 * @csspart summary-title - Number of uploaded files.
 * @csspart summary-meta - Line with the figures of all files.
 * @csspart summary-actions - Buttons for all files.
 * @csspart start-button - Button that starts queued uploads, with `no-auto`.
 * @csspart pause-all-button - Button that pauses all uploads.
 * @csspart resume-all-button - Button that resumes all paused uploads.
 * @csspart filter-button - Button that shows only failed files.
 * @csspart retry-all-button - Button that retries failed uploads.
 * @csspart clear-button - Button that removes uploaded and cancelled files from the list.
 * @csspart cancel-all-button - Button that cancels all uploads.
 * @csspart overall-progress - Track of the progress bar of all files.
 * @csspart overall-progress-bar - Filled part of the progress bar of all files.
 * @csspart undo - Message that files were removed from the list.
 * @csspart undo-text - Text of that message.
 * @csspart undo-button - Button that returns them.
 * @csspart interrupted - Section of uploads that an earlier visit left unfinished.
 * @csspart interrupted-title - Heading of that section.
 * @csspart interrupted-file - One interrupted upload; its name and figures are parts as in the list.
 * @csspart restored - Section of files that the form holds again after the user returned through the browser history.
 * @csspart restored-title - Heading of that section.
 * @csspart restored-file - One restored file; its name and figures are parts as in the list.
 * @csspart submit-wait - Message that the form waits for its files, or that it was not submitted.
 * @csspart submit-cancel-button - Button that ends the wait of the form.
 * @csspart resume-button - Button that resumes an interrupted upload.
 * @csspart choose-button - Button that opens the picker to resume an interrupted upload.
 * @csspart file-icon - Sign of a file: the ending of its name, an icon, or its thumbnail.
 * @csspart thumbnail - Small picture of a picture file.
 * @csspart discard-button - Button that discards an interrupted upload.
 *
 * @cssprop [--lf-uploader-accent=light-dark(#3d5bd9, #8fa6ff)] - Colour of the main button and of progress.
 * @cssprop [--lf-uploader-danger=light-dark(#bf2630, #ff9592)] - Colour of failures and refusals.
 * @cssprop [--lf-uploader-success=light-dark(#157347, #5bd197)] - Colour of completed files.
 * @cssprop [--lf-uploader-caution=light-dark(#8a5a00, #f2b84b)] - Colour of waiting uploads and of warnings.
 * @cssprop [--lf-uploader-focus] - Colour of the ring around the focused control; the accent colour unless set.
 * @cssprop [--lf-uploader-text=currentcolor] - Colour of text; softer text colours are mixed from it.
 * @cssprop [--lf-uploader-surface] - Background of the drop zone and the list; a trace of the text colour unless set.
 * @cssprop [--lf-uploader-border] - Colour of lines; mixed from the text colour unless set.
 * @cssprop [--lf-uploader-border-width=1px] - Width of lines; other edges and the focus ring derive from it.
 * @cssprop [--lf-uploader-radius=12px] - Radius of the outer corners.
 * @cssprop [--lf-uploader-control-radius] - Radius of the buttons; slightly smaller than the outer corners unless set.
 * @cssprop [--lf-uploader-gap=12px] - Space between the drop zone, messages and the list.
 * @cssprop [--lf-uploader-font=inherit] - Font family.
 * @cssprop [--lf-uploader-font-size=0.9375rem] - Font size of names and headings; other text is slightly smaller.
 * @cssprop [--lf-uploader-list-height=32rem] - Largest height of the list before it scrolls.
 *
 * @cssState empty - No file is on the list.
 * @cssState has-files - At least one file is on the list.
 * @cssState uploading - At least one upload is running.
 * @cssState complete - Every file is uploaded.
 * @cssState has-errors - At least one upload failed.
 * @cssState dragging - Files are being dragged over the element.
 * @cssState drag-accepted - Files dragged over the element would be accepted.
 * @cssState drag-refused - Files dragged over the element would be refused.
 */
export class LightfieldUploader extends FormControl {
  static override readonly styles = [tokens, zoneStyles, noticeStyles];

  /** URL of your token endpoint; as a property also an object of functions that do the same. */
  @property() endpoint: string | EndpointFunctions | null = null;

  /** Purpose of the files: `meeting_transcript`, `knowledge_user`, `knowledge_workspace` or `email_attachment`. */
  @property() purpose: "" | "meeting_transcript" | "knowledge_user" | "knowledge_workspace" | "email_attachment" = "";

  /**
   * Accepted files, as for a file input: ".vtt, text/*". A file fits if its reported type, the type by its name or its
   * extension is on the list. Case, spaces, "*.vtt" and a missing dot make no difference; an entry that can match no file is
   * named on the console. Empty accepts every file.
   */
  @property() accept = "";

  /** Accepts several files. Without it, a new file replaces one that is over. */
  @property({ type: Boolean }) multiple = false;
  /** Makes the picker choose a folder with everything in it. With `multiple`, folders can be dropped as well. */
  @property({ type: Boolean }) directory = false;

  /** Largest number of files on the list; null for no limit. */
  @property({ type: Number, attribute: "max-files" }) maxFiles: number | null = null;
  /** Largest size of a file, in bytes; null for Lightfield's limit of 536,870,912 (“512 MB”), which cannot be exceeded. */
  @property({ type: Number, attribute: "max-file-size" }) maxFileSize: number | null = null;
  /** Smallest size of a file, in bytes; null for 1 byte. */
  @property({ type: Number, attribute: "min-file-size" }) minFileSize: number | null = null;
  /** Largest number of files that are uploaded at the same time. */
  @property({ type: Number, attribute: "max-concurrent-uploads" }) maxConcurrentUploads = 3;

  /** Does not start uploads automatically: only `start()` or the button of the list does. */
  @property({ type: Boolean, attribute: "no-auto" }) noAuto = false;

  /** Ignores dropped files. */
  @property({ type: Boolean, attribute: "no-drop" }) noDrop = false;
  /**
   * Larger target for drops, besides the element itself: "page", or a CSS selector of elements. While files are dragged over
   * it, an overlay covers it. With several elements on a page, the innermost target around the pointer takes the drop.
   */
  @property({ attribute: "drop-target" }) dropTarget = "";
  /** Ignores pasted files and pasted text of transcripts. */
  @property({ type: Boolean, attribute: "no-paste" }) noPaste = false;

  /** Language of all text, as a tag like "de" or "pt-BR"; by default that of the closest `lang` attribute. */
  @property() locale = "";

  /** Whether cookies are sent with the calls to the endpoint: "omit", "same-origin" or "include". */
  @property() credentials: "" | "omit" | "same-origin" | "include" = "";

  /** URL of `md5.worker.js` on your origin, for pages whose security policy allows no blob workers. */
  @property({ attribute: "worker-url" }) workerUrl = "";

  /** Continues uploads when the element is removed from the document. */
  @property({ type: Boolean, attribute: "keep-alive" }) keepAlive = false;

  /**
   * Stores nothing about uploads: later visits neither list unfinished ones nor recognize content that was uploaded before.
   */
  @property({ type: Boolean, attribute: "no-recovery" }) noRecovery = false;
  /** Uploads transcripts without inspecting their content first. */
  @property({ type: Boolean, attribute: "no-inspect" }) noInspect = false;
  /** Sends a transcript whose content looks wrong (empty, cut off, a web page) only after the user has confirmed it. */
  @property({ type: Boolean, attribute: "hold-suspicious" }) holdSuspicious = false;
  /** Asks for title and times of each file's meeting first; your server gets them as `context.meeting` (`attachTranscript`). */
  @property({ type: Boolean, attribute: "meeting-details" }) meetingDetails = false;
  /** Turns off the warning of the browser when the user leaves the page during an upload. */
  @property({ type: Boolean, attribute: "no-leave-warning" }) noLeaveWarning = false;

  /**
   * Behaviour of a form that is submitted while uploads are pending. "refuse": the form is invalid and shows the reason.
   * "wait": the form is submitted, once, as soon as every file is uploaded; queued and paused uploads are started, and an
   * upload that fails ends the wait. Buttons with `formnovalidate` and calls of `form.submit()` do not wait. Forms that
   * open a new tab are refused in both cases, because browsers allow that only with a click.
   */
  @property({ attribute: "submit-while-uploading" }) submitWhileUploading: "refuse" | "wait" = "refuse";

  /** Headers of the calls to the endpoint, or a function that returns them for each call. */
  @property({ attribute: false }) headers: HeadersSource | null = null;

  /** JSON value that is passed to the hooks of your server with every file, or a function that returns it for each file. */
  @property({ attribute: false }) context: unknown;

  /** Your own sentences, in place of built-in ones. */
  @property({ attribute: false }) messages: MessageOverrides | null = null;

  /** Headless uploader behind the list: the element's own once it is needed, or one that you supply and dispose of. */
  @property({ attribute: false })
  get uploader(): UploaderApi | null {
    return this.#queue.uploader;
  }
  set uploader(uploader: UploaderApi | null) {
    this.#queue.supply(uploader);
  }

  readonly #zoneFocus = new ZoneFocus(this);

  readonly #sentences = new Sentences<FirstMessages, PiecedLanguage>(this, BUILT_IN, LOCALES);
  readonly #allWords = new AllWords(this, this.#sentences, BUILT_IN);

  readonly #queue: UploadsController = new UploadsController(this, {
    create: () => this.#createOwn(),
    pace: (draw) => this.#list.module && new this.#list.module.DrawingPace(draw),
    onEvent: (event) => this.#relay(this.formPart.withFullLimit(event)),
  });

  protected readonly formPart: FormParticipation = new FormParticipation(this, {
    internals: this.internals,
    queue: this.#queue,
    isAdding: () => this.#intake.isAdding,
    canWait: () => this.#list.view?.canWait ?? false,
    messages: () => this.#sentences.words.messages,
    anchor: (isShown) => this.#zoneFocus.anchor(isShown),
  });

  readonly #announcements = new Announcements(this, {
    queue: this.#queue,
    sentences: this.#sentences,
    allWords: this.#allWords,
  });

  readonly #intake: FileIntake = new FileIntake(this, {
    queue: this.#queue,
    maxUploads: () => this.formPart.maxUploads,
    isDisabled: () => this.isDisabled,
    loadedList: () => this.#list.module,
    listModule: () => this.#list.ready,
    loadList: () => this.#list.load(),
    onAdding: () => this.formPart.update(),
    announce: (refusals) => this.#announcements.refused(refusals),
    say: (sentence) => this.#announcements.say(sentence),
  });

  readonly #list: ListViewLoader = new ListViewLoader(this, {
    queue: this.#queue,
    intake: this.#intake,
    form: this.formPart,
    allWords: this.#allWords,
    isDisabled: () => this.isDisabled,
    say: (sentence) => this.#announcements.say(sentence),
  });

  constructor() {
    super();
    new ExposedState(this, {
      internals: this.internals,
      queue: this.#queue,
      form: this.formPart,
      intake: this.#intake,
      messages: () => this.#sentences.words.messages,
    });
  }

  /** Uploads on the list, in the order in which they were added. */
  get uploads(): readonly UploadSnapshot[] {
    return this.#queue.snapshot.uploads;
  }

  /** Adds files with the same rules and events as for the user. Resolves when they are on the list or refused. */
  addFiles(files: Iterable<File | FileEntry>): Promise<void> {
    return this.#intake.addFiles(files);
  }

  /** Opens the file picker of the browser. Browsers allow that only in response to an action of the user. */
  openPicker(): void {
    this.#intake.openPicker();
  }

  /** Starts queued uploads. Needed only with `no-auto`. */
  start(): void {
    this.#queue.command((uploader) => uploader.start());
  }

  /** Pauses one upload, or all. An upload that is not resumable restarts from the beginning later. */
  pause(id?: string): void {
    this.#queue.command((uploader) => uploader.pause(id));
  }

  /** Resumes one paused upload, or all but those whose content was uploaded before: only a call with their id sends these again. */
  resume(id?: string): void {
    this.#queue.command((uploader) => uploader.resume(id));
  }

  /** Retries one failed upload, or all, from the step that failed. */
  retry(id?: string): void {
    this.#queue.command((uploader) => uploader.retry(id));
  }

  /** Cancels one upload, or all, at Lightfield as well. */
  cancel(id?: string): void {
    this.#queue.command((uploader) => uploader.cancel(id));
  }

  /**
   * Removes an upload from the list, and cancels it first if it has not ended. Without an id it removes the element itself
   * from the document, as `remove()` of every element does (a `select` has the same two meanings).
   */
  override remove(id?: string): void {
    if (id === undefined) super.remove();
    else this.#queue.command((uploader) => uploader.remove(id));
  }

  /** Removes finished, failed and cancelled uploads from the list. */
  clear(): void {
    this.formPart.clear();
  }

  /** Focuses the button that opens the picker, or the drop zone where there is none. */
  override focus(options?: FocusOptions): void {
    this.#zoneFocus.focus(options);
  }

  /** @internal */
  override formResetCallback(): void {
    this.formPart.reset();
    this.#intake.reset();
    this.#list.view?.reset();
  }

  /** Creates the element's own uploader, and loads its code. Subclasses may create another one. */
  protected createUploader(options: CreateUploaderOptions): Promise<ConnectedUploader> {
    return loadUploader(options);
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#queue.drawn;
    await this.#sentences.loaded;
    await this.#list.complete();
    return super.getUpdateComplete();
  }

  protected override render(): TemplateResult {
    const { words, isSilent } = this.#sentences;
    const { language } = words.formats;
    const { isEmpty } = this.#list;
    const all = this.#allWords.words;
    const view = this.#intake.zoneView(all ?? words, all, isEmpty);
    const intake = this.#intake.render(view, all);
    const list = this.#list.render();
    const { accept, directory, disabled, multiple } = view;
    // With as few templates as possible: each one delays the first frame.
    return html`<div class=${isSilent ? "root silent" : "root"} lang=${language ?? nothing} dir=${directionOf(language) ?? nothing} @slotchange=${() => this.requestUpdate()}>
      <input type="file" hidden tabindex="-1" accept=${accept || nothing} ?multiple=${multiple} .webkitdirectory=${directory} ?disabled=${disabled} @input=${keepInside} @change=${this.#intake.takePicked} />
      ${multiple ? [intake, list] : [list, intake]}
      <slot name="empty" ?hidden=${!isEmpty}></slot><slot name="file-icon" hidden></slot>
      <div class="spoken" role="status">${this.#announcements.region.text}</div>
    </div>`;
  }

  async #createOwn(): Promise<OwnUploader> {
    // At the same time as the list, which decides the options.
    preloadUploader();
    const { OwnUploader, uploaderOptions } = await this.#list.load();
    return OwnUploader.create(
      () => uploaderOptions(this, this.formPart.maxUploads),
      (options) => this.createUploader(options),
    );
  }

  #relay(event: UploaderEvent): void {
    const pass = () => this.#pass(event);
    // An uploader of the page may refuse files before the sentences about that are loaded.
    if (event.type === "rejected" && !this.#allWords.words) this.#list.load().then(pass, pass);
    else pass();
  }

  /** Passes an event of the uploader on: to the user, the developer, the form and the page. */
  #pass(event: UploaderEvent): void {
    if (this.#list.view?.follow(event)) return;
    this.#announcements.follow(event);
    this.#intake.follow(event);
    if (event.type === "failed" || event.type === "waiting") warn(this, { event, uploads: this.uploads });
    const isChange = this.formPart.follow(event);
    const { module } = this.#list;
    const { words } = this.#allWords;
    const describe = (rejection: Rejection) => (words && module?.refusalReason(rejection, words)) || "";
    for (const one of domEventsFor(event, describe)) this.dispatchEvent(one);
    if (isChange) this.formPart.fireChange();
  }
}

const keepInside = (event: Event): void => event.stopPropagation();

declare global {
  interface HTMLElementTagNameMap {
    "lightfield-uploader": LightfieldUploader;
  }
}
