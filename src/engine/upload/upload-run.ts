import { isAbort, UploadError, type UploadErrorCode } from "../errors.ts";
import type { Ports, RemoteFile, Session } from "../ports.ts";
import type { LazyCheckpoint } from "../recovery/lazy-recovery.ts";
import type { HostGate } from "../session/host-gate.ts";
import { backoffMs, isTransient } from "../session/retry-delay.ts";
import type { SessionKeeper } from "../session/session-keeper.ts";
import { isResumable, offsetOf } from "../session/transfer-kinds.ts";
import type { UploadSnapshot } from "../snapshot.ts";
import { backOnline, sleepOrBackOnline } from "../waits.ts";
import type { Budget } from "./budget.ts";
import type { Digest } from "./digest.ts";
import { persistentError } from "./persistent-error.ts";
import { isMismatch, isOverdue, type Remedy, remedyFor, renewalError, type Situation } from "./retry-policy.ts";
import { sendBytes } from "./send-bytes.ts";
import type { SentProgress } from "./sent-progress.ts";
import type { LiveState, SessionInUse, Step, UploadEvent, UploadState } from "./upload-state.ts";

/** Time in milliseconds between two checks of the speed. */
const SPEED_CHECK_MS = 2_000;

/** The upload that a run belongs to. Only it changes the state, by the events that the run gives it. */
export interface RunContext {
  readonly file: File;
  readonly ports: Ports;
  readonly gate: HostGate;
  readonly sessions: SessionKeeper;
  /** null when nothing is stored across page loads. */
  readonly checkpoint: LazyCheckpoint | null;
  readonly digest: Digest;
  readonly progress: SentProgress;
  readonly budget: Budget;
  readonly state: UploadState;
  /** Whether the uploader is disposed of, so that nothing may be retried. */
  readonly isClosing: boolean;
  /** Resolves when the file was inspected, or after a time limit. */
  inspected(signal: AbortSignal): Promise<void>;
  /** Returns false when the event does not apply. */
  apply(event: UploadEvent): boolean;
  /** Reports that only the progress has changed. */
  moved(): void;
  /** Reports that the displayed progress has changed although no byte was sent. */
  redraw(): void;
  /** Reports that an earlier visit left an upload of this file, or of different content with the same name. */
  recognize(origin: UploadSnapshot["origin"]): void;
  /** Ends the run, and lets the upload wait for a place again. */
  requeue(): void;
  /** Cancels the upload although its request to complete was running. */
  close(): void;
}

/**
 * Runs an upload from its current step: performs the steps and recovers from errors until the upload has ended, failed,
 * returned to the queue, or is stopped by the signal.
 */
export class UploadRun {
  readonly #upload: RunContext;
  readonly #signal: AbortSignal;
  /** The session that the endpoint has just created, to which nothing was sent yet; null for none. */
  #fresh: Session | null = null;

  constructor(upload: RunContext, signal: AbortSignal) {
    this.#upload = upload;
    this.#signal = signal;
  }

  /** Never rejects. */
  async drive(): Promise<void> {
    for (let state = this.#active(); state; state = this.#active()) {
      try {
        await this.#perform(state.step);
      } catch (thrown) {
        if (this.#signal.aborted || isAbort(thrown, this.#signal)) return;
        await this.#recover(UploadError.from(thrown)).catch((error: unknown) => this.#giveUp(error));
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
    const { sessions, checkpoint, progress, budget } = this.#upload;
    if (!replaces && !checkpoint?.isSearched) {
      await this.#upload.inspected(this.#signal);
      if (checkpoint) return this.#takeOver(checkpoint);
    }
    const session = await sessions.open(replaces?.session ?? null, this.#gateOptions());
    this.#signal.throwIfAborted();
    this.#fresh = session;
    const confirmed = offsetOf(session.transfer);
    // The endpoint kept no bytes of the replaced session, so all bytes are sent again.
    if (confirmed === 0) progress.restart(0);
    this.#upload.apply({ type: "authorized", session, confirmed, attempt: budget.transferAttempt });
    this.#keep(session, confirmed);
  }

  /** Resumes an upload that an earlier visit left of the file, before the first session is requested. */
  #takeOver(checkpoint: LazyCheckpoint): Promise<void> {
    return checkpoint.takeOver(this.#signal, ({ kept, changed }) => {
      if (changed) this.#upload.recognize("changed");
      if (!kept) return;
      const { session, confirmed } = kept;
      const replaces = { session, confirmed };
      this.#upload.recognize("continued");
      this.#upload.progress.restart(confirmed);
      this.#upload.budget.confirm(confirmed);
      const overdue = isOverdue(session, this.#upload.ports.clock.now());
      if (overdue) this.#upload.apply({ type: "renew", replaces, error: null });
      else this.#upload.apply({ type: "authorized", ...replaces, attempt: 1 });
    });
  }

  async #transfer({ session, confirmed }: SessionInUse): Promise<void> {
    const { ports, file, progress, digest, budget } = this.#upload;
    const resuming = this.#fresh !== session;
    this.#fresh = null;
    progress.stop();
    if (!isResumable(ports.transports, session.transfer)) progress.restart(confirmed);
    this.#upload.redraw();
    const stopWatching = this.#watchSpeed();
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
        const refills = budget.confirm(bytes);
        if (this.#upload.apply({ type: "confirmed", bytes, refills })) this.#keep(session, bytes);
      },
      onAllSent: () => {
        if (this.#signal.aborted) return;
        progress.allSent();
        this.#upload.moved();
      },
    }).finally(stopWatching);
    progress.stop();
    this.#signal.throwIfAborted();
    this.#upload.apply({ type: "transferred" });
  }

  async #finalize(session: Session): Promise<void> {
    const { gate, digest, ports } = this.#upload;
    const md5 = await digest.md5();
    const file = await gate.call(this.#gateOptions(), async () => {
      if (this.#upload.isClosing) throw new UploadError("internal", "the uploader was disposed of");
      return ports.host.complete(session, md5, this.#signal);
    });
    if (file.status !== "COMPLETED") throw new UploadError("protocol", `complete answered with status ${file.status}`);
    this.#upload.apply({ type: "completed", file, md5 });
  }

  /** A closed gate is shown as a wait, which uses up no attempt. */
  #gateOptions() {
    return {
      signal: this.#signal,
      onWait: (until: number, error: UploadError) => {
        this.#upload.apply({ type: "wait", reason: "backoff", until, error, spendsTry: false });
      },
      onPass: () => this.#resume(),
    };
  }

  /** Ends a wait. */
  #resume(): void {
    this.#upload.apply({ type: "start" });
  }

  /** Saves a checkpoint if the transfer is resumable. */
  #keep(session: Session, confirmed: number): void {
    const { ports, checkpoint } = this.#upload;
    if (isResumable(ports.transports, session.transfer)) checkpoint?.hold(session, confirmed);
  }

  #moved(bytes: number): void {
    if (this.#signal.aborted) return;
    const { progress, file, ports } = this.#upload;
    if (progress.moveTo(Math.min(bytes, file.size), ports.clock.now())) this.#upload.moved();
  }

  /** Updates the displayed speed when it drops, which no event reports. Returns a function that stops it. */
  #watchSpeed(): () => void {
    const { ports, progress } = this.#upload;
    const watching = new AbortController();
    let shown: number | null = null;
    const watch = async () => {
      for (;;) {
        await ports.clock.sleep(SPEED_CHECK_MS, watching.signal);
        const speed = progress.speed.bytesPerSecond(ports.clock.now());
        if (speed !== shown) this.#upload.redraw();
        shown = speed;
      }
    };
    watch().catch(() => {});
    return () => watching.abort();
  }

  async #recover(error: UploadError): Promise<void> {
    const { ports, progress, budget } = this.#upload;
    progress.stop();
    if (this.#upload.isClosing) return this.#upload.close();
    this.#resume();
    const state = this.#active();
    if (!state) return;
    const { step, attempt } = state;
    if (!ports.connectivity.online && (error.code === "network" || error.code === "storage-unreachable")) {
      if (step.kind === "finalize") budget.maybeComplete = true;
      this.#upload.apply({ type: "wait", reason: "offline", until: null, error, spendsTry: false });
      await backOnline(ports, this.#signal);
      return this.#resume();
    }
    const now = ports.clock.now();
    const situation = { step, error, attempt, now, random: ports.clock.random, ...budget.spentOn(error, step, now) };
    let asked: Situation["asked"];
    let remedy = remedyFor({ ...situation, asked });
    if (remedy.kind === "ask") {
      const answer = await this.#ask(step);
      if (answer instanceof UploadError) {
        // If the answer to complete was unreadable or missing, the endpoint may nevertheless have completed the file.
        const hides = budget.maybeComplete || MAY_HIDE_SUCCESS.has(error.code);
        asked = answer.code === "not-found" && !hides ? null : "unknown";
        // The endpoint is queried until it answers, because the file must not be sent again if it is complete.
        if (step.kind === "finalize" && isTransient(answer)) situation.error = answer;
        if (step.kind === "finalize" && asked === "unknown") budget.maybeComplete = true;
      } else asked = answer;
      remedy = remedyFor({ ...situation, asked });
    }
    this.#signal.throwIfAborted();
    if (this.#upload.isClosing) return this.#upload.close();
    if (remedy.kind === "retry" && step.kind === "transfer") budget.transferAttempt = attempt + 1;
    await this.#follow(
      remedy,
      step,
      remedy.kind === "fail" && remedy.isPersistent ? persistentError(error, step, asked) : situation.error,
    );
  }

  async #follow(remedy: Remedy, step: Step, error: UploadError): Promise<void> {
    const { ports, digest, budget } = this.#upload;
    switch (remedy.kind) {
      case "completed":
        this.#upload.apply({ type: "completed", file: remedy.file, md5: await digest.md5() });
        return;
      case "renew":
        this.#renew(step, error, renewalError(error));
        await this.#wait(backoffMs(budget.renew(error), ports.clock.random), renewalError(error), false);
        // A transfer needs a place, and an upload that waits for complete has none.
        return step.kind === "finalize" ? this.#upload.requeue() : this.#resume();
      case "retry":
        await this.#wait(remedy.delayMs, error, true);
        return this.#resume();
      case "ask-again":
        await ports.clock.sleep(remedy.delayMs, this.#signal);
        return;
      case "fail":
        if (remedy.isStale) this.#renew(step, error, null);
        this.#upload.apply({ type: "fail", error });
        return;
      case "ask":
        // Unreachable: with the result of the query, even null, the policy decides without another query.
        throw new UploadError("internal", "lightfield-uploader asked the host twice: please report this bug");
    }
  }

  /** Waits for the time to be over. A network that comes back ends a wait that the server did not ask for. */
  #wait(ms: number, error: UploadError, spendsTry: boolean): Promise<void> {
    const { ports } = this.#upload;
    this.#upload.apply({ type: "wait", reason: "backoff", until: ports.clock.now() + ms, error, spendsTry });
    if (error.retryAfterMs !== undefined) return ports.clock.sleep(ms, this.#signal);
    return sleepOrBackOnline(ports, ms, this.#signal);
  }

  /** Queries the status of the file at the endpoint. Returns the error when that fails. */
  async #ask(step: Step): Promise<RemoteFile | UploadError | null> {
    if (step.kind === "authorize") return null;
    const { gate, ports } = this.#upload;
    try {
      return await gate.call(this.#gateOptions(), () => ports.host.retrieve(step.session, this.#signal));
    } catch (thrown) {
      this.#signal.throwIfAborted();
      this.#resume();
      return UploadError.from(thrown);
    }
  }

  /** Replaces the session, and keeps its bytes if they are intact and the transfer is resumable. */
  #renew(step: Step, error: UploadError, reported: UploadError | null): void {
    if (step.kind === "authorize") return;
    const { sessions, digest, progress, ports, file } = this.#upload;
    const { session } = step;
    // The mismatch may come from reading or from sending, so the file is read again.
    if (error.code === "checksum") digest.forget();
    if (!isMismatch(error) && isResumable(ports.transports, session.transfer)) {
      sessions.renew();
      const confirmed = step.kind === "transfer" ? step.confirmed : file.size;
      this.#upload.apply({ type: "renew", replaces: { session, confirmed }, error: reported });
      return;
    }
    progress.restart(0);
    void sessions.abandon(session);
    this.#upload.apply({ type: "renew", replaces: null, error: reported });
  }

  /** Fails the upload when recovering has failed too, so that it does not stay active without progress. */
  #giveUp(thrown: unknown): void {
    if (this.#signal.aborted) return;
    this.#resume();
    this.#upload.apply({ type: "fail", error: UploadError.from(thrown) });
  }
}

const MAY_HIDE_SUCCESS: ReadonlySet<UploadErrorCode> = new Set(["network", "timeout", "server", "protocol"]);

type Active = Extract<LiveState, { readonly status: "active" }>;
