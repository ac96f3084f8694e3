import type { UploadError, UploadErrorCode } from "./errors.ts";
import type { RemoteFile, Session } from "./ports.ts";
import { retryDelayMs } from "./retry.ts";
import type { Step } from "./upload-state.ts";

/** What to do about an error. */
export type Remedy =
  | { readonly kind: "retry"; readonly delayMs: number }
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
  /** Epoch milliseconds. */
  readonly now: number;
  /** What the host said when asked: undefined before, null when it would not say. */
  readonly asked: RemoteFile | null | undefined;
  readonly random: () => number;
}

/** Once is an accident, a second mismatch is a finding; an expiry may happen more often on a slow line. */
const MAX_RENEWALS: Partial<Record<UploadErrorCode, number>> = { checksum: 1, conflict: 1, expired: 5 };
const DEFAULT_RENEWALS = 3;

/** Errors after which the session may be over, or the work already done, without our having been told. */
const DOUBTFUL: { readonly [K in Step["kind"]]: ReadonlySet<UploadErrorCode> } = {
  authorize: new Set(),
  // Real storage says "expired" as a 403, and S3 says that without CORS headers, so it looks like a dead network.
  transfer: new Set(["forbidden", "not-found", "storage-unreachable", "expired"]),
  finalize: new Set(["network", "timeout", "server", "conflict", "not-found", "expired"]),
};

/** Pure: the same situation always gets the same remedy. */
export function remedyFor(situation: Situation): Remedy {
  const { step, error, asked, now } = situation;
  if (step.kind === "authorize") return retryOrFail(situation);

  const overdue = isOverdue(step.session, now);
  if (error.code === "checksum") return renewOrFail(situation);
  const doubtful = DOUBTFUL[step.kind].has(error.code) || (overdue && error.code === "network");
  if (!doubtful) return retryOrFail(situation);
  if (asked === undefined) return { kind: "ask" };

  if (asked?.status === "COMPLETED") return { kind: "completed", file: asked };
  if (asked?.status === "EXPIRED" || asked?.status === "CANCELLED") return renewOrFail(situation);
  if (error.code === "expired" || (asked === null && overdue)) return renewOrFail(situation);
  // Still pending, and complete refuses: what storage holds is not what this session needs.
  if (error.code === "conflict" && error.retryAfterMs === undefined) return renewOrFail(situation);
  return retryOrFail(situation);
}

function isOverdue(session: Session, now: number): boolean {
  return session.expiresAt !== null && now >= session.expiresAt;
}

function renewOrFail({ error, renewals }: Situation): Remedy {
  return renewals < (MAX_RENEWALS[error.code] ?? DEFAULT_RENEWALS) ? { kind: "renew" } : { kind: "fail" };
}

function retryOrFail({ error, attempt, random }: Situation): Remedy {
  const delayMs = retryDelayMs(error, attempt, random);
  return delayMs === null ? { kind: "fail" } : { kind: "retry", delayMs };
}
