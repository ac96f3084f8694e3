import { nothing, type ReactiveControllerHost, type TemplateResult } from "lit";
import type { InterruptedUpload } from "../../engine/snapshot.ts";
import type { UploadsController } from "../uploads-controller.ts";
import type { View } from "../words/view.ts";
import { interruptedUploads } from "./interrupted-template.ts";

export interface InterruptedSectionHost extends ReactiveControllerHost {
  openPicker(): void;
}

export interface InterruptedSectionConfig {
  readonly queue: UploadsController;
  /** Announces a sentence to screen readers. */
  say(sentence: string): void;
}

export interface InterruptedSectionView extends View {
  readonly nowMs: number;
  /** Whether the list accepts no more files. */
  readonly full: boolean;
}

/** Section of uploads that an earlier visit left unfinished. It remembers which files the browser could not open. */
export class InterruptedSection {
  readonly #host: InterruptedSectionHost;
  readonly #config: InterruptedSectionConfig;
  readonly #failed = new Set<string>();
  readonly #opening = new Set<string>();

  constructor(host: InterruptedSectionHost, config: InterruptedSectionConfig) {
    this.#host = host;
    this.#config = config;
  }

  render(uploads: readonly InterruptedUpload[], view: InterruptedSectionView): TemplateResult | typeof nothing {
    if (uploads.length === 0) return nothing;
    return interruptedUploads(uploads, {
      ...view,
      hasFailed: (id) => this.#failed.has(id),
      resume: (id) => this.#resume(id, view),
      choose: () => this.#host.openPicker(),
      discard: (id) => this.#discard(id),
    });
  }

  /** Calls the uploader within the click, because browsers ask for permission to open a file only then. */
  async #resume(id: string, { messages }: View): Promise<void> {
    const { uploader } = this.#config.queue;
    if (!uploader || this.#opening.has(id)) return;
    this.#opening.add(id);
    const opened = await uploader.resumeInterrupted(id).catch(() => false);
    this.#opening.delete(id);
    if (opened) return;
    this.#failed.add(id);
    this.#config.say(messages.notReopened);
    this.#host.requestUpdate();
  }

  /** Removes the upload from the section at once. A session that the endpoint fails to cancel expires there. */
  #discard(id: string): void {
    this.#config.queue.uploader?.discardInterrupted(id).catch(() => {});
  }
}
