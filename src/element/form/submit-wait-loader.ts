import type { ReactiveController } from "lit";
import type { UploaderEvent } from "../../engine/uploader-api.ts";
import type { View } from "../words/view.ts";
import type { SubmitWait, SubmitWaitConfig, SubmitWaitHost } from "./submit-wait.ts";

type Module = typeof import("./submit-wait.ts");

/** Import of the code, shared by all elements of the page. */
let loaded: Module | null = null;

export interface SubmitWaitLoaderHost extends SubmitWaitHost {
  readonly submitWhileUploading: "refuse" | "wait";
}

/**
 * Loads what delays a form (`submit-while-uploading="wait"`), where a page asks for it. Until it is loaded, a form whose
 * files are pending is refused.
 */
export class SubmitWaitLoader implements ReactiveController {
  readonly #host: SubmitWaitLoaderHost;
  readonly #config: SubmitWaitConfig;
  #wait: SubmitWait | null = null;

  constructor(host: SubmitWaitLoaderHost, config: SubmitWaitConfig) {
    this.#host = host;
    this.#config = config;
    host.addController(this);
  }

  get isLoaded(): boolean {
    return this.#wait !== null;
  }

  hostUpdate(): void {
    if (this.#isNeeded && loaded) this.#create(loaded);
  }

  hostUpdated(): void {
    // Fails without notice: the form is refused as long as it cannot wait, and the next update tries again.
    this.complete().catch(() => {});
  }

  /** Resolves when the code is loaded, or at once when no form is to wait. */
  async complete(): Promise<void> {
    if (!this.#isNeeded) return;
    loaded = await import("./submit-wait.ts");
    this.#create(loaded);
    this.#host.requestUpdate();
  }

  follow(event: UploaderEvent): void {
    this.#wait?.follow(event);
  }

  reset(): void {
    this.#wait?.reset();
  }

  render(failed: number, view: View): unknown {
    return this.#wait?.render(failed, view);
  }

  get #isNeeded(): boolean {
    return !this.#wait && this.#host.submitWhileUploading === "wait";
  }

  #create({ SubmitWait }: Module): void {
    this.#wait ??= new SubmitWait(this.#host, this.#config);
  }
}
