import { UploadError, type UploadErrorCode } from "../errors.ts";
import type { RemoteFile, Session } from "../ports.ts";
import { retryDelayMs } from "../session/retry-delay.ts";
import type { Step } from "./upload-state.ts";

/**
 * All decisions about retries, as pure functions: the same situation always gets the same remedy. Every retried request
 * is safe to repeat: create has an `Idempotency-Key`, complete and cancel change nothing the second time, a PUT writes
 * the same object, and a PATCH states its offset.
 */

/**
 * Time in milliseconds that one run waits for a relay that has the whole file and is sending it to storage. This is not
 * a failure and uses up no attempt. The time suffices for the largest file at 300 kB a second.
 */
export const DELIVERY_PATIENCE_MS = 30 * 60_000;
/** Limit on the number of polls, in case the clock is set back. */
const MAX_DELIVERY_POLLS = 3_000;
/** Longest time in milliseconds between two polls of a delivery. */
const DELIVERY_POLL_MS = 60_000;
/**
 * Increment of the poll interval in milliseconds: a delivery is polled soon at first, then less often, whatever the
 * relay asks for.
 */
const DELIVERY_STEP_MS = 25;
const DELIVERY_STEPS = 40;
const DELIVERY_UNDER_WAY = "delivery_under_way";

/** New sessions without a new confirmed byte, by the step in which the session became useless. */
const MAX_RENEWALS: { readonly [K in Step["kind"]]: number } = {
  authorize: 0,
  // On a slow connection the session may expire twice.
  transfer: 2,
  // Each of them has sent the whole file.
  finalize: 1,
};

/** Errors after which the session may have ended, or the file may be complete, without a response that says so. */
const DOUBTFUL: { readonly [K in Step["kind"]]: ReadonlySet<UploadErrorCode> } = {
  authorize: new Set(),
  // Storage reports an expired URL as a 403, and S3 does so without CORS headers, so it looks like a network error. A
  // relay reports an expired token as a 401.
  transfer: new Set(["unauthorized", "forbidden", "not-found", "storage-unreachable", "expired"]),
  finalize: new Set(["network", "timeout", "server", "protocol", "unauthorized", "conflict", "not-found", "expired"]),
};

/** Errors that, after the end of the session, only mean that it has expired: storage refuses it. */
const MEANS_EXPIRED: ReadonlySet<UploadErrorCode> = new Set(["unauthorized", "forbidden", "storage-unreachable"]);

/**
 * The error that is reported with a renewal. After the end of a session, a refusal by storage says nothing about storage
 * or its CORS rules.
 */
export function renewalError(error: UploadError): UploadError {
  if (!isSessionRefused(error)) return error;
  return new UploadError("expired", "the session ended too early", { cause: error });
}

/** Whether storage refused the session, whatever the reason. */
export function isSessionRefused(error: UploadError): boolean {
  return MEANS_EXPIRED.has(error.code);
}

/** Errors after which a session can no longer be used. */
const STALE_AFTER: ReadonlySet<UploadErrorCode> = new Set([
  "checksum",
  "expired",
  "conflict",
  "refused",
  "not-found",
  "protocol",
]);

/** Reaction to an error. */
export type Remedy =
  | { readonly kind: "retry"; readonly delayMs: number }
  /** Not an error: repeat the request after the delay. Uses up no attempt and is not reported. */
  | { readonly kind: "ask-again"; readonly delayMs: number }
  /** Replace the session with a new one. File and digest are kept. */
  | { readonly kind: "renew" }
  | { readonly kind: "completed"; readonly file: RemoteFile }
  /**
   * `isStale`: the session can no longer be used, so a retry creates a new one. `isPersistent`: earlier sessions failed
   * in the same way, so the setup of the endpoint or of storage is probably wrong.
   */
  | { readonly kind: "fail"; readonly isStale: boolean; readonly isPersistent: boolean };

/** Retrieve the file's status from the endpoint, then decide again. */
export interface Ask {
  readonly kind: "ask";
  readonly session: Session;
}

/**
 * The file as the endpoint reports it: null if the endpoint does not know it, "unknown" if it gave no answer; undefined
 * before the query.
 */
export type Asked = RemoteFile | null | "unknown" | undefined;

export interface Situation {
  readonly step: Step;
  readonly error: UploadError;
  readonly attempt: number;
  /** Sessions replaced since a byte was confirmed for the first time; after a mismatch, sessions replaced for that. */
  readonly renewals: number;
  /** Number of polls of the delivery to storage, and the time in milliseconds since the first. */
  readonly deliveryPolls: number;
  readonly deliveringMs: number;
  /** An earlier request to complete may have worked, and the host did not say whether. */
  readonly maybeComplete: boolean;
  /** Storage refused the session before the user asked for a retry. */
  readonly wasRefused: boolean;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly random: () => number;
}

/** Decides what to do about an error. */
export function remedyFor(situation: Situation, asked: Exclude<Asked, undefined>): Remedy;
export function remedyFor(situation: Situation, asked?: Asked): Remedy | Ask;
export function remedyFor(situation: Situation, asked?: Asked): Remedy | Ask {
  const { step, error, now } = situation;
  if (step.kind === "authorize") return retryOrFail(situation);
  const maybeComplete = situation.maybeComplete && step.kind === "finalize";
  if (error.code === "checksum" && !maybeComplete) return renewOrFail(situation);
  if (isDelivering(error, step) && isPatient(situation)) return askAgain(situation);

  const overdue = isOverdue(step.session, now);
  const doubtful = maybeComplete || DOUBTFUL[step.kind].has(error.code) || (overdue && error.code === "network");
  if (!doubtful) return retryOrFail(situation);
  if (asked === undefined) return { kind: "ask", session: step.session };

  const file = asked === "unknown" ? null : asked;
  // The file may be complete, so nothing is sent again before the endpoint says that it is not.
  if (asked === "unknown" && step.kind === "finalize") return retryOrFail(situation, asked);
  if (file?.status === "COMPLETED") return { kind: "completed", file };
  if (file?.status === "EXPIRED" || file?.status === "CANCELLED") return renewOrFail(situation);
  if (error.code === "checksum" || error.code === "expired" || error.code === "not-found")
    return renewOrFail(situation);
  if (overdue && file === null) return renewOrFail(situation);
  // Where the clock is slow, or the server has another secret, only a second refusal shows that the session is over.
  const isOver = overdue || (situation.wasRefused && step.kind === "transfer");
  if (isOver && isSessionRefused(error)) return renewOrFail(situation);
  // The file is pending and complete refuses it, so the object in storage does not match this session.
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

/** True when the bytes that arrived differ from the file, so that no other session can use them. */
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

function retryOrFail(situation: Situation, asked?: Asked): Remedy {
  const delayMs = retryDelayMs(situation.error, situation.attempt, situation.random);
  return delayMs === null ? failed(situation, asked) : { kind: "retry", delayMs };
}

function failed({ step, error }: Situation, asked?: Asked) {
  const isFinal = step.kind === "finalize";
  // If the endpoint does not report whether the file is complete, a retry must query it again, so that nothing is
  // uploaded twice.
  const isStale = STALE_AFTER.has(error.code) && !(isFinal && asked === "unknown");
  return { kind: "fail", isStale, isPersistent: isFinal && error.code === "not-found" } as const;
}
