import { UploadError } from "../errors.ts";
import type { Session } from "../ports.ts";
import type { LazyCheckpoint } from "../recovery/lazy-recovery.ts";
import { isResumable, offsetOf } from "../session/transfer-kinds.ts";
import { recoverFromError } from "./recover-from-error.ts";
import { isOverdue } from "./retry-policy.ts";
import { activeState, gateOptions, type RunContext } from "./run-context.ts";
import { sendBytes } from "./send-bytes.ts";
import type { SessionInUse, Step } from "./upload-state.ts";

/** Time in milliseconds between two checks of the speed. */
const SPEED_CHECK_MS = 1_000;

/**
 * Runs an upload from its current step: performs the steps and recovers from errors until the upload has ended, failed,
 * returned to the queue, or is stopped by the signal.
 */
export class UploadRun {
  readonly #run: RunContext;
  /** The session that the endpoint has just created, to which nothing was sent yet; null for none. */
  #fresh: Session | null = null;

  constructor(run: RunContext) {
    this.#run = run;
  }

  /** Never rejects. */
  async drive(): Promise<void> {
    const run = this.#run;
    for (let state = activeState(run); state; state = activeState(run)) {
      try {
        await this.#perform(state.step);
      } catch (thrown) {
        if (run.signal.aborted) return;
        await recoverFromError(run, UploadError.from(thrown));
      }
    }
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
    const { sessions, checkpoint, progress, budget } = this.#run;
    if (!replaces && !checkpoint?.isSearched) {
      await this.#run.inspected(this.#run.signal);
      this.#run.signal.throwIfAborted();
      if (checkpoint) return this.#takeOver(checkpoint);
    }
    await this.#run.compared(this.#run.signal);
    this.#run.signal.throwIfAborted();
    const session = await sessions.open(replaces?.session ?? null, gateOptions(this.#run));
    this.#run.signal.throwIfAborted();
    this.#fresh = session;
    const confirmed = offsetOf(session.transfer);
    // The endpoint kept no bytes of the replaced session, so all bytes are sent again.
    if (confirmed === 0) progress.restart(0);
    this.#run.apply({ type: "authorized", session, confirmed, attempt: budget.transferAttempt });
    this.#keep(session, confirmed);
  }

  /** Resumes an upload that an earlier visit left of the file, before the first session is requested. */
  #takeOver(checkpoint: LazyCheckpoint): Promise<void> {
    return checkpoint.takeOver(this.#run.signal, ({ kept, changed }) => {
      if (changed) this.#run.recognize("changed");
      if (!kept) return;
      const { session, confirmed } = kept;
      const replaces = { session, confirmed };
      this.#run.recognize("continued");
      this.#run.progress.restart(confirmed);
      this.#run.budget.confirm(confirmed);
      const overdue = isOverdue(session, this.#run.ports.clock.now());
      if (overdue) this.#run.apply({ type: "renew", replaces, error: null });
      else this.#run.apply({ type: "authorized", ...replaces, attempt: 1 });
    });
  }

  async #transfer({ session, confirmed }: SessionInUse): Promise<void> {
    const { ports, file, progress, digest, budget } = this.#run;
    await this.#run.compared(this.#run.signal, session.id);
    this.#run.signal.throwIfAborted();
    const resuming = this.#fresh !== session;
    this.#fresh = null;
    progress.stop();
    if (!isResumable(ports.transports, session.transfer)) progress.restart(confirmed);
    this.#run.redraw();
    await sendBytes({
      ports,
      session,
      file,
      confirmed,
      resuming,
      signal: this.#run.signal,
      digest: digest.md5(),
      watch: (signal) => this.#watchSpeed(signal),
      onSent: (bytes) => this.#moved(bytes),
      onConfirmed: (bytes) => {
        this.#moved(bytes);
        const refills = budget.confirm(bytes);
        if (this.#run.apply({ type: "confirmed", bytes, refills })) this.#keep(session, bytes);
      },
      onNameTaken: () => {
        budget.isNameTaken = true;
      },
      onAllSent: () => {
        if (this.#run.signal.aborted) return;
        progress.allSent();
        this.#run.moved();
      },
    });
    progress.stop();
    this.#run.signal.throwIfAborted();
    this.#run.apply({ type: "transferred" });
  }

  async #finalize(session: Session): Promise<void> {
    const { gate, digest, ports } = this.#run;
    const md5 = await digest.md5();
    const file = await gate.call(gateOptions(this.#run), async () => {
      if (this.#run.isClosing) throw new UploadError("internal", "the uploader was disposed of");
      return ports.host.complete(session, md5, this.#run.signal);
    });
    if (file.status !== "COMPLETED") throw new UploadError("protocol", `complete answered with status ${file.status}`);
    this.#run.apply({ type: "completed", file, md5 });
  }

  /** Saves a checkpoint if the transfer is resumable. */
  #keep(session: Session, confirmed: number): void {
    const { ports, checkpoint } = this.#run;
    if (isResumable(ports.transports, session.transfer)) checkpoint?.hold(session, confirmed);
  }

  #moved(bytes: number | null): void {
    if (this.#run.signal.aborted) return;
    const { progress, file, ports } = this.#run;
    progress.isMeasured = bytes !== null;
    if (bytes === null) this.#run.redraw();
    else if (progress.moveTo(Math.min(bytes, file.size), ports.clock.now())) this.#run.moved();
  }

  /** Updates the displayed speed when it drops, which no event reports, until the signal rejects it. */
  async #watchSpeed(signal: AbortSignal): Promise<never> {
    const { ports, progress } = this.#run;
    let shown: number | null = null;
    for (;;) {
      await ports.clock.sleep(SPEED_CHECK_MS, signal);
      const speed = progress.speed.bytesPerSecond(ports.clock.now());
      if (speed !== shown) this.#run.redraw();
      shown = speed;
    }
  }
}
