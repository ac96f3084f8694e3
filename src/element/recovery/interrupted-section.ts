import { nothing, type TemplateResult } from "lit";
import type { InterruptedUpload } from "../../engine/snapshot.ts";
import type { UploaderApi } from "../../engine/uploader-api.ts";
import type { View } from "../words/view.ts";
import { interruptedUploads } from "./interrupted-template.ts";

export interface InterruptedSectionConfig {
  uploader(): UploaderApi | null;
  requestUpdate(): void;
  /** To a screen reader. */
  say(words: string): void;
}

export interface InterruptedSectionView extends View {
  readonly nowMs: number;
  /** The list takes no more files. */
  readonly full: boolean;
}

/** The section of uploads that an earlier visit left unfinished; remembers which of them the browser could not open. */
export class InterruptedSection {
  readonly #config: InterruptedSectionConfig;
  readonly #failed = new Set<string>();
  readonly #opening = new Set<string>();

  constructor(config: InterruptedSectionConfig) {
    this.#config = config;
  }

  render(uploads: readonly InterruptedUpload[], view: InterruptedSectionView): TemplateResult | typeof nothing {
    if (uploads.length === 0) return nothing;
    return interruptedUploads(uploads, {
      ...view,
      hasFailed: (id) => this.#failed.has(id),
      resume: (id) => this.#resume(id, view),
      // It is off the list at once; what could not be undone at the host expires there.
      discard: (id) =>
        void this.#config
          .uploader()
          ?.discardInterrupted(id)
          .catch(() => {}),
    });
  }

  /** Runs within the click up to the engine's call: the browser asks for permission only then. */
  async #resume(id: string, { messages }: View): Promise<void> {
    const uploader = this.#config.uploader();
    if (!uploader || this.#opening.has(id)) return;
    this.#opening.add(id);
    const opened = await uploader.resumeInterrupted(id).catch(() => false);
    this.#opening.delete(id);
    if (opened) return;
    this.#failed.add(id);
    this.#config.say(messages.notReopened);
    this.#config.requestUpdate();
  }
}
