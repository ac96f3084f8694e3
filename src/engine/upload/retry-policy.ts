import type { UploadError, UploadErrorCode } from "../errors.ts";
import type { RemoteFile, Session } from "../ports.ts";
import { retryDelayMs } from "../session/retry-delay.ts";
import type { Step } from "./upload-state.ts";

/**
 * Every decision about repeating, in one place and pure: the same situation always gets the same remedy. What is
 * repeated is safe to repeat: create carries an `Idempotency-Key`, complete and cancel change nothing the second time, a
 * PUT writes the same object, a PATCH names its offset.
 */

/**
 * Time in milliseconds that one run waits for a relay which has the whole file and is delivering it to storage: that is
 * no failure and spends no try. Storage may take the largest file at 300 kB a second.
 */
export const DELIVERY_PATIENCE_MS = 30 * 60_000;
/** The same as a number of questions, in case the clock is set back. */
const MAX_DELIVERY_POLLS = 3_000;
/** Longest time in milliseconds between two questions about a delivery. */
const DELIVERY_POLL_MS = 60_000;
/** A delivery is first asked about soon, then less and less often, whatever the relay says. */
const DELIVERY_STEP_MS = 25;
const DELIVERY_STEPS = 40;
const DELIVERY_UNDER_WAY = "delivery_under_way";

/** New sessions without a new confirmed byte, by the step in which the session became useless. */
const MAX_RENEWALS: { readonly [K in Step["kind"]]: number } = {
  authorize: 0,
  // The session of a slow line may run out twice.
  transfer: 2,
  // The whole file was sent for each of them.
  finalize: 1,
};

/** Errors after which the session may be over, or the file complete, although no answer said so. */
const DOUBTFUL: { readonly [K in Step["kind"]]: ReadonlySet<UploadErrorCode> } = {
  authorize: new Set(),
  // Real storage says "expired" as a 403, and S3 says that without CORS headers, so it looks like a dead network. A
  // relay whose token is over says 401.
  transfer: new Set(["unauthorized", "forbidden", "not-found", "storage-unreachable", "expired"]),
  finalize: new Set(["network", "timeout", "server", "protocol", "unauthorized", "conflict", "not-found", "expired"]),
};

/** Errors that after the session's end mean nothing but that end. */
const MEANS_EXPIRED: ReadonlySet<UploadErrorCode> = new Set(["unauthorized", "forbidden", "storage-unreachable"]);

/** Errors after which a session is of no use any more. */
const STALE_AFTER: ReadonlySet<UploadErrorCode> = new Set([
  "checksum",
  "expired",
  "conflict",
  "refused",
  "not-found",
  "protocol",
]);

/** What to do about an error. */
export type Remedy =
  | { readonly kind: "retry"; readonly delayMs: number }
  /** Nothing went wrong: repeat the request then. Spends no try, and nothing is reported. */
  | { readonly kind: "ask-again"; readonly delayMs: number }
  /** Replace the session by a new one; file and digest are kept. */
  | { readonly kind: "renew" }
  /** Retrieve the file's status from the host, then decide again. */
  | { readonly kind: "ask" }
  | { readonly kind: "completed"; readonly file: RemoteFile }
  /**
   * `isStale`: the session is of no use any more, and a retry begins with a new one. `isPersistent`: other sessions have
   * met the same fate, so the mistake is the host's and does not pass.
   */
  | { readonly kind: "fail"; readonly isStale: boolean; readonly isPersistent: boolean };

export interface Situation {
  readonly step: Step;
  readonly error: UploadError;
  readonly attempt: number;
  /** Sessions replaced since a byte was confirmed for the first time; after a mismatch, sessions replaced for that. */
  readonly renewals: number;
  /** Questions about the delivery to storage, and the time in milliseconds since the first. */
  readonly deliveryPolls: number;
  readonly deliveringMs: number;
  /** An earlier request to complete may have worked, and the host did not say whether. */
  readonly maybeComplete: boolean;
  /** Epoch milliseconds. */
  readonly now: number;
  /** The host's view of the file: undefined before it was asked, null when it does not know the file. */
  readonly asked: RemoteFile | null | "unknown" | undefined;
  readonly random: () => number;
}

export function remedyFor(situation: Situation): Remedy {
  const { step, error, asked, now } = situation;
  if (step.kind === "authorize") return retryOrFail(situation);
  const maybeComplete = situation.maybeComplete && step.kind === "finalize";
  if (error.code === "checksum" && !maybeComplete) return renewOrFail(situation);
  if (isDelivering(error, step) && isPatient(situation)) return askAgain(situation);

  const overdue = isOverdue(step.session, now);
  const doubtful = maybeComplete || DOUBTFUL[step.kind].has(error.code) || (overdue && error.code === "network");
  if (!doubtful) return retryOrFail(situation);
  if (asked === undefined) return { kind: "ask" };

  const file = asked === "unknown" ? null : asked;
  // The file may be complete: nothing is sent again before the host says that it is not.
  if (asked === "unknown" && step.kind === "finalize") return retryOrFail(situation);
  if (file?.status === "COMPLETED") return { kind: "completed", file };
  if (file?.status === "EXPIRED" || file?.status === "CANCELLED") return renewOrFail(situation);
  if (error.code === "checksum" || error.code === "expired" || error.code === "not-found")
    return renewOrFail(situation);
  if (overdue && (file === null || MEANS_EXPIRED.has(error.code))) return renewOrFail(situation);
  // Still pending, and complete refuses: what storage holds is not what this session needs.
  if (error.code === "conflict" && error.retryAfterMs === undefined) return renewOrFail(situation);
  return retryOrFail(situation);
}

export function isOverdue({ expiresAt }: Session, now: number): boolean {
  return expiresAt !== null && now >= expiresAt;
}

/** True while a relay is delivering the file to storage. A PUT sends the file to storage itself. */
export function isDelivering({ apiCode }: UploadError, step: Step): boolean {
  return apiCode === DELIVERY_UNDER_WAY && step.kind !== "authorize" && step.session.transfer.kind !== "put";
}

/** True when other bytes arrived than the file has: they are of no use to another session. */
export function isMismatch({ code }: UploadError): boolean {
  return code === "checksum" || code === "conflict";
}

function isPatient({ deliveringMs, deliveryPolls }: Situation): boolean {
  return deliveringMs < DELIVERY_PATIENCE_MS && deliveryPolls < MAX_DELIVERY_POLLS;
}

function askAgain({ error, deliveryPolls }: Situation): Remedy {
  const leastMs = DELIVERY_STEP_MS * Math.min(deliveryPolls, DELIVERY_STEPS);
  return { kind: "ask-again", delayMs: Math.min(DELIVERY_POLL_MS, Math.max(leastMs, error.retryAfterMs ?? 1_000)) };
}

function renewOrFail(situation: Situation): Remedy {
  const { error, step, renewals } = situation;
  const most = isMismatch(error) ? 1 : MAX_RENEWALS[error.code === "not-found" ? "finalize" : step.kind];
  return renewals < most ? { kind: "renew" } : { ...failed(situation), isPersistent: renewals > 0 };
}

function retryOrFail(situation: Situation): Remedy {
  const delayMs = retryDelayMs(situation.error, situation.attempt, situation.random);
  return delayMs === null ? failed(situation) : { kind: "retry", delayMs };
}

function failed({ step, error, asked }: Situation) {
  const isFinal = step.kind === "finalize";
  // If the host does not say whether the file is complete, a retry has to ask again, so that nothing is uploaded twice.
  const isStale = STALE_AFTER.has(error.code) && !(isFinal && asked === "unknown");
  return { kind: "fail", isStale, isPersistent: isFinal && error.code === "not-found" } as const;
}
