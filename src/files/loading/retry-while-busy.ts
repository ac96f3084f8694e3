import type { FilesPorts } from "../../connect-files.ts";
import { UploadError } from "../../engine/errors.ts";
import { retryDelayMs } from "../../engine/retry-policy.ts";
import { backOnline } from "../../engine/waits.ts";

/** Why a call is not being made just now; null when it is. */
export type Wait =
  | { readonly reason: "busy" /** Epoch milliseconds. */; readonly until: number }
  | { readonly reason: "offline" }
  | null;

export interface PatienceOptions {
  readonly ports: FilesPorts;
  readonly signal: AbortSignal;
  /** Whether to sit out the time without a network. What a person has just asked for fails at once instead. */
  readonly waitOffline: boolean;
  onWait(wait: Wait): void;
}

/**
 * Makes the call again when the server was only busy, after the time that it asked for. Any other error is for the
 * person to decide about. Rejects with an UploadError, or with the signal's reason.
 */
export async function patiently<T>(call: () => Promise<T>, options: PatienceOptions): Promise<T> {
  const { ports, signal, waitOffline, onWait } = options;
  const { clock, connectivity } = ports;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call();
    } catch (thrown) {
      signal.throwIfAborted();
      const error = UploadError.from(thrown);
      if (waitOffline && error.code === "network" && !connectivity.online) {
        onWait({ reason: "offline" });
        await backOnline(ports, signal);
      } else {
        const delayMs = error.code === "rate-limited" ? retryDelayMs(error, attempt, () => clock.random()) : null;
        if (delayMs === null) throw error;
        onWait({ reason: "busy", until: clock.now() + delayMs });
        await clock.sleep(delayMs, signal);
      }
    }
    onWait(null);
  }
}
