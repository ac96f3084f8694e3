import { UploadError } from "../errors.ts";
import type { Ports, Session } from "../ports.ts";
import { isResumable, sendTransfer } from "../session/transfer-kinds.ts";
import { abortable, linkedTo, OVER } from "../waits.ts";

export interface SendOptions {
  readonly ports: Ports;
  readonly session: Session;
  readonly file: Blob;
  readonly confirmed: number;
  readonly resuming: boolean;
  readonly signal: AbortSignal;
  /** Digest computed in parallel; the transfer ends only when it is known. */
  readonly digest: Promise<string>;
  /** Called at the start, with a signal that is aborted at the end. What it rejects with is ignored. */
  readonly watch: (signal: AbortSignal) => Promise<never>;
  readonly onSent: (bytes: number | null) => void;
  readonly onConfirmed: (bytes: number) => void;
  readonly onAllSent: () => void;
  /** Called when storage refuses to overwrite an object of that name, which may be the file itself. */
  readonly onNameTaken: () => void;
}

/** Sends the bytes and waits for their digest. A file that cannot be read for the digest stops the transfer as well. */
export async function sendBytes(options: SendOptions): Promise<void> {
  const { ports, session, signal, digest } = options;
  // In the same moment as the signal: the next run may begin before this one has ended.
  const stop = linkedTo(signal);
  // A resumable transfer stops as soon as the browser is offline: a socket may take a minute to notice.
  const unsubscribe = isResumable(ports.transports, session.transfer)
    ? ports.connectivity.subscribe(() => ports.connectivity.online || stop.abort(wentOffline()))
    : () => {};
  try {
    signal.throwIfAborted();
    options.watch(stop.signal).catch(() => {});
    const unreadable = digest.catch((error: unknown) => {
      stop.abort(error);
      throw error;
    });
    const sent = settled(send(options, stop.signal), options.onNameTaken);
    await abortable(Promise.all([sent.then(options.onAllSent), unreadable]), signal);
  } finally {
    unsubscribe();
    stop.abort(OVER);
  }
}

/**
 * A 409 or 412 for the PUT is not necessarily a collision: browsers silently re-send a request whose connection broke,
 * and then storage already has the object of the first one. Completing the file verifies its MD5 and decides.
 */
async function settled(sending: Promise<void>, onNameTaken: () => void): Promise<void> {
  try {
    await sending;
  } catch (error) {
    if (!(error instanceof UploadError && error.code === "conflict")) throw error;
    onNameTaken();
  }
}

function send({ ports, session, ...options }: SendOptions, signal: AbortSignal): Promise<void> {
  const { file, confirmed, resuming, onSent, onConfirmed } = options;
  // A PUT that storage has responded to is done, even if the digest was not ready. A relay must still send the file to
  // storage.
  if (confirmed === file.size && !isResumable(ports.transports, session.transfer)) return Promise.resolve();
  return sendTransfer(ports.transports, session.transfer, { file, confirmed, resuming, signal, onSent, onConfirmed });
}

function wentOffline(): UploadError {
  return new UploadError("network", "offline");
}
