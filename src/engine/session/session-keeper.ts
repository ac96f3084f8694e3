import { UploadError, type UploadErrorCode } from "../errors.ts";
import type { CreateRequest, Ports, Session } from "../ports.ts";
import { abortable } from "../waits.ts";
import { callWithRetries } from "./call-with-retries.ts";
import type { GateOptions, HostGate } from "./host-gate.ts";
import { terminateTransfer } from "./transfer-kinds.ts";

type Draft = Omit<CreateRequest, "idempotencyKey" | "replaces">;

/** One request for a session with all its retries, which have the same key and get the same session. */
interface Opening {
  readonly idempotencyKey: string;
  /** Session to replace; null once the endpoint has created the new one. */
  replaces: Session | null;
  underWay: Promise<Session> | null;
  /** A request is under way or has succeeded. */
  isSent: boolean;
  /** Whether a failed request may nevertheless have created the session. */
  isDoubtful: boolean;
  /** Signal of the latest call that needs the session. */
  signal: AbortSignal;
}

/**
 * Requests the session of one upload, and cancels every session that the upload does not use, including one whose
 * response arrives after a cancellation or is lost.
 */
export class SessionKeeper {
  readonly #ports: Ports;
  readonly #gate: HostGate;
  readonly #draft: () => Draft;
  #opening: Opening | null = null;

  /** @param draft is asked for each request; what it throws fails that request */
  constructor(ports: Ports, gate: HostGate, draft: () => Draft) {
    this.#ports = ports;
    this.#gate = gate;
    this.#draft = draft;
  }

  /**
   * Requests the session. A repetition after an error, or after a pause, gets the same one by the same key. The request
   * itself is not aborted with the signal: the session that it creates must be known, to be used or cancelled.
   *
   * @param replaces the session that the new one takes the place of; cancelled once the new one exists, and not before,
   *   because a relay forgets the bytes of a session that was cancelled
   */
  async open(replaces: Session | null, options: GateOptions): Promise<Session> {
    const { signal } = options;
    return this.#gate.call(options, async () => {
      this.#opening ??= {
        idempotencyKey: this.#ports.randomId(),
        replaces,
        underWay: null,
        isSent: false,
        isDoubtful: false,
        signal,
      };
      const opening = this.#opening;
      opening.signal = signal;
      const session = await abortable(this.#create(opening), signal);
      const replaced = opening.replaces;
      opening.replaces = null;
      if (replaced && replaced.id !== session.id) {
        void this.#cancel(replaced, replaced.transfer.url !== session.transfer.url);
      }
      return session;
    });
  }

  /** Makes the next `open` request another session. */
  renew(): void {
    this.#opening = null;
  }

  /**
   * Cancels the given session, and another one that the host may have created for a request whose answer is missing.
   * Resolves with false when the given session's cancellation was refused.
   */
  async abandon(session: Session | null): Promise<boolean> {
    const opening = this.#opening;
    this.renew();
    const [isCancelled] = await Promise.all([
      session ? this.#cancel(session, true) : true,
      (opening?.isSent || opening?.isDoubtful) && this.#cancelUnknown(opening, session),
    ]);
    return isCancelled;
  }

  async #cancelUnknown(opening: Opening, known: Session | null): Promise<void> {
    opening.signal = new AbortController().signal;
    const created = await callWithRetries(this.#ports, this.#gate, () => this.#create(opening));
    if (created && created.id !== known?.id) await this.#cancel(created, true);
  }

  async #cancel(session: Session, withBytes: boolean): Promise<boolean> {
    const { host, transports } = this.#ports;
    const never = new AbortController().signal;
    const cancelled = await callWithRetries(this.#ports, this.#gate, () => host.cancel(session, never));
    if (withBytes && cancelled) await terminateTransfer(transports, session.transfer, never);
    return cancelled !== null;
  }

  #create(opening: Opening): Promise<Session> {
    if (opening.underWay) return opening.underWay;
    const request = async () => {
      // Started in a microtask: the request calls code of the page, which may cancel the upload and must then find this
      // request pending.
      await null;
      opening.signal.throwIfAborted();
      const draft = this.#draft();
      opening.signal.throwIfAborted();
      opening.isSent = true;
      const { replaces, idempotencyKey } = opening;
      return this.#ports.host.create({ ...draft, replaces, idempotencyKey }, new AbortController().signal);
    };
    const underWay = request();
    opening.underWay = underWay;
    // A created session is kept for the next caller; after a failure the next call retries the request.
    underWay.catch((thrown: unknown) => {
      opening.underWay = null;
      if (!opening.isSent) return;
      opening.isSent = false;
      const error = UploadError.from(thrown);
      this.#gate.heed(error);
      opening.isDoubtful ||= !REFUSALS.has(error.code) && error.code !== "rate-limited";
      const isRefused = REFUSALS.has(error.code) && !opening.isDoubtful;
      if (this.#opening === opening && isRefused) this.#opening = null;
    });
    return underWay;
  }
}

/** Errors that mean that no session was created and that retrying the same request cannot succeed. */
const REFUSALS: ReadonlySet<UploadErrorCode> = new Set([
  "refused",
  "signed-out",
  "unauthorized",
  "forbidden",
  "not-found",
]);
