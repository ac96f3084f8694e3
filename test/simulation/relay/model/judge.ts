import type { Timeline } from "../virtual/timeline.ts";
import type { Instance } from "./instance.ts";
import type { LockServer } from "./leased-locker.ts";
import type { Storage } from "./storage.ts";
import type { Session, Upload } from "./uploads.ts";

export interface Violation {
  /** The promise that was broken, the same words for the same promise. */
  readonly rule: string;
  readonly what: string;
}

export interface JudgeParts {
  readonly timeline: Timeline;
  readonly storage: Storage;
  readonly locks: LockServer;
  readonly instances: readonly Instance[];
  /** The most uploads that the relay lets in at one time; null for any number. */
  readonly room: number | null;
  /** Uploads that the store has now. */
  readonly storedUploads: () => number;
  /** Errors of disk and lock server that processes have met. */
  readonly faultsMet: () => number;
}

/** What was known when a request was sent: its answer must be no worse. */
export interface Sent {
  readonly method: string;
  readonly session: Session;
  /** Whether the relay had not answered yet that it knows the session. */
  readonly isFirst: boolean;
  /** Bytes of the session, or, at first, of the one that it replaces. */
  readonly confirmed: number;
  readonly faultsMet: number;
  /** Offset after the request when all of its bytes arrive; null for one that sends none, or not all. */
  readonly wholeOffset: number | null;
  /** Whether no other call about the upload was under way. */
  readonly isAlone: boolean;
  /** Calls about the upload until this one, with it. */
  readonly asked: number;
}

export interface RelayAnswer {
  readonly status: number;
  readonly offset: number | null;
  readonly code: string | null;
  readonly retryAfterMs: number | null;
}

/** How long the relay keeps unfinished uploads, and the receipts of finished ones. */
export const EXPIRES_AFTER_MS = 24 * 3_600_000;
export const RECEIPT_MS = 30 * 60_000;

/** Holds the relay to its promises while a run goes on, and remembers the first that it broke. */
export class Judge {
  readonly #parts: JudgeParts;
  violation: Violation | null = null;
  /** Rules that are not judged: for a look behind a violation that is known. */
  readonly excused: ReadonlySet<string>;

  constructor(parts: JudgeParts, excused: ReadonlySet<string> = new Set()) {
    this.#parts = parts;
    this.excused = excused;
  }

  /** Keeps the first violation: what comes after it may follow from it. */
  report(rule: string, what: string): void {
    if (!this.excused.has(rule)) this.violation ??= { rule, what };
  }

  sent(method: string, session: Session, wholeOffset: number | null = null): Sent {
    const isFirst = session.path === null;
    const confirmed = isFirst ? (session.replaces?.confirmed ?? 0) : session.confirmed;
    const { asked, answered } = session.upload;
    const others = { isAlone: asked === answered, asked: asked + 1 };
    return { method, session, isFirst, confirmed, faultsMet: this.#parts.faultsMet(), wholeOffset, ...others };
  }

  /** An answer of the tus side leaves its process. */
  answered(sent: Sent, answer: RelayAnswer): void {
    const { method, session } = sent;
    const { status } = answer;
    if (status === 200 || status === 201 || (status === 204 && method !== "DELETE")) this.#confirmed(sent, answer);
    else if (status === 204) this.closed(session);
    else if (status === 404 || status === 410) this.#ended(sent, answer);
    else if (status === 422) this.#refused(session);
    else if (status === 500) this.#failed(sent, method);
    else if (status !== 409 && status !== 503) {
      this.report("every answer is one that tus and the relay know", `${method} was answered ${status} ${answer.code}`);
    }
  }

  /** The relay has a place for a session's bytes. */
  opened(sent: Sent, offset: number): void {
    const { session } = sent;
    const { room, storedUploads, instances } = this.#parts;
    // Instances that let an upload in at the same moment do not know of each other.
    if (room !== null && storedUploads() > room * instances.length) {
      this.report("the store stays within its room", `${storedUploads()} uploads in a room for ${room}`);
    }
    const isExcused = this.#parts.faultsMet() > sent.faultsMet;
    const isOwed = sent.isFirst ? this.#mustInherit(session) : this.#mustBeThere(session);
    if (offset < sent.confirmed && !isExcused && isOwed) {
      const what = `${session.fileId} opened at ${offset}, but ${sent.confirmed} were confirmed`;
      this.report("no confirmed byte is lost", what);
    }
    this.#noteOffset(session, offset);
    // Nobody remembers a file that has ended for longer, so opening its session again begins it again.
    const isForgotten = session.end === "done" ? !this.#hasReceipt(session) : this.#isAged(session.upload);
    if (isForgotten) session.end = null;
  }

  openFailed(sent: Sent, error: unknown): void {
    const status = statusOf(error);
    if (status === 503) return;
    if (status === null && this.#parts.faultsMet() > sent.faultsMet) return;
    this.report("a session can be opened", `opening ${sent.session.fileId} failed: ${error}`);
  }

  closeFailed(session: Session, error: unknown, faultsBefore: number): void {
    if (statusOf(error) === 503 || this.#parts.faultsMet() > faultsBefore) return;
    this.report("no request fails without a fault", `forgetting ${session.fileId} failed: ${error}`);
  }

  closed(session: Session): void {
    const under = this.#parts.storage.putsOf(session.uploadUrl).find((put) => put.isActive && put.process?.isAlive);
    if (under && this.#parts.locks.lostLeases === 0) {
      this.report("nothing is delivered after a close", `${session.fileId} was closed while it was being delivered`);
    }
    if (session.openings > 0) session.isRevived = true;
    session.close = "answered";
  }

  /** Whether a new session must be given the bytes of the one before. */
  #mustInherit(session: Session): boolean {
    const previous = session.replaces;
    if (this.#parts.locks.lostLeases > 0) return false;
    if (!previous || previous.path === null || previous.close !== "none" || previous.isGone) return false;
    // What the session before has delivered is at its own address, and nothing of it is left to go on from.
    if (previous.storedMs !== null || this.#isAged(session.upload) || this.#mayBeReclaimed(previous)) return false;
    const heirs = session.upload.sessions.filter(({ replaces }) => replaces === previous);
    return heirs.length === 1 && previous.openings === 0;
  }

  #confirmed(sent: Sent, { offset }: RelayAnswer): void {
    const { session, method } = sent;
    const { sizeBytes } = session.upload;
    if (offset === null || offset > sizeBytes) {
      this.report("every answer is one that tus and the relay know", `${method} told the offset ${offset}`);
      return;
    }
    if (offset < sent.confirmed && this.#mustBeThere(session)) {
      const what = `${method} of ${session.fileId} told ${offset}, but ${sent.confirmed} were confirmed before`;
      this.report("no confirmed byte is lost", what);
    }
    this.#notCutShort(sent, offset);
    this.#noteOffset(session, offset);
    if (offset < sizeBytes || method === "POST") return;
    if (session.storedMs === null) {
      this.report("what is answered as done is in storage", `${method} said that ${session.fileId} is done`);
    }
    session.end ??= "done";
  }

  /** A client that waits for the end of each request sends all of its bytes once. */
  #notCutShort({ session, wholeOffset, isAlone, asked }: Sent, offset: number): void {
    if (wholeOffset === null || offset >= wholeOffset || !isAlone || session.upload.asked > asked) return;
    const what = `a request of ${session.fileId} up to ${wholeOffset} was confirmed up to ${offset}`;
    this.report("a request that comes alone is not cut short", what);
  }

  #ended(sent: Sent, { status, code }: RelayAnswer): void {
    const { session, method } = sent;
    if (code === "session_expired") {
      if (!this.#parts.storage.hasExpired(session.uploadUrl)) {
        this.report("a session ends only when storage says so", `${method} of ${session.fileId}: ${code}`);
      }
      session.end ??= "expired";
      return;
    }
    if (this.#mustBeThere(session) && this.#parts.faultsMet() === sent.faultsMet) {
      this.report("no upload is lost", `${method} of ${session.fileId} was answered ${status} ${code}`);
    }
    session.isGone = true;
  }

  #refused(session: Session): void {
    if (!this.#parts.storage.hasRefused(session.uploadUrl)) {
      this.report("a refusal is storage's", `${session.fileId} was refused, but not by storage`);
    }
    session.end ??= "refused";
  }

  #failed(sent: Sent, method: string): void {
    if (this.#parts.faultsMet() > sent.faultsMet || this.#parts.locks.lostLeases > 0) return;
    this.report("no request fails without a fault", `${method} of ${sent.session.fileId} was answered 500`);
  }

  #noteOffset(session: Session, offset: number): void {
    session.confirmed = Math.max(session.confirmed, offset);
  }

  /** Whether the relay must still know what it has confirmed of a session. */
  #mustBeThere(session: Session): boolean {
    if (session.close !== "none" || session.isReplaced || session.isGone || session.path === null) return false;
    if (this.#isAged(session.upload) || this.#mayBeReclaimed(session)) return false;
    // What a process does after it has lost a lock is not protected from the one that has it.
    if (this.#parts.locks.lostLeases > 0) return false;
    return session.storedMs === null || this.#hasReceipt(session);
  }

  #hasReceipt({ storedMs }: Session): boolean {
    return storedMs !== null && this.#parts.timeline.nowMs < storedMs + RECEIPT_MS;
  }

  /** Whether the relay may have deleted the bytes of a session that is over, to make room. */
  #mayBeReclaimed({ expiresAtMs }: Session): boolean {
    return this.#parts.room !== null && expiresAtMs <= this.#parts.timeline.nowMs;
  }

  #isAged({ firstOpenedMs }: Upload): boolean {
    return firstOpenedMs === null || this.#parts.timeline.nowMs >= firstOpenedMs + EXPIRES_AFTER_MS;
  }
}

export function statusOf(error: unknown): number | null {
  const status = typeof error === "object" && error !== null && "status" in error ? error.status : null;
  return typeof status === "number" ? status : null;
}
