import { UploadError } from "../errors.ts";
import type { OffsetQuestion, Ports } from "../ports.ts";
import { askTransfer } from "../session/transfer-kinds.ts";

/** Time in milliseconds in which the end of an interrupted request usually reaches the server. */
const SETTLE_MS = 250;
/** Time in milliseconds in which a server that still works on that request ends it. */
const BUSY_MS = 1_500;

/**
 * Bytes that the server has of a transfer that was just interrupted. The server is asked once, and once more when it is
 * busy. Resolves with null when the answer stays unknown. Never rejects.
 */
export async function askConfirmed(
  { transports, clock, connectivity }: Pick<Ports, "transports" | "clock" | "connectivity">,
  { transfer, file, signal }: OffsetQuestion,
): Promise<number | null> {
  for (const waitMs of [SETTLE_MS, BUSY_MS]) {
    try {
      await clock.sleep(waitMs, signal);
      return connectivity.online ? await askTransfer(transports, transfer, { file, signal }) : null;
    } catch (error) {
      if (signal.aborted || UploadError.from(error).code !== "server") return null;
    }
  }
  return null;
}
