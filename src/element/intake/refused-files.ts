import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { FileEntry, UploaderEvent } from "../../engine/uploader-api.ts";
import { addStyles } from "../../ui/add-styles.ts";
import type { UploadsController } from "../uploads-controller.ts";
import type { View } from "../words/view.ts";
import type { Refusal } from "./refusals.ts";
import { lastRefusal } from "./refusals-template.ts";

type Module = typeof import("./notices.ts");

export interface RefusedFilesHost extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

export interface RefusedFilesConfig {
  readonly queue: UploadsController;
  /** Adds a file that was only doubted. */
  readd(entry: FileEntry): void;
}

/** Loaded with the list: files that were not added, newest first, until the user dismisses them or adds them after all. */
export class RefusedFiles implements ReactiveController {
  readonly #host: RefusedFilesHost;
  readonly #config: RefusedFilesConfig;
  #all: readonly Refusal[] = [];
  /** Code that draws the notices; null until it is loaded. */
  #module: Module | null = null;
  /** Whether files were added since the last comparison with the list. */
  #isStale = false;

  constructor(host: RefusedFilesHost, config: RefusedFilesConfig) {
    this.#host = host;
    this.#config = config;
    host.addController(this);
  }

  /** Shows files that were not added. Resolves when their code is loaded, or cannot be loaded. */
  async add(refusals: readonly Refusal[]): Promise<void> {
    this.#show([...refusals, ...this.#all]);
    if (!this.#module) await this.#load();
  }

  readonly dismiss = (): void => this.#show([]);

  /** Follows an event of the uploader. */
  follow(event: UploaderEvent): void {
    if (event.type === "added") this.#isStale = true;
  }

  hostUpdate(): void {
    if (!this.#isStale || !this.#module) return;
    this.#isStale = false;
    if (this.#all.length > 0) this.#all = this.#module.unlisted(this.#all, this.#config.queue.snapshot.uploads);
  }

  render(words: View): unknown {
    const commands = { dismiss: this.dismiss, addAnyway: this.#addAnyway };
    const module = this.#module;
    return module ? module.notices(this.#all, words, commands) : lastRefusal(this.#all, words, this.dismiss);
  }

  readonly #addAnyway = (refusal: Refusal): void => {
    this.#show(this.#all.filter((one) => one !== refusal));
    if ("entry" in refusal) this.#config.readd(refusal.entry);
  };

  async #load(): Promise<void> {
    try {
      this.#module = await import("./notices.ts");
      addStyles(this.#host, this.#module.noticeListStyles);
      this.#host.requestUpdate();
    } catch {
      // The last refused file is shown nevertheless.
    }
  }

  #show(refusals: readonly Refusal[]): void {
    this.#all = refusals;
    this.#host.requestUpdate();
  }
}
