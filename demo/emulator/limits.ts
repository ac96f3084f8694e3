import { PURPOSES, type PurposeRule } from "./purposes.ts";

/** All numbers and tables of the emulator, so that a test can change any of them. */
export interface Limits {
  /** Requests per second of the organisation in each of the three categories (Write, Read, Search). */
  readonly requestsPerSecond: number;
  /** Lifetime of a session and its upload URL, in seconds. */
  readonly sessionSeconds: number;
  /** Lifetime of a download URL, in seconds. */
  readonly urlSeconds: number;
  /** Maximum size of a file in bytes, for every purpose. */
  readonly maxFileBytes: number;
  /** Maximum size of a JSON body in bytes. */
  readonly maxBodyBytes: number;
  /** Lifetime of an idempotency key, in seconds. */
  readonly idempotencySeconds: number;
  /** Time after which a new file or meeting is in the search index, which answers lists, in milliseconds. */
  readonly searchLagMs: number;
  /** Error of `totalCount` in lists: one list has as many too many, the next as many too few. */
  readonly totalCountError: number;
  readonly purposes: Readonly<Record<string, PurposeRule>>;
}

export const DEFAULT_LIMITS: Limits = {
  requestsPerSecond: 25,
  sessionSeconds: 3600,
  urlSeconds: 900,
  maxFileBytes: 536_870_912,
  maxBodyBytes: 1_048_576,
  idempotencySeconds: 24 * 3600,
  searchLagMs: 0,
  totalCountError: 0,
  purposes: PURPOSES,
};
