import type { Ports } from "./ports.ts";

type Needs = Pick<Ports, "clock" | "connectivity">;

/** Resolves when the browser says that it is online; at once when it says so already. */
export function backOnline({ connectivity }: Needs, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = () => {
      if (!connectivity.online && !signal.aborted) return;
      stop();
      signal.removeEventListener("abort", settle);
      signal.aborted ? reject(signal.reason) : resolve();
    };
    const stop = connectivity.subscribe(settle);
    signal.addEventListener("abort", settle);
    settle();
  });
}

/** Waits so long, or until the network comes back, whichever is sooner: a wait for nothing in particular ends with news. */
export async function sleepOrBackOnline(
  { clock, connectivity }: Needs,
  ms: number,
  signal: AbortSignal,
): Promise<void> {
  const nap = new AbortController();
  const endNap = () => nap.abort();
  signal.addEventListener("abort", endNap);
  const stop = connectivity.subscribe(() => connectivity.online && endNap());
  try {
    await clock.sleep(ms, nap.signal);
  } catch {
    signal.throwIfAborted();
  } finally {
    stop();
    signal.removeEventListener("abort", endNap);
  }
}

/** The promise, or the signal's reason when that comes first: the work goes on, but nobody waits for it any more. */
export function abortable<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) return abort();
    signal.addEventListener("abort", abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}
