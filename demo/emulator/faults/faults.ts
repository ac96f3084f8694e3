export type FilePhase = "create" | "complete" | "cancel" | "retrieve" | "list" | "url";
export type MeetingPhase = "meeting-create" | "meeting-update" | "meeting-retrieve";
export type ApiPhase = FilePhase | MeetingPhase;
/**
 * `transfer` is the PUT that reaches storage, whoever sends it. `relay` is what a browser sends to a host's own upload
 * server, which stands behind `createFaultyFront`.
 */
export type FaultPhase = ApiPhase | "transfer" | "relay";

/**
 * - `disconnect`: the connection is cut; nothing is done. Where a body travels: after `afterBytes` of it, and a relay
 *   keeps what it has by then.
 * - `disconnect-before-answer`: the work is done, then the connection is cut instead of the answer.
 * - `status`: `status` is answered (default 503), with `retryAfterSeconds` if given; nothing is done. Where a body travels
 *   it is read first, since browsers lose an early answer; with `afterBytes` the answer comes early all the same.
 * - `trickle`: `bytesPerSecond` only: the body of a transfer on its way in, elsewhere the answer on its way out.
 * - `stall`: no answer ever comes. Where a body travels nothing is read after `afterBytes`, so it
 *   is not noticed either that the client leaves.
 * - `expire`: the session's time is over, at once (create: right after the answer) or after `afterBytes` of a body.
 * - `corrupt`: one bit flips on the way in, at byte `afterBytes` (default the first).
 * - `garbage`: something between client and server answers 200 with HTML; nothing is done.
 * - `refuse-cors`: no page is let in: the preflight is refused, or the answer comes without CORS headers.
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

export type RelayMethod = "PATCH" | "POST" | "HEAD" | "DELETE" | "OPTIONS";

/** One fault, as data: the same list serves the tests' cases and the demo's buttons. */
export interface Fault {
  readonly at: FaultPhase;
  readonly do: FaultKind;
  /** Bytes of the body of one request that carries a file's bytes. */
  readonly afterBytes?: number;
  /**
   * Only at "relay", instead of `afterBytes`: bytes of the whole upload. Meant is the request that carries this byte, by
   * its `Upload-Offset`, however the upload is cut into chunks.
   */
  readonly atOffset?: number;
  /** Only at "relay": the method of the request that is meant. PATCH unless told. */
  readonly method?: RelayMethod;
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
const MEETING: readonly FaultPhase[] = ["meeting-create", "meeting-update", "meeting-retrieve"];
const EVERYWHERE: readonly FaultPhase[] = [...SESSION, "relay", "list", ...MEETING];
const BYTES_ONLY: readonly FaultPhase[] = ["transfer", "relay"];

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
  expire: [...SESSION, "relay"],
  corrupt: BYTES_ONLY,
  garbage: EVERYWHERE,
  "refuse-cors": BYTES_ONLY,
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
      const why = whyImpossible(fault);
      if (why !== null) throw new TypeError(why);
    }
    for (const fault of faults) this.#entries.push({ fault, left: fault.times ?? 1 });
  }

  clear(): void {
    this.#entries.length = 0;
  }

  /**
   * The next fault for this phase and file, and for this request if `isMeant` says so; counted as happening now. Of
   * several at an offset it is the one that the body meets first.
   */
  take(at: FaultPhase, names: readonly string[], isMeant: (fault: Fault) => boolean = () => true): Fault | null {
    const [next, ...others] = this.#entries.filter(
      ({ fault }) =>
        fault.at === at && (fault.fileName === undefined || names.includes(fault.fileName)) && isMeant(fault),
    );
    if (!next) return null;
    const entry = others.reduce((first, other) => (isBefore(other.fault, first.fault) ? other : first), next);
    entry.left -= 1;
    if (entry.left <= 0) this.#entries.splice(this.#entries.indexOf(entry), 1);
    return entry.fault;
  }
}

function isBefore(a: Fault, b: Fault): boolean {
  return a.atOffset !== undefined && b.atOffset !== undefined && a.atOffset < b.atOffset;
}

function whyImpossible({ at, do: kind, method, afterBytes, atOffset }: Fault): string | null {
  if (!FAULT_PHASES[kind].includes(at)) return `"${kind}" cannot happen at "${at}"`;
  if (at !== "relay" && method !== undefined) return `at "${at}" there is no \`method\` to choose`;
  if (at !== "relay" && atOffset !== undefined) return `at "${at}" nothing tells an offset`;
  if (afterBytes !== undefined && atOffset !== undefined) return "`afterBytes` and `atOffset` exclude each other";
  const hasBody = method === undefined || method === "PATCH" || method === "POST";
  if (!hasBody && (kind === "trickle" || kind === "corrupt")) return `a ${method} has no body for "${kind}"`;
  if (method !== undefined && method !== "PATCH" && atOffset !== undefined) return `a ${method} has no offset`;
  return null;
}
