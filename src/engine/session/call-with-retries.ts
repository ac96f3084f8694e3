import { UploadError } from "../errors.ts";
import type { Ports } from "../ports.ts";
import type { HostGate } from "./host-gate.ts";
import { retryDelayMs } from "./retry-delay.ts";

/** A call to the host in the background, repeated by the usual rules; null when the host keeps refusing. Never throws. */
export async function callWithRetries<T>(
  { clock }: Pick<Ports, "clock">,
  gate: HostGate,
  call: () => Promise<T>,
): Promise<T | null> {
  const { signal } = new AbortController();
  for (let attempt = 1; ; attempt += 1) {
    try {
      await gate.pass(signal);
      return await call();
    } catch (thrown) {
      const error = UploadError.from(thrown);
      gate.heed(error);
      const delayMs = retryDelayMs(error, attempt, () => clock.random());
      if (delayMs === null) return null;
      await clock.sleep(delayMs, signal);
    }
  }
}
