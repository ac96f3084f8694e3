import { UploadError } from "../errors.ts";
import type { CreateRequest, Ports, Session } from "../ports.ts";
import { abortable } from "../waits.ts";
import { callWithRetries } from "./call-with-retries.ts";
import type { HostGate } from "./host-gate.ts";
import { terminateTransfer } from "./transfer-kinds.ts";

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
  #replaces: Session | null = null;
  #underWay: Promise<Session> | null = null;

  constructor(ports: Ports, gate: HostGate, draft: Draft) {
    this.#ports = ports;
    this.#gate = gate;
    this.#draft = draft;
  }

  /**
   * The session. A repetition after an error, or after a pause, asks for the same one by the same key. The request
   * itself is not aborted with `signal`: what it makes at the server must be known, to be used or cancelled.
   *
   * @param replaces the session whose place it takes; given up once the new one exists, and not before, because a relay
   *   forgets the bytes of a session that was cancelled
   */
  async open(replaces: Session | null, signal: AbortSignal): Promise<Session> {
    await this.#gate.pass(signal);
    if (this.#key === null) this.#replaces = replaces;
    const session = await abortable(this.#create(), signal);
    if (replaces && this.#replaces === replaces) {
      this.#replaces = null;
      void this.#giveUp(replaces, replaces.transfer.url !== session.transfer.url);
    }
    return session;
  }

  /** The next `open` gets another session. */
  renew(): void {
    this.#key = null;
    this.#underWay = null;
  }

  /**
   * Cancels the given session, and another one that the server may have made without our knowing it. False when the
   * given one's cancellation was refused.
   */
  async abandon(session: Session | null): Promise<boolean> {
    const made = this.#key === null ? null : await callWithRetries(this.#ports, this.#gate, () => this.#create());
    this.renew();
    if (made && made.id !== session?.id) await this.#giveUp(made, true);
    return session ? this.#giveUp(session, true) : true;
  }

  async #giveUp(session: Session, withBytes: boolean): Promise<boolean> {
    const { host, transports } = this.#ports;
    const never = new AbortController().signal;
    const cancelled = await callWithRetries(this.#ports, this.#gate, () => host.cancel(session, never));
    if (withBytes && cancelled) await terminateTransfer(transports, session.transfer, never);
    return cancelled !== null;
  }

  #create(): Promise<Session> {
    if (this.#underWay) return this.#underWay;
    this.#key ??= this.#ports.randomId();
    const request = { ...this.#draft, replaces: this.#replaces, idempotencyKey: this.#key };
    const underWay = this.#ports.host.create(request, new AbortController().signal);
    this.#underWay = underWay;
    // Kept when it succeeds, for whoever comes next; forgotten when it fails, so that the next call repeats it.
    underWay.catch((error: unknown) => {
      if (this.#underWay === underWay) this.#underWay = null;
      if (!mayHaveWorked(UploadError.from(error))) this.#key = null;
    });
    return underWay;
  }
}

/** Whether the server may have made a session although we were told nothing, or something else. */
function mayHaveWorked(error: UploadError): boolean {
  return error.code !== "refused" && error.code !== "unauthorized" && error.code !== "forbidden";
}
