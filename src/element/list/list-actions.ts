import type { UploadStatus } from "../../engine/upload/upload-state.ts";
import { quotedName } from "../../ui/file-names.ts";
import type { FormParticipation } from "../form/form-participation.ts";
import type { UploadsController } from "../uploads-controller.ts";
import type { View } from "../words/view.ts";
import type { BesideLoader } from "./beside-loader.ts";
import { InsteadOf } from "./instead-of.ts";
import type { RowCommands } from "./row.ts";
import type { SummaryCommands } from "./summary.ts";

export interface ListActionsHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
  addFiles(files: Iterable<{ readonly file: File; readonly folder?: string }>): Promise<void>;
  openPicker(): void;
  start(): void;
  pause(id?: string): void;
  resume(id?: string): void;
  retry(id?: string): void;
  cancel(id?: string): void;
  remove(id: string): void;
}

export interface ListActionsConfig {
  readonly queue: UploadsController;
  readonly form: FormParticipation;
  readonly beside: BesideLoader;
  /** Announces a sentence to screen readers. */
  say(sentence: string): void;
  /** Words of the list as it is drawn; null when they are no longer available. */
  words(): View | null;
}

/** What the buttons of the list do. The buttons of all files call it without an id. */
export class ListActions implements RowCommands, SummaryCommands {
  readonly #host: ListActionsHost;
  readonly #config: ListActionsConfig;
  readonly #insteadOf: InsteadOf;

  constructor(host: ListActionsHost, config: ListActionsConfig) {
    this.#host = host;
    this.#config = config;
    this.#insteadOf = new InsteadOf(host);
  }

  start(): void {
    this.#host.start();
  }

  pause(id?: string): void {
    this.#host.pause(id);
  }

  resume(id?: string): void {
    this.#host.resume(id);
  }

  retry(id?: string): void {
    this.#host.retry(id);
  }

  cancel(id?: string): void {
    this.#host.cancel(id);
  }

  remove(id: string): void {
    const upload = this.#find(id);
    this.#host.remove(id);
    const words = this.#config.words();
    if (!upload || !words || this.#find(id)) return;
    this.#tell([id], words.messages.removed(quotedName(upload.name), upload.status === "succeeded"), words);
  }

  clear(statuses: readonly UploadStatus[]): void {
    const { form, queue } = this.#config;
    const words = this.#config.words();
    const { uploads } = queue.snapshot;
    const ids = uploads.filter((one) => one.uploadedBefore || statuses.includes(one.status)).map(({ id }) => id);
    form.clear(statuses);
    for (const { id, uploadedBefore } of uploads) if (uploadedBefore) this.#host.remove(id);
    if (words) this.#tell(ids, words.messages.removedMany(ids.length, words.formats), words);
  }

  /** Adds the file once more, and removes the cancelled upload if it was accepted. */
  async again(id: string): Promise<void> {
    const upload = this.#find(id);
    if (!upload) return;
    const { file, folder } = upload;
    await this.#host.addFiles([folder ? { file, folder } : { file }]);
    const { uploads } = this.#config.queue.snapshot;
    if (uploads.some((one) => one.file === file && one.id !== id)) this.#host.remove(id);
  }

  another(id: string): void {
    this.#insteadOf.pick(() => this.#host.remove(id));
  }

  #find(id: string) {
    return this.#config.queue.snapshot.uploads.find((upload) => upload.id === id);
  }

  /** Shows and announces what was removed, and announces the button that returns it as soon as there is one. */
  #tell(ids: readonly string[], sentence: string, { messages }: View): void {
    const { beside } = this.#config;
    this.#config.say(sentence);
    beside.offerUndo(ids, sentence).then(
      () => this.#config.say(messages.undo),
      () => {},
    );
  }
}
