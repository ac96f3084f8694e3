import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { state } from "lit/decorators.js";
import type { UploaderEvent } from "../engine/uploader-api.ts";
import { preloadUploader } from "../load-uploader.ts";
import { applyStates } from "../ui/apply-states.ts";
import { FocusKeeper } from "../ui/focus-keeper.ts";
import { createFormats } from "../ui/format.ts";
import { directionOf, Sentences } from "../ui/language.ts";
import { noticeStyles } from "../ui/notice-styles.ts";
import { tokens } from "../ui/tokens.ts";
import { whenIdle } from "../ui/when-idle.ts";
import type { Announcer } from "./announce/announcer.ts";
import { customStates } from "./custom-states.ts";
import { domEventsFor } from "./event-mapping.ts";
import { FormParticipant } from "./form/form-participant.ts";
import { hintOf } from "./intake/kinds.ts";
import { pickerAccept } from "./intake/purposes.ts";
import type { Refusal } from "./intake/refusals.ts";
import { notices, notSetUp, refusalReason, refusalSentence } from "./intake/refusals-template.ts";
import { zone } from "./intake/zone.ts";
import { zoneStyles } from "./intake/zone-styles.ts";
import { ListViewLoader, loadListView } from "./list/list-view-loader.ts";
import { ENGLISH } from "./locales/en/start.ts";
import { BUILT_IN, LOCALES } from "./words/locales.ts";
import { type EarlyMessages, mergeMessages } from "./words/messages.ts";
import { type EarlyView, hasAllWords } from "./words/view.ts";

/**
 * Lets people add files by picking, dropping or pasting them, and uploads them to Lightfield through your server. Every file
 * is hashed while it travels, and counts as uploaded only when Lightfield has checked the MD5.
 *
 * Without `multiple` there is one file at a time, and a new one takes the place of one that is over. With a `name` it takes
 * part in a form: the value is the ids of the completed files, and the form is invalid while a file is under way, or waits
 * for it (`submit-while-uploading`). Who comes back to the page by the browser's history finds them in the form again.
 *
 * What a reload or a crash cut off is shown on the next visit, with the way to go on: by a click where the browser kept hold
 * of the file, else by adding the same file again. With an `uploader` of yours, call its `findInterrupted()` for that.
 *
 * It speaks the language of its `locale`, else of the closest `lang` attribute, where that is one of eighteen: en, ar, de, es,
 * fr, he, hi, it, ja, ko, nl, pl, pt-BR, ru, tr, uk, zh-Hans, zh-Hant; else English. `messages` replaces any sentence.
 *
 * @summary A file uploader for Lightfield: verified, cancellable, retrying, accessible.
 * @tag lightfield-uploader
 *
 * @slot heading - What to do, above the hint.
 * @slot hint - Which files are welcome.
 * @slot browse-button - A control of yours that opens the picker, instead of the built-in button.
 * @slot file-icon - An image or SVG for files, copied into every row, instead of an icon by kind.
 * @slot empty - Shown below the drop zone while no file is on the list.
 *
 * @fires {FileAddEvent} file-add - A file is about to be taken; `preventDefault()` leaves it out.
 * @fires {FileRejectEvent} file-reject - A file broke a rule and was not taken.
 * @fires {FileRemoveEvent} file-remove - A file left the list.
 * @fires {UploadStartEvent} upload-start - An upload began.
 * @fires {UploadProgressEvent} upload-progress - Bytes left the browser.
 * @fires {UploadSuccessEvent} upload-success - Lightfield has the file and has checked its MD5.
 * @fires {UploadErrorEvent} upload-error - An upload gave up.
 * @fires {UploadCancelEvent} upload-cancel - An upload was called off.
 * @fires {UploadPauseEvent} upload-pause - An upload was paused.
 * @fires {UploadResumeEvent} upload-resume - A paused upload goes on.
 * @fires {UploadRetryEvent} upload-retry - A failed upload is tried again.
 * @fires {UploadsCompleteEvent} uploads-complete - Nothing is running or queued any more, after something was.
 * @fires {Event} input - The value changed.
 * @fires {Event} change - The value changed.
 *
 * @csspart drop-zone - The target for files.
 * @csspart browse-button - The button that opens the picker.
 * @csspart notice - A message about files that were not taken, or about the page.
 * @csspart file-list - The list of files.
 * @csspart file - One file of the list.
 * @csspart name - Its name.
 * @csspart meta - The line with its status and figures.
 * @csspart status - Its status in words.
 * @csspart preview - Who speaks in captions, for how long, in how many cues.
 * @csspart paste-button - Opens a field for the text of a transcript.
 * @csspart pasted - The section for text that is to be a file.
 * @csspart pasted-text - The field for the text.
 * @csspart pasted-name - The field for the name.
 * @csspart hint - What is odd about its content.
 * @csspart error - Why it was not uploaded.
 * @csspart progress - The track of its progress bar.
 * @csspart progress-bar - The moving part of it.
 * @csspart pause-button - Pauses a resumable upload, or goes on with a paused one.
 * @csspart retry-button - Tries a failed upload again.
 * @csspart cancel-button - Cancels an upload.
 * @csspart remove-button - Takes a file off the list.
 * @csspart interrupted - The section of uploads that an earlier visit left unfinished.
 * @csspart interrupted-file - One of them; its name and figures are parts as in the list.
 * @csspart restored - The section of files that the form holds again since somebody came back to the page.
 * @csspart restored-file - One of them; its name and figures are parts as in the list.
 * @csspart submit-wait - Says that the form waits for its files, or that it was not sent.
 * @csspart resume-button - Goes on with one of them.
 * @csspart discard-button - Gives one of them up.
 *
 * @cssprop [--lf-uploader-accent=light-dark(#3d5bd9, #8fa6ff)] - The button and progress.
 * @cssprop [--lf-uploader-danger=light-dark(#bf2630, #ff9592)] - Failures and refusals.
 * @cssprop [--lf-uploader-success=light-dark(#157347, #5bd197)] - Completed files.
 * @cssprop [--lf-uploader-caution=light-dark(#8a5a00, #f2b84b)] - What waits, or is odd.
 * @cssprop [--lf-uploader-focus] - The ring around what has the focus; the accent unless set.
 * @cssprop [--lf-uploader-text=currentcolor] - Text; the softer tones are mixed from it.
 * @cssprop [--lf-uploader-surface] - Behind the drop zone and the list; a trace of the text's colour unless set.
 * @cssprop [--lf-uploader-border] - Lines; mixed from the text's colour unless set.
 * @cssprop [--lf-uploader-border-width=1px] - Their thickness; other edges and the focus ring go by it.
 * @cssprop [--lf-uploader-radius=12px] - Roundness of the outer corners.
 * @cssprop [--lf-uploader-control-radius] - Roundness of the buttons; a little less than that of the outer corners unless set.
 * @cssprop [--lf-uploader-gap=12px] - Between the drop zone, messages and the list.
 * @cssprop [--lf-uploader-font=inherit] - The font family.
 * @cssprop [--lf-uploader-font-size=0.9375rem] - Of names and headings; figures and reasons are a little smaller.
 * @cssprop [--lf-uploader-list-height=32rem] - How tall the list grows before it scrolls.
 *
 * @cssState empty - No file is on the list.
 * @cssState has-files - At least one file is on the list.
 * @cssState uploading - At least one upload is under way.
 * @cssState complete - Every file is uploaded.
 * @cssState has-errors - At least one upload failed.
 * @cssState dragging - Files are dragged over the element.
 * @cssState drag-accepted - They would be taken.
 * @cssState drag-refused - They would not.
 */
export class LightfieldUploader extends FormParticipant {
  static override readonly styles = [tokens, zoneStyles, noticeStyles];

  @state() private spoken = "";

  readonly #list = new ListViewLoader(this, {
    make: ({ ListView }) =>
      new ListView(this, {
        queue: () => this.queue.snapshot,
        recoveryOptions: () => this.recoveryOptions,
        findInterrupted: () => this.findInterrupted(),
        addPasted: async (file) => {
          await this.addFiles([file]);
          // What was refused is not lost.
          if (this.uploads.some((upload) => upload.file === file)) this.pasted = null;
        },
        discardPasted: this.discardPasted,
        removeRestored: (id) => this.removeRestored(id),
        removeUncounted: (id) => this.removeUncounted(id),
        isFollowing: () => this.isConnected || (this.keepAlive && !this.queue.isSupplied),
        isPending: () => this.isPending,
        waits: () => this.holdsForm,
        isDisabled: () => this.isDisabled,
        say: (words) => this.#announce((announcer) => announcer.say(words)),
      }),
    loadWords: () => this.#sentences.all(),
    isNeeded: () =>
      this.pasted !== null || this.uploads.length + this.queue.snapshot.interrupted.length + this.restored.length > 0,
  });
  #announcer: Announcer | null = null;
  readonly #sentences = new Sentences(this, BUILT_IN, LOCALES);
  #view: EarlyView = { messages: ENGLISH, formats: createFormats("en") };
  #icon: Node | null = null;
  /** A refusal that waits for its words, and whether one ever has. */
  #waiting: Promise<void> | null = null;
  #hasWaited = false;

  constructor() {
    super();
    new FocusKeeper(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#announcer?.stop();
  }

  override focus(options?: FocusOptions): void {
    this.#browse?.focus(options);
    // It may be disabled, or not of the kind that takes the focus.
    if (!this.matches(":focus-within")) this.#find(".zone")?.focus(options);
  }

  /** @internal */
  override formResetCallback(): void {
    super.formResetCallback();
    this.#list.view?.reset();
  }

  protected override get sentences(): EarlyMessages {
    return this.#view.messages;
  }

  /** Not before its chunk is there. */
  protected override get canHoldForm(): boolean {
    return this.#list.view !== null;
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.queue.drawn;
    await this.#sentences.loaded;
    await this.#waiting;
    await this.#list.complete();
    return super.getUpdateComplete();
  }

  /** A browser points only at what can take the focus, and else says nothing at all. */
  protected override validationAnchor(isSeen: boolean): HTMLElement | null {
    const button = isSeen && this.#browse;
    const isFit = button && button.tabIndex >= 0 && !button.matches(":disabled") && button.checkVisibility();
    return isFit ? button : this.#find(".zone");
  }

  /** The page's own button, or ours. */
  get #browse(): HTMLElement | null {
    const slotted = this.#find<HTMLSlotElement>("slot[name=browse-button]")?.assignedElements()[0];
    return slotted instanceof HTMLElement ? slotted : this.#find(".browse");
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has("locale")) this.#sentences.follow();
    if (!changed.has("locale") && !changed.has("messages")) return;
    this.#view = {
      messages: mergeMessages(this.#sentences.messages, this.messages),
      formats: createFormats(this.#sentences.language(Boolean(this.messages))),
    };
  }

  protected override render(): TemplateResult {
    const queue = this.queue.snapshot;
    const view = this.#view;
    const constraints = { ...this.uploaderOptions(), maxFiles: this.mostFiles };
    const isEmpty = queue.uploads.length + this.restored.length === 0;
    const { language } = view.formats;
    const { verdict } = this.drop;
    const target = zone({
      ...view,
      verdict,
      compact: !isEmpty || this.pasted !== null,
      resting: !this.takesMany && !verdict && (this.pasted !== null || !this.mayReplace),
      more: !isEmpty,
      disabled: this.isDisabled,
      adding: this.batchesInHand > 0,
      multiple: this.takesMany,
      directory: this.directory,
      accept: pickerAccept(this.accept, this.purpose),
      hint: hintOf(constraints, view),
      openPicker: this.#openPicker,
      openPasted: this.takesPastedText ? this.openPasted : null,
      picked: this.takePicked,
    });
    const told = html`${notices(this.refusals, view, () => {
      this.refusals = [];
    })}${queue.counts.queued > 0 && !this.isSetUp ? notSetUp(view) : nothing}`;
    const list = hasAllWords(view)
      ? this.#list.view?.render({
          ...view,
          manualStart: this.noAuto && this.isSetUp,
          full: this.isDisabled || this.isFull,
          pasted: this.pasted,
          restored: this.restored,
          icon: this.#icon,
        })
      : nothing;
    const rootClass = this.#sentences.isSilent ? "root silent" : "root";
    return html`<div class=${rootClass} lang=${language ?? nothing} dir=${directionOf(language) ?? nothing} @slotchange=${() => this.requestUpdate()}>
      ${this.takesMany ? html`${target}${told}${list}` : html`${list}${target}${told}`}
      ${isEmpty ? html`<slot name="empty"></slot>` : nothing}
      <slot name="file-icon" hidden @slotchange=${this.#takeIcon}></slot>
      <div class="spoken" role="status">${this.spoken}</div>
    </div>`;
  }

  protected override firstUpdated(): void {
    this.internals.role = "group";
    if (!this.queue.isSupplied) whenIdle(() => this.#preload());
  }

  protected override updated(changed: PropertyValues): void {
    const queue = this.queue.snapshot;
    // Its button is gone, or back again.
    const zone = this.#find(".zone");
    if (zone?.matches(".resting:focus-within")) zone.focus();
    else if (zone?.matches(":focus")) this.focus();
    // A name from here would outdo that of a label.
    this.internals.ariaLabel = this.labels.length > 0 ? null : this.#view.messages.label;
    super.updated(changed);
    applyStates(this.internals.states, customStates(queue, this.restored.length, this.drop.verdict));
    this.#announcer?.watch(queue);
  }

  readonly #openPicker = (event: Event): void => {
    // A slotted button may be of the kind that submits a form.
    event.preventDefault();
    this.openPicker();
  };

  readonly #takeIcon = (event: Event): void => {
    this.#icon = (event.target as HTMLSlotElement).assignedElements()[0]?.cloneNode(true) ?? null;
    if (this.#icon instanceof Element) this.#icon.removeAttribute("slot");
  };

  protected override loadList(): Promise<void> {
    return this.#list.load();
  }

  protected override announceRefused(refusals: readonly Refusal[]): void {
    const view = this.#view;
    const sentences = refusals.map((refusal) => refusalSentence(refusal, view));
    // Without the list's chunk there is nothing else to say.
    this.#announce((announcer) => announcer.refused(sentences)).catch(() => this.#speak(sentences.join(" ")));
  }

  /** The announcer comes with the list: before the first file, or the first refusal, there is nothing to say. */
  async #announce(tell: (announcer: Announcer) => void): Promise<void> {
    if (!this.#announcer) {
      const { Announcer, announcement } = await loadListView();
      this.#announcer ??= new Announcer({
        messages: () => this.#view.messages,
        speak: (gathered) => this.#speak(announcement(gathered, this.queue.snapshot, this.#view)),
      });
    }
    tell(this.#announcer);
  }

  /** Tells everybody what the engine told us: the user, the developer, the form, the page. */
  protected override relay(event: UploaderEvent): void {
    const view = this.#view;
    if (event.type === "rejected" && !hasAllWords(view) && !this.#hasWaited) {
      this.#waiting = this.#relayWithWords(event);
      return;
    }
    if (this.#list.view?.hear(event)) return;
    this.#announce((announcer) => {
      announcer.hear(event);
      if (event.type === "added" && !this.isSetUp) announcer.say(view.messages.notSetUp);
    }).catch(() => {});
    if (event.type === "rejected") this.refuse(event.rejections);
    this.warnings.hear(event);
    const isChange = this.#changesValue(event);
    if (event.type === "added" && !this.takesMany) this.restored = [];
    // Before the page hears of it, so that it may submit the form at once.
    if (event.type === "succeeded" || event.type === "finished") this.syncForm();
    for (const told of domEventsFor(event, (rejection) => refusalReason(rejection, view))) this.dispatchEvent(told);
    if (isChange) this.tellChange();
  }

  #changesValue(event: UploaderEvent): boolean {
    if (event.type === "removed") return event.upload.status === "succeeded";
    // One file at a time: the next takes the place of one that the form holds again.
    return event.type === "succeeded" || (event.type === "added" && !this.takesMany && this.restored.length > 0);
  }

  /** The reasons for a refusal come with the list; when they do not, one that is always there has to do. */
  async #relayWithWords(event: UploaderEvent): Promise<void> {
    await this.#sentences.all();
    await super.getUpdateComplete();
    this.#hasWaited = true;
    this.relay(event);
  }

  #speak(text: string): void {
    // The same words twice are no change, and would not be heard.
    if (text) this.spoken = text === this.spoken ? `${text}\u00A0` : text;
  }

  /** What the first file will need. The list's view also looks for what an earlier visit left unfinished. */
  #preload(): void {
    preloadUploader();
    this.loadList().catch(() => {});
  }

  #find<E extends Element = HTMLElement>(selector: string): E | null {
    return this.renderRoot?.querySelector<E>(selector) ?? null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "lightfield-uploader": LightfieldUploader;
  }
}
