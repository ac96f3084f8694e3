export type FilePhase = "create" | "complete" | "cancel" | "retrieve" | "list" | "url";
export type MeetingPhase = "meeting-create" | "meeting-update" | "meeting-retrieve";
export type ApiPhase = FilePhase | MeetingPhase;
export type FaultPhase = ApiPhase | "transfer";

/**
 * - `disconnect`: the connection is cut; nothing is done. In a transfer: after `afterBytes` of the body.
 * - `disconnect-before-answer`: the work is done, then the connection is cut instead of the answer.
 * - `status`: `status` is answered (default 503), with `retryAfterSeconds` if given; nothing is done. In a transfer the
 *   body is read first, since browsers lose an early answer; with `afterBytes` the answer comes early all the same.
 * - `trickle`: `bytesPerSecond` only: the body of a transfer on its way in, elsewhere the answer on its way out.
 * - `stall`: no answer ever comes. In a transfer nothing is read after `afterBytes`.
 * - `expire`: the session's time is over, at once (create: right after the answer; transfer: after `afterBytes`, if given).
 * - `corrupt`: one bit flips on the way into storage, at byte `afterBytes` (default the first).
 * - `garbage`: something between client and server answers 200 with HTML; nothing is done.
 * - `refuse-cors`: storage lets no page in: the preflight is refused, or the answer comes without CORS headers.
 */
export type FaultKind =
  | "disconnect"
  | "disconnect-before-answer"
  | "status"
  | "trickle"
  | "stall"
  | "expire"
  | "corrupt"
  | "garbage"
  | "refuse-cors";

/** One fault, as data: the same list serves the tests' cases and the demo's buttons. */
export interface Fault {
  readonly at: FaultPhase;
  readonly do: FaultKind;
  /** Bytes of the body of a transfer. */
  readonly afterBytes?: number;
  readonly status?: number;
  readonly retryAfterSeconds?: number;
  readonly bytesPerSecond?: number;
  /** How often it happens; 1 unless told. */
  readonly times?: number;
  /** The message of a `status` answer. */
  readonly message?: string;
  /** Only for the file of this name, as the client or as the server knows it. */
  readonly fileName?: string;
}

const SESSION: readonly FaultPhase[] = ["create", "transfer", "complete", "cancel", "retrieve", "url"];
const EVERYWHERE: readonly FaultPhase[] = [...SESSION, "list", "meeting-create", "meeting-update", "meeting-retrieve"];
const STORAGE_ONLY: readonly FaultPhase[] = ["transfer"];

/**
 * Where each fault can happen. A list concerns no single session, a meeting none that is still open, and the API itself
 * never sends CORS headers.
 */
export const FAULT_PHASES: Readonly<Record<FaultKind, readonly FaultPhase[]>> = {
  disconnect: EVERYWHERE,
  "disconnect-before-answer": EVERYWHERE,
  status: EVERYWHERE,
  trickle: EVERYWHERE,
  stall: EVERYWHERE,
  expire: SESSION,
  corrupt: STORAGE_ONLY,
  garbage: EVERYWHERE,
  "refuse-cors": STORAGE_ONLY,
};

export class FaultList {
  readonly #entries: { readonly fault: Fault; left: number }[] = [];

  /** What is still to happen, in order; `times` tells how often. */
  get list(): readonly Fault[] {
    return this.#entries.map(({ fault, left }) => ({ ...fault, times: left }));
  }

  /** Throws for a fault that could never happen, so that no test waits for it. */
  add(...faults: readonly Fault[]): void {
    for (const fault of faults) {
      if (!FAULT_PHASES[fault.do].includes(fault.at))
        throw new TypeError(`"${fault.do}" cannot happen at "${fault.at}"`);
    }
    for (const fault of faults) this.#entries.push({ fault, left: fault.times ?? 1 });
  }

  clear(): void {
    this.#entries.length = 0;
  }

  /** The next fault for this phase and file, counted as happening now. */
  take(at: FaultPhase, names: readonly string[], only?: FaultKind): Fault | null {
    const index = this.#entries.findIndex(
      ({ fault }) =>
        fault.at === at &&
        (only === undefined || fault.do === only) &&
        (fault.fileName === undefined || names.includes(fault.fileName)),
    );
    const entry = this.#entries[index];
    if (!entry) return null;
    entry.left -= 1;
    if (entry.left <= 0) this.#entries.splice(index, 1);
    return entry.fault;
  }
}
