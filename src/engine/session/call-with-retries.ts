import { UploadError } from "../errors.ts";
import type { Ports } from "../ports.ts";
import { backOnline } from "../waits.ts";
import type { HostGate } from "./host-gate.ts";
import { MAX_ATTEMPTS, retryDelayMs } from "./retry-delay.ts";

/** Time in milliseconds that a call in the background waits for the end of a `Retry-After`: half a day. */
const PATIENCE_MS = 12 * 3_600_000;

/**
 * Makes a call to the host in the background: cancellations above all, which no user waits for. Repeats it after
 * transient errors, waits out any `Retry-After` and the time without a network. Resolves with null when the host refuses
 * or keeps failing. Never rejects.
 */
export async function callWithRetries<T>(
  ports: Pick<Ports, "clock" | "connectivity">,
  gate: HostGate,
  call: () => Promise<T>,
): Promise<T | null> {
  const { signal } = new AbortController();
  const giveUpAt = ports.clock.now() + PATIENCE_MS;
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
    try {
      return await gate.call({ signal, giveUpAt }, call);
    } catch (thrown) {
      const error = UploadError.from(thrown);
      if (error.code === "network") await backOnline(ports, signal);
      // The gate does the waiting after a 429.
      if (error.code === "rate-limited" && error.retryAfterMs !== undefined && ports.clock.now() < giveUpAt) continue;
      const delayMs = retryDelayMs(error, attempt, () => ports.clock.random());
      if (delayMs === null) return null;
      await ports.clock.sleep(delayMs, signal);
    }
  }
  return null;
}
