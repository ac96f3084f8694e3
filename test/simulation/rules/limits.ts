/**
 * Most that one upload may do after the user asked for it once. The engine's own budgets, multiplied where one contains
 * another, and no more: a budget that refills itself passes any of them.
 */
export const LIMITS = {
  /** Sessions: the first, and the renewals of every kind. */
  sessions: 9,
  /** Calls of a transport: seven tries over all sessions, one for each of the two renewals, and two more. */
  transfers: 11,
  /** Bytes, in sizes of the file. */
  fileSizes: 20,
  /** Requests that reached the last byte. */
  wholeSends: 15,
  hostRequests: 150,
  /** Failed tries after which a session may be left to expire. */
  cancels: 5,
  /** Longest `Retry-After` in milliseconds that has to be waited for. */
  patienceMs: 900_000,
} as const;
