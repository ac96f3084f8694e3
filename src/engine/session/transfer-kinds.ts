import { UploadError } from "../errors.ts";
import type { OffsetQuestion, Transfer, TransferRequest, Transports } from "../ports.ts";

/** Everything that depends on the kind of a transfer. A new kind does not compile until each function handles it. */

/** Whether an interrupted transfer resumes from the confirmed byte. */
export function isResumable(transports: Transports, { kind }: Transfer): boolean {
  return transports[kind]?.resumable === true;
}

/** Bytes that the server has before the first one is sent. */
export function offsetOf(transfer: Transfer): number {
  switch (transfer.kind) {
    case "put":
      return 0;
    case "tus":
      return transfer.offset;
  }
}

export function sendTransfer(
  transports: Transports,
  transfer: Transfer,
  request: Omit<TransferRequest, "transfer">,
): Promise<void> {
  switch (transfer.kind) {
    case "put":
      return transports.put?.send({ ...request, transfer }) ?? unsupported(transfer.kind);
    case "tus":
      return transports.tus?.send({ ...request, transfer }) ?? unsupported(transfer.kind);
  }
}

/** Bytes that the server says it has; null when the transport cannot ask. */
export async function askTransfer(
  transports: Transports,
  transfer: Transfer,
  question: Omit<OffsetQuestion, "transfer">,
): Promise<number | null> {
  switch (transfer.kind) {
    case "put":
      return (await transports.put?.askConfirmed?.({ ...question, transfer })) ?? null;
    case "tus":
      return (await transports.tus?.askConfirmed?.({ ...question, transfer })) ?? null;
  }
}

/** Deletes the bytes at the server, if that is possible: otherwise they expire. */
export async function terminateTransfer(
  transports: Transports,
  transfer: Transfer,
  signal: AbortSignal,
): Promise<void> {
  try {
    switch (transfer.kind) {
      case "put":
        return await transports.put?.terminate?.(transfer, signal);
      case "tus":
        return await transports.tus?.terminate?.(transfer, signal);
    }
  } catch {}
}

function unsupported(kind: string): Promise<never> {
  return Promise.reject(
    new UploadError(
      "unsupported-transfer",
      `the host asks for a "${kind}" transfer, which this build does not include`,
    ),
  );
}
