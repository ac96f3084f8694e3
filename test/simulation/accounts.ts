import type { SimFile } from "./world/files.ts";
import type { Tab } from "./world/tabs.ts";

/**
 * What one page did for one of its files since it was added. Times are epoch milliseconds. Sums count from the last time
 * that the user asked for the file: that is what budgets are given for.
 */
export class Account {
  readonly tab: Tab;
  readonly file: SimFile;
  /** Transfers that began, each a call of a transport. */
  attempts = 0;
  /** Number of the transfer that is under way. */
  transfer = 0;
  sentBytes = 0;
  wholeSends = 0;
  /** Storage asked for a pause until then. */
  closedUntil = 0;
  /** The last time that the line moved bytes of this file. */
  movedAt = 0;
  /** When the first byte of the request under way moved; null before, and when there is none. */
  movingSince: number | null = null;
  sendingUpTo = 0;
  /** Most bytes that were confirmed. */
  #furthest = 0;
  /** Shown progress of the transfer that is under way. */
  shown: { attempt: number; bytes: number } | null = null;

  constructor(tab: Tab, file: SimFile) {
    this.tab = tab;
    this.file = file;
  }

  /** Confirmed bytes passed the furthest point so far: trying is worth it. */
  reach(bytes: number): boolean {
    if (bytes <= this.#furthest) return false;
    this.#furthest = bytes;
    this.attempts = 0;
    return true;
  }

  /** The user asked for it again. */
  refill(): void {
    this.#furthest = 0;
    this.attempts = 0;
    this.sentBytes = 0;
    this.wholeSends = 0;
    this.closedUntil = 0;
  }
}

/** What one page asked the host for about files of one name. */
export class HostAccount {
  sessions = 0;
  requests = 0;
  /** Times that the user asked for a file of this name. */
  runs = 0;

  /** Confirmed bytes passed the furthest point so far. */
  refill(): void {
    this.sessions = 0;
    this.requests = 0;
  }
}
