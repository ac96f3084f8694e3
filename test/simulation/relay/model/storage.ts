import type { Random } from "../virtual/random.ts";
import type { Process, Timeline } from "../virtual/timeline.ts";

/** How storage treats a PUT. */
export type StorageManner =
  | { readonly kind: "accept" }
  /** Answers so instead of storing: when everything has arrived, or at once. */
  | { readonly kind: "answer"; readonly status: number; readonly words: string; readonly isEarly: boolean }
  /** As 429 and 503 with `Retry-After`. */
  | { readonly kind: "wait"; readonly status: number; readonly retryAfterSeconds: number }
  /** Stores the file, and the connection breaks before the answer. */
  | { readonly kind: "lose answer" }
  /** The connection breaks after so many bytes. */
  | { readonly kind: "cut"; readonly afterBytes: number }
  /** Takes no more after so many bytes, and says nothing. */
  | { readonly kind: "stall"; readonly afterBytes: number }
  /** Stores the file, and answers after so long. */
  | { readonly kind: "slow"; readonly answerAfterMs: number }
  /** Takes the file in pieces, each after so long. */
  | { readonly kind: "trickle"; readonly pieceMs: number }
  | { readonly kind: "no connection" };

export interface StorageFault {
  readonly manner: StorageManner;
  readonly untilMs: number;
  readonly isOnce: boolean;
}

/** One PUT of a process. */
export interface Put {
  readonly url: string;
  readonly process: Process | null;
  readonly startedMs: number;
  readonly headers: Readonly<Record<string, unknown>>;
  isActive: boolean;
  sentBytes: number;
  /** Virtual time until which storage asked for no other PUT. */
  restUntilMs: number;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly words: string;
}

/** Statuses of a refusal that passes. */
const PASSING: ReadonlySet<number> = new Set([408, 409, 425, 429, 500, 502, 503, 504]);

interface Place {
  expiresAtMs: number;
  object: Uint8Array | null;
  /** Statuses that PUTs were answered. */
  readonly statuses: Set<number>;
}

/** Storage behind presigned URLs. It outlives every process, and what it has taken it keeps. */
export class Storage {
  readonly timeline: Timeline;
  readonly random: Random;
  readonly puts: Put[] = [];
  readonly #places = new Map<string, Place>();
  fault: StorageFault | null = null;
  onPut: (put: Put) => void = () => {};
  onStored: (url: string, bytes: Uint8Array) => void = () => {};

  constructor(timeline: Timeline, random: Random) {
    this.timeline = timeline;
    this.random = random;
  }

  open(url: string, expiresAtMs: number): void {
    this.#places.set(url, { expiresAtMs, object: null, statuses: new Set() });
  }

  expire(url: string): void {
    const place = this.#places.get(url);
    if (place) place.expiresAtMs = this.timeline.nowMs;
  }

  object(url: string): Uint8Array | null {
    return this.#places.get(url)?.object ?? null;
  }

  noteAnswer(url: string, status: number): void {
    this.#places.get(url)?.statuses.add(status);
  }

  hasExpired(url: string): boolean {
    const place = this.#places.get(url);
    return place !== undefined && place.expiresAtMs <= this.timeline.nowMs;
  }

  /** Whether a PUT was answered in a way that another one cannot change. */
  hasRefused(url: string): boolean {
    const statuses = this.#places.get(url)?.statuses ?? new Set();
    return [...statuses].some((status) => status >= 300 && !PASSING.has(status));
  }

  putsOf(url: string): readonly Put[] {
    return this.puts.filter((put) => put.url === url);
  }

  begin(url: string, headers: Readonly<Record<string, unknown>>): Put {
    const put: Put = {
      url,
      process: this.timeline.current,
      startedMs: this.timeline.nowMs,
      headers,
      isActive: true,
      sentBytes: 0,
      restUntilMs: 0,
    };
    this.onPut(put);
    this.puts.push(put);
    return put;
  }

  /** How the next PUT is treated. A fault that strikes once is used up. */
  manner(): StorageManner {
    const { fault } = this;
    if (!fault) return { kind: "accept" };
    if (fault.untilMs < this.timeline.nowMs || fault.isOnce) this.fault = null;
    return fault.untilMs < this.timeline.nowMs ? { kind: "accept" } : fault.manner;
  }

  /** What storage says at the headers of a PUT already; null when it wants the body. */
  refusalAt(url: string): Answer | null {
    const place = this.#places.get(url);
    if (!place) return { status: 404, headers: {}, words: "<Code>NoSuchBucket</Code>" };
    if (place.expiresAtMs > this.timeline.nowMs) return null;
    return { status: 403, headers: {}, words: "<Code>AccessDenied</Code><Message>Request has expired</Message>" };
  }

  /** Stores a whole body, and says so. */
  store(put: Put, bytes: Uint8Array): Answer {
    const place = this.#places.get(put.url);
    if (!place) return { status: 404, headers: {}, words: "" };
    if (place.object && "if-none-match" in put.headers) {
      return { status: 412, headers: {}, words: "<Code>PreconditionFailed</Code>" };
    }
    place.object = bytes;
    this.onStored(put.url, bytes);
    return { status: 200, headers: {}, words: "" };
  }
}
