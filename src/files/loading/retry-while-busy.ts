import type { FilesPorts } from "../../connect-files.ts";
import { UploadError } from "../../engine/errors.ts";
import { retryDelayMs } from "../../engine/session/retry-delay.ts";
import { backOnline } from "../../engine/waits.ts";

/** Reason why a call is delayed; null when it is being made. */
export type Wait =
  | { readonly reason: "busy" /** Epoch milliseconds. */; readonly until: number }
  | { readonly reason: "offline" }
  | null;

export interface RetryOptions {
  readonly ports: FilesPorts;
  readonly signal: AbortSignal;
  /** Whether to wait for the network. Calls that a user has just requested fail at once instead. */
  readonly waitOffline: boolean;
  onWait(wait: Wait): void;
}

/**
 * Repeats the call while the server is busy, after the delay that it asks for. Any other error is left to the user. Rejects
 * with an UploadError, or with the reason of the signal.
 */
export async function retryWhileBusy<T>(call: () => Promise<T>, options: RetryOptions): Promise<T> {
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
