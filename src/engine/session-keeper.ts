import { UploadError } from "./errors.ts";
import type { HostGate } from "./host-gate.ts";
import type { CreateRequest, Ports, Session } from "./ports.ts";
import { retryDelayMs } from "./retry.ts";

type Draft = Omit<CreateRequest, "idempotencyKey" | "replaces">;

/**
 * Gets one upload its session and sees to it that none is left behind: not the one whose answer came after the user
 * gave up, and not the one whose answer never came.
 */
export class SessionKeeper {
  readonly #ports: Ports;
  readonly #gate: HostGate;
  readonly #draft: Draft;
  #key: string | null = null;
  #underWay: Promise<Session> | null = null;

  constructor(ports: Ports, gate: HostGate, draft: Draft) {
    this.#ports = ports;
    this.#gate = gate;
    this.#draft = draft;
  }

  /**
   * The session. A repetition after an error, or after a pause, asks for the same one by the same key. The request
   * itself is not aborted with `signal`: what it makes at the server must be known, to be used or cancelled.
   */
  async open(signal: AbortSignal): Promise<Session> {
    await this.#gate.pass(signal);
    return abortable(this.#create(), signal);
  }

  /** The next `open` gets another session. */
  renew(): void {
    this.#key = null;
    this.#underWay = null;
  }

  /** Cancels the given session, or else one that the server may have made without our knowing it. False when it was refused. */
  async abandon(session: Session | null): Promise<boolean> {
    const patience = new AbortController();
    const target =
      session ?? (this.#key === null ? null : await this.#patiently(() => this.#create(), patience.signal));
    this.renew();
    if (!target) return true;
    return (await this.#patiently(() => this.#ports.host.cancel(target, patience.signal), patience.signal)) !== null;
  }

  #create(): Promise<Session> {
    if (this.#underWay) return this.#underWay;
    this.#key ??= this.#ports.randomId();
    const request = { ...this.#draft, replaces: null, idempotencyKey: this.#key };
    const underWay = this.#ports.host.create(request, new AbortController().signal);
    this.#underWay = underWay;
    // Kept when it succeeds, for whoever comes next; forgotten when it fails, so that the next call repeats it.
    underWay.catch((error: unknown) => {
      if (this.#underWay === underWay) this.#underWay = null;
      if (!mayHaveWorked(UploadError.from(error))) this.#key = null;
    });
    return underWay;
  }

  /** Repeats by the usual rules, in the background; null when the server keeps refusing. Never throws. */
  async #patiently<T>(call: () => Promise<T>, signal: AbortSignal): Promise<T | null> {
    const { clock } = this.#ports;
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.#gate.pass(signal);
        return await call();
      } catch (thrown) {
        const error = UploadError.from(thrown);
        this.#gate.heed(error);
        const delayMs = retryDelayMs(error, attempt, () => clock.random());
        if (delayMs === null) return null;
        await clock.sleep(delayMs, signal);
      }
    }
  }
}

/** Whether the server may have made a session although we were told nothing, or something else. */
function mayHaveWorked(error: UploadError): boolean {
  return error.code !== "refused" && error.code !== "unauthorized" && error.code !== "forbidden";
}

function abortable<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) return abort();
    signal.addEventListener("abort", abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}
