import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { UploaderEvent } from "../../engine/uploader-api.ts";
import type { UploadsController } from "../uploads-controller.ts";
import type { IntakeWords } from "../words/view.ts";
import type { Refusal } from "./refusals.ts";
import { lastRefusal } from "./refusals-template.ts";

/** Code that is loaded with the list. */
export type ListModule = typeof import("../list/list-view.ts");

export interface RefusedFilesConfig {
  readonly queue: UploadsController;
  /** Code that is loaded with the list; null before. */
  listModule(): ListModule | null;
  announce(refusals: readonly Refusal[]): void;
  /** Adds a file that was only doubted. */
  add(refusal: Refusal): void;
}

/** Files that were not added, newest first, until the user dismisses them or adds them after all. */
export class RefusedFiles implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #config: RefusedFilesConfig;
  #all: readonly Refusal[] = [];
  /** Whether files were added since the last comparison with the list. */
  #isStale = false;

  constructor(host: ReactiveControllerHost, config: RefusedFilesConfig) {
    this.#host = host;
    this.#config = config;
    host.addController(this);
  }

  /** Shows and announces files that were not added. */
  readonly refuse = (refusals: readonly Refusal[]): void => {
    if (refusals.length === 0) return;
    this.#show([...refusals, ...this.#all]);
    this.#config.announce(refusals);
  };

  readonly dismiss = (): void => this.#show([]);

  /** Follows an event of the uploader. */
  follow(event: UploaderEvent): void {
    if (event.type === "rejected") this.refuse(event.rejections);
    else if (event.type === "added") this.#isStale = true;
  }

  hostUpdate(): void {
    const { queue, listModule } = this.#config;
    const module = listModule();
    if (!this.#isStale || !module) return;
    this.#isStale = false;
    if (this.#all.length > 0) this.#all = module.unlisted(this.#all, queue.snapshot.uploads);
  }

  render(words: IntakeWords): unknown {
    const commands = { dismiss: this.dismiss, addAnyway: this.#addAnyway };
    const module = this.#config.listModule();
    return module ? module.notices(this.#all, words, commands) : lastRefusal(this.#all, words, this.dismiss);
  }

  readonly #addAnyway = (refusal: Refusal): void => {
    this.#show(this.#all.filter((one) => one !== refusal));
    this.#config.add(refusal);
  };

  #show(refusals: readonly Refusal[]): void {
    this.#all = refusals;
    this.#host.requestUpdate();
  }
}
