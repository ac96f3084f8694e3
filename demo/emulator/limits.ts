import { PURPOSES, type PurposeRule } from "./purposes.ts";

/** Everything about the emulator that is a number or a table, so that a test can tighten any of it. */
export interface Limits {
  /** Per organisation, in each of the three categories (Write, Read, Search). */
  readonly requestsPerSecond: number;
  /** How long a session, and with it its upload URL, lives. */
  readonly sessionSeconds: number;
  /** How long a download URL lives. */
  readonly urlSeconds: number;
  /** The ceiling for one file, whatever its purpose. */
  readonly maxFileBytes: number;
  /** The ceiling for one JSON body. */
  readonly maxBodyBytes: number;
  /** How long an idempotency key is remembered. */
  readonly idempotencySeconds: number;
  readonly purposes: Readonly<Record<string, PurposeRule>>;
}

export const DEFAULT_LIMITS: Limits = {
  requestsPerSecond: 25,
  sessionSeconds: 3600,
  urlSeconds: 900,
  maxFileBytes: 536_870_912,
  maxBodyBytes: 1_048_576,
  idempotencySeconds: 24 * 3600,
  purposes: PURPOSES,
};
