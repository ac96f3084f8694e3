import { UploadError } from "../errors.ts";
import type { Ports } from "../ports.ts";
import { backOnline } from "../waits.ts";
import type { HostGate } from "./host-gate.ts";
import { MAX_ATTEMPTS, retryDelayMs } from "./retry-delay.ts";

/** Longest time in milliseconds that a background call waits for the end of a `Retry-After`: half a day. */
const PATIENCE_MS = 12 * 3_600_000;

/**
 * Calls the endpoint in the background, mainly for cancellations, which no user waits for. Retries after temporary
 * errors, and waits for the end of a `Retry-After` and while offline. Resolves with null when the endpoint refuses or
 * keeps failing. Never rejects.
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
      // After a 429 the gate waits.
      if (error.code === "rate-limited" && error.retryAfterMs !== undefined && ports.clock.now() < giveUpAt) continue;
      const delayMs = retryDelayMs(error, attempt, () => ports.clock.random());
      if (delayMs === null) return null;
      await ports.clock.sleep(delayMs, signal);
    }
  }
  return null;
}
