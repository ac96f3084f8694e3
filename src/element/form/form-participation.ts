import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { UploadStatus } from "../../engine/upload/upload-state.ts";
import type { UploaderEvent } from "../../engine/uploader-api.ts";
import { mostFiles, takesMany, type UploaderSettings } from "../settings.ts";
import type { UploadsController } from "../uploads-controller.ts";
import type { FirstMessages } from "../words/messages.ts";
import { FormReport } from "./form-report.ts";
import { filesOf } from "./form-state.ts";
import { type HeldFile, HeldFiles } from "./held-files.ts";
import { hasPending, validityOf } from "./validity.ts";

export interface FormHost extends ReactiveControllerHost, EventTarget, UploaderSettings {
  readonly name: string;
  readonly required: boolean;
  readonly submitWhileUploading: "refuse" | "wait";
}

export interface FormConfig {
  readonly internals: ElementInternals;
  readonly queue: UploadsController;
  /** Whether files are still being added to the list. */
  isAdding(): boolean;
  /** Whether the code that makes a form wait is loaded. */
  canWait(): boolean;
  messages(): FirstMessages;
  anchor(isShown: boolean): HTMLElement | null;
}

/**
 * Makes the uploads the value of a form control: which files the form holds, whether it is valid or waits for them, and
 * when the value has changed.
 */
export class FormParticipation implements ReactiveController {
  readonly #host: FormHost;
  readonly #config: FormConfig;
  readonly #held = new HeldFiles();
  readonly #report: FormReport;
  #restored: readonly HeldFile[] = [];
  /** Whether several files are being removed, which changes the value at most once. */
  #isRemoving = false;

  constructor(host: FormHost, config: FormConfig) {
    this.#host = host;
    this.#config = config;
    this.#report = new FormReport({
      internals: config.internals,
      name: () => host.name,
      held: () => this.#files,
      anchor: config.anchor,
    });
    // The event comes before the browser shows the message.
    host.addEventListener("invalid", () => this.#report.setValidity(true));
    host.addController(this);
  }

  /** Ids of the completed files at Lightfield, those of restored files first. */
  get ids(): readonly string[] {
    return this.#files.ids;
  }

  /** Files that were uploaded before the user left the page, and that the form holds again. */
  get restored(): readonly HeldFile[] {
    return this.#restored;
  }

  /** Whether files are being added or are not uploaded yet. */
  get isPending(): boolean {
    return this.#config.isAdding() || hasPending(this.#config.queue.snapshot);
  }

  /** Whether a submitted form waits until every file is uploaded. */
  get isWaiting(): boolean {
    const { name, required, submitWhileUploading } = this.#host;
    const { queue, canWait } = this.#config;
    return submitWhileUploading === "wait" && Boolean(name || required) && canWait() && queue.isSetUp;
  }

  /** Maximum number of files in the uploader, besides the restored ones; null for no limit. A single file replaces them. */
  get maxUploads(): number | null {
    const max = mostFiles(this.#host);
    return takesMany(this.#host) && max ? Math.max(0, max - this.#restored.length) : max;
  }

  hostConnected(): void {
    // An uploader of the page may have completed uploads while the element was away.
    this.#held.expire();
  }

  hostUpdated(): void {
    this.update();
  }

  /** Reports value and validity to the form. */
  update(): void {
    const { name, required } = this.#host;
    const { isPending, isWaiting } = this;
    const multiple = takesMany(this.#host);
    const messages = this.#config.messages();
    this.#report.update(
      validityOf({ name, required, multiple, messages, isEmpty: this.#isEmpty, isPending, isWaiting }),
      isPending,
    );
  }

  setCustomMessage(message: string): void {
    this.#report.setCustomMessage(message);
  }

  /** Follows an event of the uploader, and returns whether it changed the value. */
  follow(event: UploaderEvent): boolean {
    const { type } = event;
    const moves = type === "removed" || type === "restored";
    const changes = type === "succeeded" || (moves && event.upload.status === "succeeded");
    if (changes) this.#held.expire();
    const isReplacing = event.type === "added" && !takesMany(this.#host) && this.#restored.length > 0;
    if (isReplacing) this.#restore([]);
    // Before the page gets the event, so that it can submit the form in its listener.
    if (event.type === "succeeded" || event.type === "finished") this.update();
    return isReplacing || changes;
  }

  /** Event with the page's own file limit, because the uploader's limit is lower by the number of restored files. */
  withFullLimit(event: UploaderEvent): UploaderEvent {
    if (event.type !== "rejected" || this.#restored.length === 0 || this.#config.queue.isSupplied) return event;
    const limit = mostFiles(this.#host);
    return {
      ...event,
      rejections: event.rejections.map((one) => (one.code === "too-many" ? { ...one, limit } : one)),
    };
  }

  /** Fires `input` and `change`, as every control does when the user has changed its value. */
  fireChange(): void {
    if (this.#isRemoving) return;
    this.update();
    this.#host.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
    this.#host.dispatchEvent(new Event("change", { bubbles: true }));
  }

  /** Whether the ids of completed files are part of a form. */
  get isSubmitted(): boolean {
    return Boolean(this.#host.name && this.#config.internals.form);
  }

  /** Removes every upload that has ended and all restored files, or only uploads of the given statuses. */
  clear(statuses?: readonly UploadStatus[]): void {
    const before = this.ids;
    this.#remove(() => {
      if (!statuses) this.#restore([]);
      this.#config.queue.command((uploader) => uploader.clear(statuses));
    });
    if (this.ids !== before) this.fireChange();
  }

  /** Cancels and removes everything, without `input` and `change`, as every control does when its form is reset. */
  reset(): void {
    this.#remove(() => {
      this.#config.queue.command((uploader) => uploader.cancel());
      this.#restore([]);
      this.#config.queue.command((uploader) => uploader.clear());
    });
  }

  /** Restores the files that the browser stored when the user left the page. */
  restore(state: unknown): void {
    if (this.#host.name) this.#restore(filesOf(state).slice(0, mostFiles(this.#host) ?? undefined));
  }

  removeRestored(id: string): void {
    this.#restore(this.#restored.filter((file) => file.id !== id));
    this.fireChange();
  }

  /** Removes an upload that never was part of the value. */
  removeUncounted(id: string): void {
    this.#remove(() => this.#config.queue.command((uploader) => uploader.remove(id)));
  }

  get #files(): HeldFiles {
    return this.#held.update(this.#config.queue, this.#restored);
  }

  get #isEmpty(): boolean {
    return this.#config.queue.snapshot.counts.succeeded + this.#restored.length === 0;
  }

  #restore(files: readonly HeldFile[]): void {
    this.#restored = files;
    this.#host.requestUpdate();
  }

  #remove(change: () => void): void {
    this.#isRemoving = true;
    try {
      change();
    } finally {
      this.#isRemoving = false;
    }
  }
}
