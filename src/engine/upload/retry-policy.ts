import type { UploadError, UploadErrorCode } from "../errors.ts";
import type { RemoteFile, Session } from "../ports.ts";
import { retryDelayMs } from "../session/retry-delay.ts";
import type { Step } from "./upload-state.ts";

/**
 * Every decision about trying again, in one place and pure: the same situation always gets the same remedy. What is
 * repeated is safe to repeat: create carries an `Idempotency-Key`, complete and cancel change nothing the second time, a
 * PUT writes the same object, a PATCH names its offset.
 */

/** Wait before the host is asked again about a file on its way to storage, where the relay names no time. */
const DELIVERY_POLL_MS = 1_000;

/**
 * The relay has the file and is passing it on to storage: that is work, and no failure. For so long one run waits for it
 * without its counting as one; storage may take the largest file at 300 kB a second.
 */
export const DELIVERY_PATIENCE_MS = 30 * 60_000;
const DELIVERY_UNDER_WAY = "delivery_under_way";

/** Once is an accident, a second mismatch is a finding; an expiry may happen more often on a slow line. */
const MAX_RENEWALS: Partial<Record<UploadErrorCode, number>> = {
  checksum: 1,
  conflict: 1,
  "not-found": 2,
  expired: 5,
};
const DEFAULT_RENEWALS = 3;

/** Errors after which the session may be over, or the work already done, without our having been told. */
const DOUBTFUL: { readonly [K in Step["kind"]]: ReadonlySet<UploadErrorCode> } = {
  authorize: new Set(),
  // Real storage says "expired" as a 403, and S3 says that without CORS headers, so it looks like a dead network. A
  // relay whose token is over says 401.
  transfer: new Set(["unauthorized", "forbidden", "not-found", "storage-unreachable", "expired"]),
  finalize: new Set(["network", "timeout", "server", "unauthorized", "conflict", "not-found", "expired"]),
};

/** What past the session's end means just that. */
const MEANS_EXPIRED: ReadonlySet<UploadErrorCode> = new Set(["unauthorized", "forbidden", "storage-unreachable"]);

/** What to do about an error. */
export type Remedy =
  | { readonly kind: "retry"; readonly delayMs: number }
  /** Nothing went wrong: ask again then. Costs no try, and there is nothing to tell. */
  | { readonly kind: "ask-again"; readonly delayMs: number }
  /** Give the session up and ask for a new one; file and hash are kept. */
  | { readonly kind: "renew" }
  /** The host's word decides: ask it for the file's status first, then decide again. */
  | { readonly kind: "ask" }
  | { readonly kind: "completed"; readonly file: RemoteFile }
  | { readonly kind: "fail" };

export interface Situation {
  readonly step: Step;
  readonly error: UploadError;
  readonly attempt: number;
  /** Sessions given up since bytes last moved. */
  readonly renewals: number;
  /** For how long this run has been told that the file is on its way to storage. */
  readonly deliveringMs: number;
  /** Epoch milliseconds. */
  readonly now: number;
  /** What the host said when asked: undefined before, null when it would not say. */
  readonly asked: RemoteFile | null | undefined;
  readonly random: () => number;
}

export function remedyFor(situation: Situation): Remedy {
  const { step, error, asked, now } = situation;
  if (step.kind === "authorize") return retryOrFail(situation);
  if (error.code === "checksum") return renewOrFail(situation);
  if (isDelivering(error) && situation.deliveringMs < DELIVERY_PATIENCE_MS) {
    return { kind: "ask-again", delayMs: error.retryAfterMs ?? DELIVERY_POLL_MS };
  }

  const overdue = isOverdue(step.session, now);
  const doubtful = DOUBTFUL[step.kind].has(error.code) || (overdue && error.code === "network");
  if (!doubtful) return retryOrFail(situation);
  if (asked === undefined) return { kind: "ask" };

  if (asked?.status === "COMPLETED") return { kind: "completed", file: asked };
  if (asked?.status === "EXPIRED" || asked?.status === "CANCELLED") return renewOrFail(situation);
  if (error.code === "expired" || error.code === "not-found") return renewOrFail(situation);
  if (overdue && (asked === null || MEANS_EXPIRED.has(error.code))) return renewOrFail(situation);
  // Still pending, and complete refuses: what storage holds is not what this session needs.
  if (error.code === "conflict" && error.retryAfterMs === undefined) return renewOrFail(situation);
  return retryOrFail(situation);
}

export function isOverdue({ expiresAt }: Session, now: number): boolean {
  return expiresAt !== null && now >= expiresAt;
}

/** The relay is passing the file on to storage. */
export function isDelivering({ apiCode }: UploadError): boolean {
  return apiCode === DELIVERY_UNDER_WAY;
}

/** What arrived is not what this file is: its bytes are of no use to another session. */
export function isMismatch({ code }: UploadError): boolean {
  return code === "checksum" || code === "conflict";
}

function renewOrFail({ error, renewals }: Situation): Remedy {
  return renewals < (MAX_RENEWALS[error.code] ?? DEFAULT_RENEWALS) ? { kind: "renew" } : { kind: "fail" };
}

function retryOrFail({ error, attempt, random }: Situation): Remedy {
  const delayMs = retryDelayMs(error, attempt, random);
  return delayMs === null ? { kind: "fail" } : { kind: "retry", delayMs };
}
