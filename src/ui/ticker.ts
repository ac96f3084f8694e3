import type { ReactiveController, ReactiveControllerHost } from "lit";

export interface TickerHost extends ReactiveControllerHost {
  readonly isConnected: boolean;
}

/** Updates its host at intervals, for text that depends on the current time. */
export class Ticker implements ReactiveController {
  readonly #host: TickerHost;
  readonly #everyMs: () => number | null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param everyMs called after every update; null when nothing that is shown depends on the time */
  constructor(host: TickerHost, everyMs: () => number | null) {
    this.#host = host;
    this.#everyMs = everyMs;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    this.hostDisconnected();
    const ms = this.#host.isConnected ? this.#everyMs() : null;
    if (ms !== null) this.#timer = setTimeout(() => this.#host.requestUpdate(), ms);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }
}
