import type { ReactiveController, ReactiveControllerHost } from "lit";
import { whenIdle } from "./when-idle.ts";

export interface SearchHost extends ReactiveControllerHost {
  readonly isConnected: boolean;
  readonly hasUpdated: boolean;
  readonly keepAlive: boolean;
}

export interface InterruptedSearchConfig {
  /** Whose interrupted uploads to look for; null for nobody's. */
  scope(): string | null;
  search(): void;
}

/** Looks once, when the page has nothing better to do, for what an earlier visit left unfinished. */
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
    const scope = this.#config.scope();
    if (scope === this.#searched || !this.#host.isConnected) return;
    this.#searched = scope;
    if (scope === null) return;
    whenIdle(() => {
      if (this.#host.isConnected && this.#config.scope() === scope) this.#config.search();
    });
  }

  /** Its uploader goes with it, and what that found; a move is no removal. */
  hostDisconnected(): void {
    queueMicrotask(() => {
      if (!this.#host.isConnected && !this.#host.keepAlive) this.#searched = null;
    });
  }
}
