/**
 * The list of files with all that belongs to it: a chunk of its own, since there is nothing to list before the first file.
 */
import { html, type TemplateResult } from "lit";
import type { UploaderApi, UploaderEvent, UploaderOptions } from "../../engine/uploader-api.ts";
import { listStyles } from "../../ui/list-styles.ts";
import { Ticker } from "../../ui/ticker.ts";
import { HintAnnouncer } from "../announce/hint-announcer.ts";
import { formStyles } from "../form/form-styles.ts";
import type { HeldFile } from "../form/held-files.ts";
import { LateArrivals } from "../form/late-arrivals.ts";
import { LeaveGuard, type LeaveGuardConfig, type LeaveGuardHost } from "../form/leave-guard.ts";
import { restoredSection } from "../form/restored-section.ts";
import { SubmitWait, type SubmitWaitConfig, type SubmitWaitHost } from "../form/submit-wait.ts";
import { PastedSection, type PastedText } from "../intake/pasted-section.ts";
import { pastedStyles } from "../intake/pasted-styles.ts";
import { InterruptedSearch, type SearchHost } from "../recovery/interrupted-search.ts";
import { InterruptedSection } from "../recovery/interrupted-section.ts";
import { interruptedStyles } from "../recovery/interrupted-styles.ts";
import type { View } from "../words/view.ts";
import { compactStyles } from "./compact-styles.ts";
import { FilesSection } from "./files-section.ts";
import { inspectionStyles } from "./inspection-styles.ts";
import { progressStyles } from "./progress-styles.ts";
import type { RowCommands } from "./row.ts";
import { rowStyles } from "./row-styles.ts";
import { stateStyles } from "./state-styles.ts";
import type { SummaryCommands } from "./summary.ts";
import type { VirtualRowsHost } from "./virtual-rows.ts";

export { announcement } from "../announce/announcement.ts";
export { Announcer } from "../announce/announcer.ts";
export { ENGLISH_REST as sentences } from "../locales/en/rest.ts";

export type ListViewHost = SearchHost &
  VirtualRowsHost &
  RowCommands &
  SummaryCommands &
  SubmitWaitHost &
  LeaveGuardHost & { readonly uploader: UploaderApi | null };

export interface ListViewConfig extends SubmitWaitConfig, LeaveGuardConfig {
  /** What says which interrupted uploads belong here; null when none are to be looked for. */
  recoveryOptions(): UploaderOptions | null;
  findInterrupted(): void;
  addPasted(file: File): Promise<void>;
  discardPasted(): void;
  removeRestored(id: string): void;
  /** Takes off the list what the form never held. */
  removeUncounted(id: string): void;
}

export interface ListViewOptions extends View {
  /** Nothing starts before the user says so. */
  readonly manualStart: boolean;
  /** The list takes no more files. */
  readonly full: boolean;
  /** Text that is to become a file. */
  readonly pasted: PastedText | null;
  /** What the form holds since somebody came back to the page. */
  readonly restored: readonly HeldFile[];
  /** The page's own icon for files; null for one by the kind of file. */
  readonly icon: Node | null;
}

export class ListView {
  static readonly styles = [
    listStyles,
    compactStyles,
    rowStyles,
    progressStyles,
    interruptedStyles,
    inspectionStyles,
    pastedStyles,
    formStyles,
    stateStyles,
  ];

  readonly #host: ListViewHost;
  readonly #config: ListViewConfig;
  readonly #section: InterruptedSection;
  readonly #pasted: PastedSection;
  readonly #files: FilesSection;
  readonly #hints: HintAnnouncer;
  readonly #wait: SubmitWait;
  readonly #late: LateArrivals;
  #words: View | null = null;

  constructor(host: ListViewHost, config: ListViewConfig) {
    this.#host = host;
    this.#config = config;
    this.#files = new FilesSection(host);
    this.#pasted = new PastedSection({
      add: config.addPasted,
      discard: config.discardPasted,
      update: () => {
        host.requestUpdate();
        return host.updateComplete;
      },
    });
    this.#hints = new HintAnnouncer(config.say);
    this.#section = new InterruptedSection({
      uploader: () => host.uploader,
      requestUpdate: () => host.requestUpdate(),
      say: config.say,
    });
    this.#wait = new SubmitWait(host, config);
    this.#late = new LateArrivals({ remove: config.removeUncounted });
    new LeaveGuard(host, config);
    new InterruptedSearch(host, { options: config.recoveryOptions, search: config.findInterrupted });
    new Ticker(host, () => {
      const { counts, interrupted } = config.queue();
      // A wait is shown with the seconds that are left of it.
      return counts.waiting > 0 ? 1000 : interrupted.length > 0 ? 60_000 : null;
    });
  }

  /** Whether nobody else needs to hear of it. */
  hear(event: UploaderEvent): boolean {
    if (this.#late.takes(event)) return true;
    if (event.type === "inspected") this.#hints.hear(event.upload, () => this.#words);
    this.#wait.hear(event);
    return false;
  }

  /** The form was reset, and what is left on the list could not be called off. */
  reset(): void {
    this.#wait.reset();
    this.#late.expect(this.#config.queue().uploads);
  }

  render({ icon, full, manualStart, pasted, restored, ...words }: ListViewOptions): TemplateResult {
    const queue = this.#config.queue();
    this.#words = words;
    const view = { ...words, commands: this.#host, nowMs: Date.now() };
    return html`${this.#wait.render(queue.counts.failed, view)}${this.#pasted.render(pasted, view)}${this.#section.render(
      queue.interrupted,
      { ...view, full },
    )}${restoredSection(restored, { ...view, remove: this.#config.removeRestored })}${this.#files.render(queue, {
      ...view,
      icon,
      manualStart,
    })}`;
  }
}
