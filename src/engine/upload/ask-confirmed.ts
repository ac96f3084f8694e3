import { UploadError } from "../errors.ts";
import type { OffsetQuestion, Ports } from "../ports.ts";
import { askTransfer } from "../session/transfer-kinds.ts";

/** In which the end of the request that was cut off reaches the server, as a rule. */
const SETTLE_MS = 250;
/** In which a server that is still busy with that request lets go of it. */
const BUSY_MS = 1_500;

/**
 * What the server has of a transfer that was just cut off: asked once, and once more when the server says that it is busy.
 * null when that stays unknown. Never throws.
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
