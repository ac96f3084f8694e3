/** Code that is needed only with files, as a separate chunk that is loaded before the first file is added. */
import { html, type TemplateResult } from "lit";
import type { UploaderEvent } from "../../engine/uploader-api.ts";
import { type FocusHost, FocusKeeper } from "../../ui/focus-keeper.ts";
import { Ticker } from "../../ui/ticker.ts";
import type { FormParticipation } from "../form/form-participation.ts";
import { LateArrivals } from "../form/late-arrivals.ts";
import { LeaveGuard, type LeaveGuardHost } from "../form/leave-guard.ts";
import { SubmitWaitLoader, type SubmitWaitLoaderHost } from "../form/submit-wait-loader.ts";
import type { FileIntake } from "../intake/file-intake.ts";
import { PastedLoader } from "../intake/pasted-loader.ts";
import { uploaderOptions } from "../own-uploader.ts";
import { InterruptedSearch, type SearchHost } from "../recovery/interrupted-search.ts";
import type { UploaderSettings } from "../settings.ts";
import type { UploadsController } from "../uploads-controller.ts";
import type { View } from "../words/view.ts";
import { BesideLoader } from "./beside-loader.ts";
import { FilesSection } from "./files-section.ts";
import { ListActions, type ListActionsHost } from "./list-actions.ts";
import { listViewStyles } from "./list-view-styles.ts";
import { type SeldomHost, SeldomLoader } from "./seldom-loader.ts";
import { ignoreStrayClicks } from "./stray-clicks.ts";
import type { VirtualRowsHost } from "./virtual-rows.ts";

export { announcement } from "../announce/announcement.ts";
export { Announcer } from "../announce/announcer.ts";
export { DrawingPace } from "../drawing-pace.ts";
export { notSetUp } from "../intake/not-set-up.ts";
export { refusalReason, refusalSentence } from "../intake/refusals-template.ts";
export { RefusedFiles } from "../intake/refused-files.ts";
export { inSlices } from "../intake/slices.ts";
export { dragReason, takeFiles } from "../intake/take-files.ts";
export { takeIn } from "../intake/take-in.ts";
export { ENGLISH_REST as sentences } from "../locales/en/rest.ts";
export { OwnUploader, uploaderOptions } from "../own-uploader.ts";

export type ListViewHost = SearchHost &
  VirtualRowsHost &
  ListActionsHost &
  FocusHost &
  SubmitWaitLoaderHost &
  UploaderSettings &
  SeldomHost &
  LeaveGuardHost & { readonly noAuto: boolean; readonly name: string };

export interface ListViewConfig {
  readonly queue: UploadsController;
  readonly intake: FileIntake;
  readonly form: FormParticipation;
  isDisabled(): boolean;
  /** Announces a sentence to screen readers. */
  say(sentence: string): void;
}

/** Draws the list and the sections above it, and owns the controllers that are needed only with files. */
export class ListView {
  static readonly styles = listViewStyles;

  readonly #host: ListViewHost;
  readonly #config: ListViewConfig;
  readonly #pasted: PastedLoader;
  readonly #files: FilesSection;
  readonly #wait: SubmitWaitLoader;
  readonly #late: LateArrivals;
  readonly #beside: BesideLoader;
  readonly #actions: ListActions;
  readonly #seldom: SeldomLoader;
  #words: View | null = null;

  constructor(host: ListViewHost, config: ListViewConfig) {
    const { queue, form, intake, say } = config;
    this.#host = host;
    this.#config = config;
    this.#files = new FilesSection(host);
    this.#seldom = new SeldomLoader(host, say);
    this.#beside = new BesideLoader(host, { queue, form, say });
    this.#actions = new ListActions(host, { queue, form, say, beside: this.#beside, words: () => this.#words });
    this.#pasted = new PastedLoader(host, {
      hold: (pasted) => intake.paste.hold(pasted),
      async add(file) {
        await intake.addFiles([{ file }]);
        return queue.snapshot.uploads.some((upload) => upload.file === file);
      },
      say,
      fail: () => intake.refuse([{ code: "not-loaded", name: "" }]),
    });
    this.#wait = new SubmitWaitLoader(host, { form, isDisabled: config.isDisabled, say });
    this.#late = new LateArrivals((id) => form.removeUncounted(id));
    new FocusKeeper(host);
    ignoreStrayClicks(host.renderRoot);
    host.renderRoot.addEventListener("click", ({ target }) => {
      const isDismissed = target instanceof Element && target.closest("[part=dismiss-button]");
      if (isDismissed && this.#words) say(this.#words.messages.announceDismissed);
    });
    new LeaveGuard(host, queue, () => this.#pasted.hasText);
    new InterruptedSearch(host, queue, () => uploaderOptions(host, form.maxUploads));
    new Ticker(host, () => {
      const { counts, interrupted } = queue.snapshot;
      // Waits are shown with their remaining seconds, interrupted uploads with their age.
      return counts.waiting > 0 ? 1000 : interrupted.length > 0 ? 60_000 : null;
    });
  }

  /** Follows an event of the uploader. Returns true when nothing else may handle the event. */
  follow(event: UploaderEvent): boolean {
    if (this.#late.takes(event)) return true;
    if (event.type === "duplicate" || event.type === "inspected")
      this.#seldom.announce(event.upload, () => this.#words);
    this.#wait.follow(event);
    return false;
  }

  /** Ends the wait of the form. Uploads that could not be cancelled by the reset are removed as soon as they end. */
  reset(): void {
    this.#wait.reset();
    this.#pasted.reset();
    this.#late.expect(this.#config.queue.snapshot.uploads);
  }

  /** Whether a submitted form can wait for its files. */
  get canWait(): boolean {
    return this.#wait.isLoaded;
  }

  /** Resolves when everything that is to be shown is loaded. */
  async complete(): Promise<void> {
    await this.#wait.complete();
    await this.#beside.complete();
    await this.#files.complete();
  }

  render(words: View): TemplateResult {
    const { queue, form, intake, isDisabled } = this.#config;
    const { snapshot } = queue;
    this.#words = words;
    const view = { ...words, commands: this.#actions, show: this.#seldom.show, nowMs: Date.now() };
    const full = isDisabled() || intake.isFull;
    const manualStart = this.#host.noAuto && queue.isSetUp;
    return html`${this.#wait.render(snapshot.counts.failed, view)}${this.#pasted.render(intake.paste.text, view)}${this.#beside.above(
      { ...view, full },
    )}${this.#files.render(snapshot, { ...view, manualStart, isSubmitted: form.isSubmitted })}${this.#beside.below(words)}`;
  }
}
