import { ERRORS, type Lock, type Locker, type RequestRelease } from "@tus/server";
import type { Random } from "../virtual/random.ts";
import type { Process, Timeline } from "../virtual/timeline.ts";

interface Entry {
  readonly lock: LeasedLock;
  readonly process: Process | null;
  leaseUntilMs: number;
  isWanted: boolean;
}

export interface LockFault {
  readonly kind: "error" | "slow";
  readonly untilMs: number;
  readonly isOnce: boolean;
}

export const LEASE_MS = 10_000;
/** As `RedisLocker` has them. */
const RENEW_MS = 250;
const POLL_MS = 50;
const WAIT_MS = 30_000;
const SLOW_MS = 3000;

/** The lock server that all instances share. What is held has a lease, so that the locks of a dead process go. */
export class LockServer {
  readonly timeline: Timeline;
  readonly random: Random;
  readonly entries = new Map<string, Entry>();
  fault: LockFault | null = null;
  faultsMet = 0;
  /** Leases that ran out while their process lived: what they protected is then not protected. */
  lostLeases = 0;

  constructor(timeline: Timeline, random: Random) {
    this.timeline = timeline;
    this.random = random;
  }

  locker(): Locker {
    return { newLock: (id) => new LeasedLock(this, id) };
  }

  /** Names of locks whose lease has not run out. */
  held(): string[] {
    return [...this.entries].filter(([, entry]) => entry.leaseUntilMs > this.timeline.nowMs).map(([id]) => id);
  }

  /** One call of a process to the server: it takes effect later, and its answer comes later still. */
  call<T>(what: string, effect: () => T): Promise<T> {
    const { timeline, random } = this;
    const process = timeline.current;
    return new Promise((resolve, reject) => {
      const delayMs = random.latencyMs() + (this.#meets("slow") ? SLOW_MS : 0);
      timeline.schedule(delayMs, process, what, () => {
        const isLost = this.#meets("error");
        const result = isLost ? null : effect();
        timeline.schedule(random.latencyMs(), process, `${what} is done`, () => {
          if (isLost) reject(new Error("The lock server is away."));
          else resolve(result as T);
        });
      });
    });
  }

  #meets(kind: LockFault["kind"]): boolean {
    const { fault } = this;
    if (fault?.kind !== kind) return false;
    if (fault.untilMs < this.timeline.nowMs || fault.isOnce) this.fault = null;
    if (fault.untilMs < this.timeline.nowMs) return false;
    this.faultsMet += 1;
    return true;
  }
}

class LeasedLock implements Lock {
  readonly #server: LockServer;
  readonly #id: string;
  #renewing: NodeJS.Timeout | undefined;

  constructor(server: LockServer, id: string) {
    this.#server = server;
    this.#id = id;
  }

  async lock(signal: AbortSignal, requestRelease: RequestRelease): Promise<void> {
    const deadline = Date.now() + WAIT_MS;
    while (!(await this.#server.call(`take ${this.#id}`, () => this.#take()))) {
      if (signal.aborted || Date.now() > deadline) throw ERRORS.ERR_LOCK_TIMEOUT;
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
    this.#renewing = setInterval(() => void this.#renew(requestRelease), RENEW_MS);
  }

  async unlock(): Promise<void> {
    clearInterval(this.#renewing);
    await this.#server.call(`release ${this.#id}`, () => {
      if (this.#entry()) this.#server.entries.delete(this.#id);
    });
  }

  async #renew(requestRelease: RequestRelease): Promise<void> {
    try {
      const state = await this.#server.call(`renew ${this.#id}`, () => {
        const entry = this.#entry();
        if (!entry) return "lost";
        entry.leaseUntilMs = this.#server.timeline.nowMs + LEASE_MS;
        return entry.isWanted ? "wanted" : "held";
      });
      if (state !== "held") await requestRelease();
    } catch {
      // The server is away for a moment; the lease is longer than that, or another process gets the lock.
    }
  }

  #take(): boolean {
    const { entries, timeline } = this.#server;
    const other = entries.get(this.#id);
    if (other && other.leaseUntilMs > timeline.nowMs) {
      other.isWanted = true;
      return false;
    }
    if (other?.process?.isAlive) this.#server.lostLeases += 1;
    const { current } = timeline;
    entries.set(this.#id, {
      lock: this,
      process: current,
      leaseUntilMs: timeline.nowMs + LEASE_MS,
      isWanted: false,
    });
    return true;
  }

  #entry(): Entry | null {
    const entry = this.#server.entries.get(this.#id);
    return entry?.lock === this ? entry : null;
  }
}
