import type { UploadError } from "../errors.ts";
import { isDelivering, isMismatch, type Situation } from "./retry-policy.ts";
import type { Step } from "./upload-state.ts";

type Spent = Pick<Situation, "renewals" | "deliveryPolls" | "deliveringMs" | "maybeComplete">;

/**
 * Limits of what an upload may repeat without a command of the user. They are refilled only by bytes that were never
 * confirmed before, so that a fault which persists ends the upload.
 */
export class Budget {
  /** Number of the next try to transfer the bytes, over all sessions. */
  transferAttempt = 1;
  /** A request to complete may have worked, and the host did not say whether. */
  maybeComplete = false;
  #furthestBytes: number;
  /** Sessions replaced since a byte was confirmed for the first time. */
  #renewals = 0;
  /** Sessions replaced because other bytes arrived than the file has. Bytes that are confirmed do not refill these. */
  #mismatches = 0;
  #deliveryPolls = 0;
  /** Epoch milliseconds; null while no delivery is under way. */
  #deliveringSince: number | null = null;

  /** @param confirmedBytes what the server has at the start */
  constructor(confirmedBytes: number) {
    this.#furthestBytes = confirmedBytes;
  }

  /** Notes bytes that the server says it has; true when that is more than ever before. */
  confirm(bytes: number): boolean {
    if (bytes <= this.#furthestBytes) return false;
    this.#furthestBytes = bytes;
    this.#renewals = 0;
    this.transferAttempt = 1;
    this.#deliveringSince = null;
    this.#deliveryPolls = 0;
    return true;
  }

  /** What was spent, as far as it matters for this error. */
  spentOn(error: UploadError, step: Step, now: number): Spent {
    if (isDelivering(error, step)) {
      this.#deliveringSince ??= now;
      this.#deliveryPolls += 1;
    }
    return {
      renewals: isMismatch(error) ? this.#mismatches : this.#renewals,
      deliveryPolls: this.#deliveryPolls,
      deliveringMs: now - (this.#deliveringSince ?? now),
      maybeComplete: this.maybeComplete,
    };
  }

  /** Spends one session; returns how many that makes. */
  renew(error: UploadError): number {
    if (isMismatch(error)) return ++this.#mismatches;
    return ++this.#renewals;
  }
}
