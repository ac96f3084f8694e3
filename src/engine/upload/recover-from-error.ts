import { UploadError, type UploadErrorCode } from "../errors.ts";
import type { RemoteFile, Session } from "../ports.ts";
import { backoffMs, isTransient } from "../session/retry-delay.ts";
import { isResumable } from "../session/transfer-kinds.ts";
import { backOnline, sleepOrBackOnline } from "../waits.ts";
import { persistentError } from "./persistent-error.ts";
import { type Asked, isMismatch, type Remedy, remedyFor, renewalError } from "./retry-policy.ts";
import { activeState, gateOptions, type RunContext, resume } from "./run-context.ts";
import type { Step } from "./upload-state.ts";

const MAY_HIDE_SUCCESS: ReadonlySet<UploadErrorCode> = new Set(["network", "timeout", "server", "protocol"]);

/**
 * Does what follows an error of a run: waits for the next attempt, replaces the session, or fails the upload. An error of
 * its own fails the upload, so that it does not stay active without progress.
 */
export async function recoverFromError(run: RunContext, error: UploadError): Promise<void> {
  try {
    await recover(run, error);
  } catch (thrown) {
    if (run.signal.aborted) return;
    resume(run);
    run.apply({ type: "fail", error: UploadError.from(thrown) });
  }
}

async function recover(run: RunContext, thrown: UploadError): Promise<void> {
  const { ports, progress, budget, signal } = run;
  progress.stop();
  if (run.isClosing) return run.close();
  resume(run);
  const state = activeState(run);
  if (!state) return;
  const { step, attempt } = state;
  // The object that storage would not overwrite is another file, so only a session with another name can succeed.
  const isOthers = thrown.code === "refused" && budget.isNameTaken && step.kind === "finalize";
  const error = isOthers ? new UploadError("conflict", thrown.message, { ...thrown, cause: thrown }) : thrown;
  if (!ports.connectivity.online && (error.code === "network" || error.code === "storage-unreachable")) {
    if (step.kind === "finalize") budget.maybeComplete = true;
    run.apply({ type: "wait", reason: "offline", until: null, error, spendsTry: false });
    await backOnline(ports, signal);
    return resume(run);
  }
  const now = ports.clock.now();
  const situation = { step, error, attempt, now, random: ports.clock.random, ...budget.spentOn(error, step, now) };
  let asked: Asked;
  let remedy = remedyFor(situation);
  if (remedy.kind === "ask") {
    const answer = await askStatus(run, remedy.session);
    if (answer instanceof UploadError) {
      // Nothing is known before the user has signed in again, so the session is kept for the retry.
      if (answer.code === "signed-out") return void run.apply({ type: "fail", error: answer });
      // If the answer to complete was unreadable or missing, the endpoint may nevertheless have completed the file.
      const hides = budget.maybeComplete || MAY_HIDE_SUCCESS.has(error.code);
      asked = answer.code === "not-found" && !hides ? null : "unknown";
      // The endpoint is queried until it answers, because the file must not be sent again if it is complete.
      if (step.kind === "finalize" && isTransient(answer)) situation.error = answer;
      if (step.kind === "finalize" && asked === "unknown") budget.maybeComplete = true;
    } else asked = answer;
    remedy = remedyFor(situation, asked);
  }
  signal.throwIfAborted();
  if (run.isClosing) return run.close();
  if (remedy.kind === "retry" && step.kind === "transfer") budget.transferAttempt = attempt + 1;
  const isPersistent = remedy.kind === "fail" && remedy.isPersistent;
  await follow(run, remedy, step, isPersistent ? persistentError(error, step, asked) : situation.error);
}

async function follow(run: RunContext, remedy: Remedy, step: Step, error: UploadError): Promise<void> {
  const { ports, digest, budget, signal } = run;
  switch (remedy.kind) {
    case "completed":
      run.apply({ type: "completed", file: remedy.file, md5: await digest.md5() });
      return;
    case "renew":
      renewSession(run, step, error, renewalError(error));
      await waitFor(run, backoffMs(budget.renew(error), ports.clock.random), renewalError(error), false);
      // A transfer needs a place, and an upload that waits for complete has none.
      return step.kind === "finalize" ? run.requeue() : resume(run);
    case "retry":
      await waitFor(run, remedy.delayMs, error, true);
      return resume(run);
    case "ask-again":
      return ports.clock.sleep(remedy.delayMs, signal);
    case "fail":
      if (remedy.isStale) renewSession(run, step, error, null);
      run.apply({ type: "fail", error });
  }
}

/** Waits for the time to be over. A network that comes back ends a wait that the server did not ask for. */
function waitFor(run: RunContext, ms: number, error: UploadError, spendsTry: boolean): Promise<void> {
  const { ports, signal } = run;
  run.apply({ type: "wait", reason: "backoff", until: ports.clock.now() + ms, error, spendsTry });
  if (error.retryAfterMs !== undefined) return ports.clock.sleep(ms, signal);
  return sleepOrBackOnline(ports, ms, signal);
}

/** Queries the status of the file at the endpoint. Returns the error when that fails. */
async function askStatus(run: RunContext, session: Session): Promise<RemoteFile | UploadError> {
  const { gate, ports, signal } = run;
  try {
    return await gate.call(gateOptions(run), () => ports.host.retrieve(session, signal));
  } catch (thrown) {
    signal.throwIfAborted();
    resume(run);
    return UploadError.from(thrown);
  }
}

/** Replaces the session, and keeps its bytes if they are intact and the transfer is resumable. */
function renewSession(run: RunContext, step: Step, error: UploadError, reported: UploadError | null): void {
  if (step.kind === "authorize") return;
  const { sessions, digest, progress, ports, file } = run;
  const { session } = step;
  // The mismatch may come from reading or from sending, so the file is read again.
  if (error.code === "checksum") digest.forget();
  if (!isMismatch(error) && isResumable(ports.transports, session.transfer)) {
    sessions.renew();
    const confirmed = step.kind === "transfer" ? step.confirmed : file.size;
    run.apply({ type: "renew", replaces: { session, confirmed }, error: reported });
    return;
  }
  progress.restart(0);
  void sessions.abandon(session);
  run.apply({ type: "renew", replaces: null, error: reported });
}
