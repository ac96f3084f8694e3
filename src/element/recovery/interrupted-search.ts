import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { UploaderOptions } from "../../engine/uploader-api.ts";
import { whenIdle } from "../../ui/when-idle.ts";

export interface SearchHost extends ReactiveControllerHost {
  readonly isConnected: boolean;
  readonly hasUpdated: boolean;
  readonly keepAlive: boolean;
}

export interface InterruptedSearchConfig {
  /** What says which interrupted uploads belong here; null when none are to be looked for. */
  options(): UploaderOptions | null;
  search(): void;
}

/**
 * Looks once, when the page has nothing better to do, for what an earlier visit left unfinished; again only when it would
 * look for something else.
 */
export class InterruptedSearch implements ReactiveController {
  readonly #host: SearchHost;
  readonly #config: InterruptedSearchConfig;
  #searched: string | null = null;

  constructor(host: SearchHost, config: InterruptedSearchConfig) {
    this.#host = host;
    this.#config = config;
    host.addController(this);
  }

  hostConnected(): void {
    if (this.#host.hasUpdated) this.hostUpdated();
  }

  hostUpdated(): void {
    const wanted = this.#wanted();
    if (wanted === this.#searched || !this.#host.isConnected) return;
    this.#searched = wanted;
    if (wanted === null) return;
    whenIdle(() => {
      if (this.#host.isConnected && this.#wanted() === wanted) this.#config.search();
    });
  }

  /** Its uploader goes with it, and what that found; a move is no removal. */
  hostDisconnected(): void {
    queueMicrotask(() => {
      if (!this.#host.isConnected && !this.#host.keepAlive) this.#searched = null;
    });
  }

  #wanted(): string | null {
    const options = this.#config.options();
    return options && JSON.stringify([options.scope, options.purpose, comparable(options.context)]);
  }
}

/** The same for a context that is made anew at each render; null for one that cannot be told, as a function's. */
function comparable(context: unknown): string | null {
  try {
    return JSON.stringify(context) ?? null;
  } catch {
    return null;
  }
}
