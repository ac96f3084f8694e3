import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { QueueSnapshot, UploadSnapshot } from "../../engine/snapshot.ts";
import type { UploadsController } from "../uploads-controller.ts";

export interface LeaveGuardHost extends ReactiveControllerHost {
  readonly isConnected: boolean;
  readonly keepAlive: boolean;
  readonly noLeaveWarning: boolean;
  readonly noRecovery: boolean;
}

/**
 * Makes the browser ask before the page is left, only while leaving would interrupt something: a page that always listens
 * for `beforeunload` may be excluded from the back/forward cache.
 */
export class LeaveGuard implements ReactiveController {
  readonly #host: LeaveGuardHost;
  readonly #queue: UploadsController;
  readonly #hasText: () => boolean;
  #isOn = false;

  /** @param hasText whether the element holds text that was pasted or typed, and is not added yet */
  constructor(host: LeaveGuardHost, queue: UploadsController, hasText: () => boolean) {
    this.#host = host;
    this.#queue = queue;
    this.#hasText = hasText;
    host.addController(this);
  }

  hostUpdated(): void {
    const { isConnected, keepAlive, noLeaveWarning, noRecovery } = this.#host;
    const isFollowing = isConnected || (keepAlive && !this.#queue.isSupplied);
    const isAsking = this.#hasText() || isAtRisk(this.#queue.snapshot, !noRecovery);
    this.#turn(!noLeaveWarning && isFollowing && isAsking);
  }

  /** Waits for a microtask, because moving the element is not a removal. */
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

  /** Listener for `beforeunload`, one per element, because the window registers a shared function only once. */
  readonly #ask = (event: BeforeUnloadEvent): void => event.preventDefault();
}

/**
 * Whether leaving the page would lose something. Running uploads stop, even if they can be resumed later, and the
 * user would not notice. Paused uploads lose nothing when their confirmed bytes are stored for the next visit. Uploads that
 * wait for `start()` have nothing to lose.
 */
export function isAtRisk({ idle, counts, uploads }: QueueSnapshot, isRecovered: boolean): boolean {
  return !idle || (counts.paused > 0 && uploads.some((upload) => isLostWhenPaused(upload, isRecovered)));
}

function isLostWhenPaused(upload: UploadSnapshot, isRecovered: boolean): boolean {
  const { status, resumable, confirmedBytes, uploadedBefore } = upload;
  return status === "paused" && !uploadedBefore && !(isRecovered && resumable && confirmedBytes > 0);
}
