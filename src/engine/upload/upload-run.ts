import { isAbort, UploadError } from "../errors.ts";
import type { Ports, RemoteFile, Session } from "../ports.ts";
import type { CheckpointKeeper } from "../recovery/checkpoint-keeper.ts";
import type { HostGate } from "../session/host-gate.ts";
import type { SessionKeeper } from "../session/session-keeper.ts";
import { isResumable, offsetOf } from "../session/transfer-kinds.ts";
import type { UploadSnapshot } from "../snapshot.ts";
import { backOnline, sleepOrBackOnline } from "../waits.ts";
import type { Digest } from "./digest.ts";
import { isDelivering, isMismatch, isOverdue, type Remedy, remedyFor } from "./retry-policy.ts";
import { sendBytes } from "./send-bytes.ts";
import type { SentProgress } from "./sent-progress.ts";
import type { LiveState, SessionInUse, Step, UploadEvent, UploadState } from "./upload-state.ts";

/** The upload that a run belongs to. Only it changes the state, by the events that the run gives it. */
export interface RunContext {
  readonly file: File;
  readonly ports: Ports;
  readonly gate: HostGate;
  readonly sessions: SessionKeeper;
  readonly checkpoint: CheckpointKeeper;
  readonly digest: Digest;
  readonly progress: SentProgress;
  readonly state: UploadState;
  /** Resolves when the file was looked at, or after a moment. */
  looked(signal: AbortSignal): Promise<void>;
  /** False when the event does not apply. */
  apply(event: UploadEvent): boolean;
  /** The progress moved; nothing else did. */
  moved(): void;
  /** An earlier visit's upload was found, or one of another content. */
  recognize(origin: UploadSnapshot["origin"]): void;
}

/**
 * One try to bring an upload to its end, from where it stands: performs step after step and recovers from what goes wrong,
 * until it is over, failed, or stopped by its signal.
 */
export class UploadRun {
  readonly #upload: RunContext;
  readonly #signal: AbortSignal;
  /** The session that the host has just granted: nothing can have been sent to it. */
  #fresh: Session | null = null;
  /** Sessions given up since bytes last moved. */
  #renewals = 0;
  /** Sessions given up because of what arrived: bytes that move are no sign of betterment here. */
  #mismatches = 0;
  /** Since when all that is waited for is storage: epoch milliseconds. */
  #deliveringSince: number | null = null;

  constructor(upload: RunContext, signal: AbortSignal) {
    this.#upload = upload;
    this.#signal = signal;
  }

  async drive(): Promise<void> {
    for (let state = this.#active(); state; state = this.#active()) {
      try {
        await this.#perform(state.step);
      } catch (thrown) {
        if (this.#signal.aborted || isAbort(thrown, this.#signal)) return;
        await this.#recover(UploadError.from(thrown), state).catch((error: unknown) => {
          // A run that was stopped while it recovered ends quietly; anything else is a mistake of ours and must be seen.
          if (!this.#signal.aborted) throw error;
        });
      }
    }
  }

  #active(): Active | null {
    const { state } = this.#upload;
    return state.status === "active" && !this.#signal.aborted ? state : null;
  }

  #perform(step: Step): Promise<void> {
    switch (step.kind) {
      case "authorize":
        return this.#authorize(step.replaces);
      case "transfer":
        return this.#transfer(step);
      case "finalize":
        return this.#finalize(step.session);
    }
  }

  async #authorize(replaces: SessionInUse | null): Promise<void> {
    const { sessions, checkpoint, progress } = this.#upload;
    if (!replaces && checkpoint.isUnclaimed) return this.#lookBack();
    const session = await sessions.open(replaces?.session ?? null, this.#signal);
    this.#signal.throwIfAborted();
    this.#fresh = session;
    const confirmed = offsetOf(session.transfer);
    // The host kept nothing of the replaced session: what was shown as sent has to be sent again.
    if (confirmed === 0) progress.restart(0);
    this.#upload.apply({ type: "authorized", session, confirmed });
    this.#keep(session, confirmed);
  }

  /** Once a file, before anybody is asked for a session: goes on with what an earlier visit left of it, if there is anything. */
  async #lookBack(): Promise<void> {
    const { checkpoint, progress, ports } = this.#upload;
    await this.#upload.looked(this.#signal);
    const { kept, changed } = await checkpoint.claim(this.#signal);
    if (changed) this.#upload.recognize("changed");
    if (!kept) return;
    const { session, confirmed } = kept;
    this.#upload.recognize("continued");
    progress.restart(confirmed);
    if (isOverdue(session, ports.clock.now())) this.#upload.apply({ type: "renew", replaces: { session, confirmed } });
    else this.#upload.apply({ type: "authorized", session, confirmed });
  }

  async #transfer({ session, confirmed }: SessionInUse): Promise<void> {
    const { ports, file, progress, digest } = this.#upload;
    const resuming = this.#fresh !== session;
    this.#fresh = null;
    progress.stop();
    if (!isResumable(ports.transports, session.transfer)) progress.restart(confirmed);
    await sendBytes({
      ports,
      session,
      file,
      confirmed,
      resuming,
      signal: this.#signal,
      digest: digest.md5(),
      onSent: (bytes) => this.#moved(bytes),
      onConfirmed: (bytes) => {
        this.#moved(bytes);
        this.#renewals = 0;
        this.#deliveringSince = null;
        if (this.#upload.apply({ type: "confirmed", bytes })) this.#keep(session, bytes);
      },
      onAllSent: () => {
        progress.allSent();
        this.#upload.moved();
      },
    });
    progress.stop();
    this.#signal.throwIfAborted();
    this.#upload.apply({ type: "transferred" });
  }

  async #finalize(session: Session): Promise<void> {
    const { gate, digest, ports } = this.#upload;
    await gate.pass(this.#signal);
    const md5 = await digest.md5();
    const file = await ports.host.complete(session, md5, this.#signal);
    if (file.status !== "COMPLETED") throw new UploadError("protocol", `complete answered with status ${file.status}`);
    this.#upload.apply({ type: "completed", file, md5 });
  }

  /** Only what can be resumed is worth keeping beyond the page. */
  #keep(session: Session, confirmed: number): void {
    const { ports, checkpoint } = this.#upload;
    if (isResumable(ports.transports, session.transfer)) checkpoint.hold(session, confirmed);
  }

  #moved(bytes: number): void {
    const { progress, file, ports } = this.#upload;
    if (progress.moveTo(Math.min(bytes, file.size), ports.clock.now())) this.#upload.moved();
  }

  async #recover(error: UploadError, { step, attempt }: Active): Promise<void> {
    const { ports, gate, progress } = this.#upload;
    progress.stop();
    gate.heed(error);
    if (!ports.connectivity.online && (error.code === "network" || error.code === "storage-unreachable")) {
      this.#upload.apply({ type: "wait", reason: "offline", until: null, error });
      await backOnline(ports, this.#signal);
      this.#upload.apply({ type: "start" });
      return;
    }
    const renewals = isMismatch(error) ? this.#mismatches : this.#renewals;
    const now = ports.clock.now();
    if (isDelivering(error)) this.#deliveringSince ??= now;
    const deliveringMs = now - (this.#deliveringSince ?? now);
    const situation = { step, error, attempt, renewals, deliveringMs, now, random: ports.clock.random };
    let remedy = remedyFor({ ...situation, asked: undefined });
    if (remedy.kind === "ask") remedy = remedyFor({ ...situation, asked: await this.#ask(step) });
    this.#signal.throwIfAborted();
    await this.#follow(remedy, error, step);
  }

  async #follow(remedy: Remedy, error: UploadError, step: Step): Promise<void> {
    const { ports, digest } = this.#upload;
    switch (remedy.kind) {
      case "completed":
        this.#upload.apply({ type: "completed", file: remedy.file, md5: await digest.md5() });
        return;
      case "renew":
        this.#renew(error, step);
        return;
      case "retry": {
        this.#upload.apply({ type: "wait", reason: "backoff", until: ports.clock.now() + remedy.delayMs, error });
        const told = error.retryAfterMs !== undefined;
        await (told
          ? ports.clock.sleep(remedy.delayMs, this.#signal)
          : sleepOrBackOnline(ports, remedy.delayMs, this.#signal));
        this.#upload.apply({ type: "start" });
        return;
      }
      case "ask-again":
        await ports.clock.sleep(remedy.delayMs, this.#signal);
        return;
      case "fail":
        // What the server refused for good is not worth keeping: the retry button then begins with a new session.
        if (STALE_AFTER.has(error.code)) this.#renew(error, step);
        this.#upload.apply({ type: "fail", error });
        return;
      case "ask":
        // Decided again with the host's answer, a silence included: it is never asked for twice.
        throw new UploadError("internal", "asked twice");
    }
  }

  /** The host's view of the file, or null when it would not say. */
  async #ask(step: Step): Promise<RemoteFile | null> {
    if (step.kind === "authorize") return null;
    const { gate, ports } = this.#upload;
    try {
      await gate.pass(this.#signal);
      return await ports.host.retrieve(step.session, this.#signal);
    } catch (thrown) {
      this.#signal.throwIfAborted();
      gate.heed(UploadError.from(thrown));
      return null;
    }
  }

  /** Another session, please: with the bytes of this one where they are good and the transfer can be resumed. */
  #renew(error: UploadError, step: Step): void {
    if (step.kind === "authorize") return;
    const { sessions, digest, progress, ports, file } = this.#upload;
    const { session } = step;
    if (isMismatch(error)) this.#mismatches += 1;
    else this.#renewals += 1;
    // A mismatch may be the reader's fault as well as the line's: read again.
    if (error.code === "checksum") digest.forget();
    if (!isMismatch(error) && isResumable(ports.transports, session.transfer)) {
      sessions.renew();
      const confirmed = step.kind === "transfer" ? step.confirmed : file.size;
      this.#upload.apply({ type: "renew", replaces: { session, confirmed } });
      return;
    }
    progress.restart(0);
    void sessions.abandon(session);
    this.#upload.apply({ type: "renew", replaces: null });
  }
}

type Active = Extract<LiveState, { readonly status: "active" }>;

const STALE_AFTER: ReadonlySet<string> = new Set([
  "checksum",
  "expired",
  "conflict",
  "refused",
  "not-found",
  "protocol",
]);
