import { UploadError } from "../errors.ts";
import type { OffsetQuestion, Transfer, TransferRequest, Transport, Transports } from "../ports.ts";

/** Everything that depends on the kind of a transfer. */

/** Whether an interrupted transfer resumes from the confirmed byte. */
export function isResumable(transports: Transports, transfer: Transfer): boolean {
  return transportOf(transports, transfer)?.resumable === true;
}

/** Bytes that the server has before the first one is sent. A new kind of transfer does not compile until it is here. */
export function offsetOf(transfer: Transfer): number {
  switch (transfer.kind) {
    case "put":
      return 0;
    case "tus":
      return transfer.offset;
  }
}

/** @throws UploadError `unsupported-transfer` when this build has no transport of that kind */
export async function sendTransfer(
  transports: Transports,
  transfer: Transfer,
  request: Omit<TransferRequest, "transfer">,
): Promise<void> {
  const transport = transportOf(transports, transfer);
  if (transport) return transport.send({ ...request, transfer });
  const message = `this build has no "${transfer.kind}" transfer`;
  throw new UploadError("unsupported-transfer", message);
}

/** Bytes that the server says it has; null when the transport cannot ask. */
export async function askTransfer(
  transports: Transports,
  transfer: Transfer,
  question: Omit<OffsetQuestion, "transfer">,
): Promise<number | null> {
  return (await transportOf(transports, transfer)?.askConfirmed?.({ ...question, transfer })) ?? null;
}

/** Deletes the bytes at the server, if that is possible: otherwise they expire. */
export async function terminateTransfer(
  transports: Transports,
  transfer: Transfer,
  signal: AbortSignal,
): Promise<void> {
  try {
    await transportOf(transports, transfer)?.terminate?.(transfer, signal);
  } catch {}
}

function transportOf(transports: Transports, { kind }: Transfer): Transport | undefined {
  // `Transports` has the transport of each kind under its name. TypeScript cannot tell that it is given its own kind.
  return transports[kind] as Transport | undefined;
}
