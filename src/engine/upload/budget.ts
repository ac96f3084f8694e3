import type { UploadError } from "../errors.ts";
import { isDelivering, isMismatch, type Situation } from "./retry-policy.ts";
import type { Step } from "./upload-state.ts";

type Spent = Pick<Situation, "renewals" | "deliveryPolls" | "deliveringMs" | "maybeComplete" | "wasRefused">;

/**
 * Limits of the retries and renewals of an upload without a command of the user. Only bytes that were never confirmed
 * before refill them, so that a persistent fault ends the upload.
 */
export class Budget {
  /** Number of the next attempt to transfer the bytes, over all sessions. */
  transferAttempt = 1;
  /** A request to complete may have worked, and the host did not say whether. */
  maybeComplete = false;
  /** Storage refused the session in the run before, and it has not been replaced since. */
  #wasRefused: boolean;
  /** Storage had an object of the name of this session before the transfer. */
  isNameTaken = false;
  #furthestBytes: number;
  /** Sessions replaced since a byte was confirmed for the first time. */
  #renewals = 0;
  /** Sessions replaced because the bytes that arrived differ from the file. Confirmed bytes do not refill these. */
  #mismatches = 0;
  #deliveryPolls = 0;
  /** Epoch milliseconds; null while no delivery is under way. */
  #deliveringSince: number | null = null;

  /**
   * @param confirmedBytes what the server has at the start
   * @param wasRefused whether the run before failed because storage refused the session
   */
  constructor(confirmedBytes: number, wasRefused: boolean) {
    this.#furthestBytes = confirmedBytes;
    this.#wasRefused = wasRefused;
  }

  /** Records confirmed bytes; true when there are more than ever before. */
  confirm(bytes: number): boolean {
    if (bytes <= this.#furthestBytes) return false;
    this.#furthestBytes = bytes;
    this.#renewals = 0;
    this.transferAttempt = 1;
    this.#deliveringSince = null;
    this.#deliveryPolls = 0;
    return true;
  }

  /** Renewals and polls so far that count for this error. */
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
      wasRefused: this.#wasRefused,
    };
  }

  /** Counts one renewal; returns their number. */
  renew(error: UploadError): number {
    this.isNameTaken = false;
    this.#wasRefused = false;
    if (isMismatch(error)) return ++this.#mismatches;
    return ++this.#renewals;
  }
}
