import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { QueueSnapshot, UploadSnapshot } from "../../engine/snapshot.ts";

export interface LeaveGuardHost extends ReactiveControllerHost {
  readonly noLeaveWarning: boolean;
  readonly noRecovery: boolean;
}

export interface LeaveGuardConfig {
  queue(): QueueSnapshot;
  /** The element is told what happens: it is in the document, or its own uploads go on without it. */
  isFollowing(): boolean;
}

/**
 * Has the browser ask before the page is left, only while that would cut something off: a page that listens for
 * `beforeunload` all the time may lose its place in the browser's cache of pages.
 */
export class LeaveGuard implements ReactiveController {
  readonly #host: LeaveGuardHost;
  readonly #config: LeaveGuardConfig;
  #isOn = false;

  constructor(host: LeaveGuardHost, config: LeaveGuardConfig) {
    this.#host = host;
    this.#config = config;
    host.addController(this);
  }

  hostUpdated(): void {
    const { noLeaveWarning, noRecovery } = this.#host;
    this.#turn(!noLeaveWarning && this.#config.isFollowing() && isAtRisk(this.#config.queue(), !noRecovery));
  }

  /** A move is no removal. */
  hostDisconnected(): void {
    queueMicrotask(() => this.hostUpdated());
  }

  hostConnected(): void {
    this.hostUpdated();
  }

  #turn(on: boolean): void {
    if (on === this.#isOn) return;
    this.#isOn = on;
    if (on) window.addEventListener("beforeunload", this.#ask);
    else window.removeEventListener("beforeunload", this.#ask);
  }

  /** Each element's own: the window would take a common one only once. */
  readonly #ask = (event: BeforeUnloadEvent): void => event.preventDefault();
}

/**
 * Leaving would lose something: what is under way stops, even if it could be taken up later, and nobody would know. What
 * is paused loses nothing when its confirmed bytes are kept for the next visit. What waits for `start()` has not begun.
 */
export function isAtRisk({ idle, counts, uploads }: QueueSnapshot, isRecovered: boolean): boolean {
  return !idle || (counts.paused > 0 && uploads.some((upload) => isPausedForNothing(upload, isRecovered)));
}

function isPausedForNothing({ status, resumable, confirmedBytes }: UploadSnapshot, isRecovered: boolean): boolean {
  return status === "paused" && !(isRecovered && resumable && confirmedBytes > 0);
}
