import { property, state } from "lit/decorators.js";
import type { UploadSnapshot } from "../engine/snapshot.ts";
import type { UploaderApi, UploaderEvent } from "../engine/uploader-api.ts";
import { type ConnectedUploader, type CreateUploaderOptions, loadUploader } from "../load-uploader.ts";
import { filesOf } from "./form/form-state.ts";
import { type HeldFile, HeldFiles } from "./form/held-files.ts";
import { UploaderSettings } from "./uploader-settings.ts";
import { UploadsController } from "./uploads-controller.ts";

/** What a page can tell the element to do with its uploads, and ask about them. */
export abstract class UploaderCommands extends UploaderSettings {
  /** Files that were uploaded before the page was left, and that the form holds again since somebody came back. */
  @state() protected restored: readonly HeldFile[] = [];

  /** @internal */
  protected readonly queue = new UploadsController(this, {
    create: async (options) => this.createUploader(options),
    options: () => this.uploaderOptions(),
    onEvent: (event) => {
      if (event.type === "succeeded" || event.type === "removed") this.#files.expire();
      this.relay(event.type === "rejected" ? this.#inFull(event) : event);
    },
  });

  readonly #files = new HeldFiles();

  /** The uploads on the list, in the order in which they were added. */
  get uploads(): readonly UploadSnapshot[] {
    return this.queue.snapshot.uploads;
  }

  /** The ids of the completed files at Lightfield, those first that the form held when the page was left. */
  get value(): readonly string[] {
    return this.held.ids;
  }

  /** The headless uploader behind the list: the element's own once it is needed, or one that you supply and look after. */
  @property({ attribute: false })
  get uploader(): UploaderApi | null {
    return this.queue.uploader;
  }
  set uploader(uploader: UploaderApi | null) {
    this.queue.supply(uploader);
  }

  /** Starts what is queued (with `no-auto` nothing starts before). */
  start(): void {
    this.queue.command((uploader) => uploader.start());
  }

  /** Pauses one upload, or all. One that cannot resume begins anew when it goes on. */
  pause(id?: string): void {
    this.queue.command((uploader) => uploader.pause(id));
  }

  /** Goes on with one paused upload, or all. */
  resume(id?: string): void {
    this.queue.command((uploader) => uploader.resume(id));
  }

  /** Tries one failed upload again, or all, from the step at which it failed. */
  retry(id?: string): void {
    this.queue.command((uploader) => uploader.retry(id));
  }

  /** Stops one upload, or all, and abandons it at Lightfield. */
  cancel(id?: string): void {
    this.queue.command((uploader) => uploader.cancel(id));
  }

  /**
   * Takes an upload off the list; what is not over yet is cancelled first. Without an id it removes the element itself from
   * the document, as it does for every element (a `select` has the same two meanings).
   */
  override remove(id?: string): void {
    if (id === undefined) super.remove();
    else this.queue.command((uploader) => uploader.remove(id));
  }

  /** Takes everything that is over off the list. */
  clear(): void {
    this.restored = [];
    this.queue.command((uploader) => uploader.clear());
  }

  override connectedCallback(): void {
    // An uploader of the page's may have gone on in the meantime.
    this.#files.expire();
    super.connectedCallback();
  }

  /** @internal */
  override formStateRestoreCallback(state: unknown, reason: "restore" | "autocomplete"): void {
    if (this.name && reason === "restore") this.restored = filesOf(state).slice(0, this.mostFiles ?? undefined);
  }

  protected override get held(): HeldFiles {
    return this.#files.update(this.queue, this.restored);
  }

  /** The form holds no file. */
  protected get isEmpty(): boolean {
    return this.queue.snapshot.counts.succeeded + this.restored.length === 0;
  }

  /** Restored files take places on the list; the only place there is goes to the next file that comes. */
  protected override uploaderOptions(): CreateUploaderOptions {
    const options = super.uploaderOptions();
    const { maxFiles } = options;
    return this.takesMany && maxFiles
      ? { ...options, maxFiles: Math.max(0, maxFiles - this.restored.length) }
      : options;
  }

  /** With the limit that the page set, of which restored files have their part. */
  #inFull(event: Extract<UploaderEvent, { type: "rejected" }>): UploaderEvent {
    if (this.restored.length === 0 || this.queue.isSupplied) return event;
    const { mostFiles } = this;
    return {
      ...event,
      rejections: event.rejections.map((one) => (one.code === "too-many" ? { ...one, limit: mostFiles } : one)),
    };
  }

  /** Makes the element's own uploader, fetching the code for that; a subclass may make another. */
  protected createUploader(options: CreateUploaderOptions): ConnectedUploader | Promise<ConnectedUploader> {
    return Promise.all([loadUploader(options), this.loadList()]).then(([uploader]) => uploader);
  }

  /** What says which interrupted uploads belong here; null when none are to be looked for. */
  protected get recoveryOptions(): CreateUploaderOptions | null {
    return this.endpoint && !this.noRecovery && !this.queue.isSupplied ? this.uploaderOptions() : null;
  }

  /** Nobody asked for it, so nobody needs to know when it fails. */
  protected async findInterrupted(): Promise<void> {
    try {
      await this.queue.withUploader((uploader) => void uploader.findInterrupted().catch(() => {}));
    } catch {}
  }

  /** Fetches what draws the list, and its words. */
  protected abstract loadList(): Promise<void>;

  protected abstract relay(event: UploaderEvent): void;
}
