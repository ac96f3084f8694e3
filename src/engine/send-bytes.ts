import { UploadError } from "./errors.ts";
import type { Ports, Session, TransferRequest, Transports } from "./ports.ts";

export interface SendOptions {
  readonly ports: Ports;
  readonly session: Session;
  readonly file: Blob;
  readonly confirmed: number;
  readonly resuming: boolean;
  readonly signal: AbortSignal;
  /** Being computed beside the transfer; a transfer is over only when this is known, too. */
  readonly digest: Promise<string>;
  readonly onSent: (bytes: number) => void;
  readonly onConfirmed: (bytes: number) => void;
  readonly onAllSent: () => void;
}

/** Moves the bytes and waits for their digest. A file that cannot be read for the digest stops the transfer as well. */
export async function sendBytes(options: SendOptions): Promise<void> {
  const { file, confirmed, signal, digest } = options;
  const stop = new AbortController();
  const stopToo = () => stop.abort(signal.reason);
  signal.addEventListener("abort", stopToo);
  try {
    signal.throwIfAborted();
    const unreadable = digest.catch((error: unknown) => {
      stop.abort(error);
      throw error;
    });
    const sent = confirmed >= file.size ? Promise.resolve() : settled(send(options, stop.signal));
    await Promise.all([sent.then(options.onAllSent), raced(unreadable, signal)]);
  } finally {
    signal.removeEventListener("abort", stopToo);
  }
}

/**
 * A 409 or 412 to our PUT is not yet a collision: browsers silently re-send a request whose connection died, and then
 * it is our own first try that lies there. Complete, with the MD5, knows.
 */
async function settled(sending: Promise<void>): Promise<void> {
  try {
    await sending;
  } catch (error) {
    if (!(error instanceof UploadError && error.code === "conflict")) throw error;
  }
}

function send({ ports, session, ...options }: SendOptions, signal: AbortSignal): Promise<void> {
  const request = {
    file: options.file,
    confirmed: options.confirmed,
    resuming: options.resuming,
    signal,
    onSent: options.onSent,
    onConfirmed: options.onConfirmed,
  };
  return dispatch(ports.transports, session, request);
}

function dispatch(
  transports: Transports,
  { transfer }: Session,
  request: Omit<TransferRequest, "transfer">,
): Promise<void> {
  switch (transfer.kind) {
    case "put":
      return transports.put?.send({ ...request, transfer }) ?? unsupported(transfer.kind);
    case "tus":
      return transports.tus?.send({ ...request, transfer }) ?? unsupported(transfer.kind);
  }
}

function unsupported(kind: string): Promise<never> {
  return Promise.reject(
    new UploadError(
      "unsupported-transfer",
      `the host asks for a "${kind}" transfer, which this build does not include`,
    ),
  );
}

/** The digest outlives a pause, but the one who waits for it must not. */
function raced<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    signal.addEventListener("abort", abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}
