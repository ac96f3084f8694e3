import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { CreateUploaderOptions } from "../../load-uploader.ts";
import { whenIdle } from "../../ui/when-idle.ts";
import type { UploadsController } from "../uploads-controller.ts";

export interface SearchHost extends ReactiveControllerHost {
  readonly isConnected: boolean;
  readonly hasUpdated: boolean;
  readonly keepAlive: boolean;
  readonly endpoint: object | string | null;
  readonly noRecovery: boolean;
}

/** The key of `lazy-ports.ts`, written again: a module in common would load the engine with the list. */
export const SAVED_KEY = "lightfield-uploader:checkpoints";

/**
 * Searches once, when the page is idle, for uploads that an earlier visit left unfinished; again only when the options
 * that the search depends on have changed.
 */
export class InterruptedSearch implements ReactiveController {
  readonly #host: SearchHost;
  readonly #queue: UploadsController;
  readonly #options: () => CreateUploaderOptions;
  /** Key of the last search; null for none. */
  #searched: string | null = null;

  /** @param options by the current settings of the element */
  constructor(host: SearchHost, queue: UploadsController, options: () => CreateUploaderOptions) {
    this.#host = host;
    this.#queue = queue;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    if (this.#host.hasUpdated) this.hostUpdated();
  }

  hostUpdated(): void {
    const wanted = this.#key();
    if (wanted === this.#searched || !this.#host.isConnected) return;
    this.#searched = wanted;
    if (wanted === null) return;
    whenIdle(() => {
      if (this.#host.isConnected && this.#key() === wanted && hasSaved()) this.#search();
    });
  }

  /** A removal disposes of the uploader with everything that was found; moving the element is not a removal. */
  hostDisconnected(): void {
    queueMicrotask(() => {
      if (!this.#host.isConnected && !this.#host.keepAlive) this.#searched = null;
    });
  }

  /** Fails without notice: the user did not ask for the search. */
  #search(): void {
    this.#queue
      .withUploader((uploader) => {
        uploader.findInterrupted().catch(() => {});
      })
      .catch(() => {});
  }

  /** Options that decide which interrupted uploads belong to this element; null to search for none. */
  #key(): string | null {
    const { endpoint, noRecovery } = this.#host;
    if (!endpoint || noRecovery || this.#queue.isSupplied) return null;
    const { scope, purpose, context } = this.#options();
    return JSON.stringify([scope, purpose, contextKey(context)]);
  }
}

/** Whether an earlier visit saved a checkpoint. Only then is the engine loaded before a file is added. */
function hasSaved(): boolean {
  try {
    return localStorage.getItem(SAVED_KEY) !== null;
  } catch {
    // The page may not use storage, so nothing was saved either.
    return false;
  }
}

/** Key of a context, equal for equal JSON even if the page creates it at each render; null if it has no JSON. */
function contextKey(context: unknown): string | null {
  try {
    return JSON.stringify(context) ?? null;
  } catch {
    return null;
  }
}
