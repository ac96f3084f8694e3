export type FilePhase = "create" | "complete" | "cancel" | "retrieve" | "list" | "url";
export type MeetingPhase = "meeting-create" | "meeting-update" | "meeting-retrieve" | "meeting-list";
export type ApiPhase = FilePhase | MeetingPhase | "validate-key";
/**
 * Phase in which a fault happens. `transfer` is the PUT to storage. `relay` is a request from a browser to the
 * developer's upload server, which is behind `createFaultyFront`.
 */
export type FaultPhase = ApiPhase | "transfer" | "relay";

/**
 * - `disconnect`: the connection is cut and nothing is done. For a request with a file's bytes: after `afterBytes` of
 *   them, and a relay keeps the bytes that it has received.
 * - `disconnect-before-answer`: the request is performed, then the connection is cut instead of a response.
 * - `status`: the response is `status` (default 503), with `retryAfterSeconds` if given; nothing is done. A file's
 *   bytes are read first, since browsers lose an early response; with `afterBytes` the response is sent that early.
 * - `trickle`: limits the speed to `bytesPerSecond`: of the request body of a transfer, otherwise of the response.
 * - `stall`: no response is ever sent. Of a file's bytes nothing is read after `afterBytes`, so the server does
 *   not notice when the client disconnects.
 * - `expire`: the session expires, at once (create: right after the response) or after `afterBytes` of a body.
 * - `corrupt`: one bit of the request body is flipped, at byte `afterBytes` (default the first).
 * - `garbage`: the response is 200 with HTML, as from a proxy; nothing is done.
 * - `refuse-cors`: CORS refuses every page: the preflight fails, or the response has no CORS headers.
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

/** One fault, as data: the tests and the demo's buttons use the same list. */
export interface Fault {
  readonly at: FaultPhase;
  readonly do: FaultKind;
  /** Offset in the body of one request, in bytes. */
  readonly afterBytes?: number;
  /**
   * Only at "relay", instead of `afterBytes`: offset in the whole upload. The fault applies to the request that
   * contains this byte, by its `Upload-Offset`, whatever the chunk size.
   */
  readonly atOffset?: number;
  /** Only at "relay": method of the request. Default PATCH. */
  readonly method?: RelayMethod;
  readonly status?: number;
  readonly retryAfterSeconds?: number;
  readonly bytesPerSecond?: number;
  /** Number of times that the fault happens. Default 1. */
  readonly times?: number;
  /** Message of a `status` response of the API. */
  readonly message?: string;
  /**
   * Code of a `status` response of the API, for those that need a state which the emulator does not have:
   * `referenced_resource_missing`, `relationship_write_limit_exceeded`, `invalid_configuration`, `idempotency_conflict`.
   */
  readonly code?: string;
  /** Limits the fault to the file of this name, the client's or the server's. */
  readonly fileName?: string;
}

const SESSION: readonly FaultPhase[] = ["create", "transfer", "complete", "cancel", "retrieve", "url"];
const OTHER: readonly FaultPhase[] = [
  "meeting-create",
  "meeting-update",
  "meeting-retrieve",
  "meeting-list",
  "validate-key",
];
const EVERYWHERE: readonly FaultPhase[] = [...SESSION, "relay", "list", ...OTHER];
const BYTES_ONLY: readonly FaultPhase[] = ["transfer", "relay"];

/**
 * Phases in which each fault can happen. A list has no single session, a meeting has none that is open, and the API
 * sends no CORS headers.
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

  /** Faults that have not happened yet, in order, with their remaining `times`. */
  get list(): readonly Fault[] {
    return this.#entries.map(({ fault, left }) => ({ ...fault, times: left }));
  }

  /** Adds a fault. Throws if it could never happen, so that no test waits for it. */
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
   * Takes the next fault for this phase and file for which `isMeant` is true, and counts it as happened. If several
   * have an offset, it is the one that the body reaches first.
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
