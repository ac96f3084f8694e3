import type { Clock, Ports } from "./ports.ts";

/** Longest time that a browser's timer can hold: a longer one fires at once. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/** Reason for which signals are aborted when there is nothing left to stop. Without one each would create its own error. */
export const OVER = new Error("the run is over");

type Needs = Pick<Ports, "clock" | "connectivity">;

/** Registers a callback; returns a function that removes it. */
type Subscribe = (onChange: () => void) => () => void;

/** A controller that is also aborted when the signal is. */
export function linkedTo(signal: AbortSignal): AbortController {
  const linked = new AbortController();
  const abort = () => linked.abort(signal.reason);
  if (signal.aborted) abort();
  signal.addEventListener("abort", abort, { signal: linked.signal });
  return linked;
}

/** Resolves when the browser reports that it is online; at once when it already does. */
export function backOnline({ connectivity }: Needs, signal: AbortSignal): Promise<void> {
  let stop = () => {};
  const online = new Promise<void>((resolve) => {
    const settle = () => connectivity.online && resolve();
    stop = connectivity.subscribe(settle);
    settle();
  });
  return abortable(online, signal).finally(stop);
}

/** Waits `ms`, or until the network comes back if that is sooner. */
export function sleepOrBackOnline({ clock, connectivity }: Needs, ms: number, signal: AbortSignal): Promise<void> {
  return sleepUnless(clock, ms, signal, (wake) => connectivity.subscribe(() => connectivity.online && wake()));
}

/** Waits `ms`, or until `wake` is called if that is sooner. Ends early for waits beyond a timer's range. */
export async function sleepUnless(clock: Clock, ms: number, signal: AbortSignal, subscribe: Subscribe): Promise<void> {
  const nap = linkedTo(signal);
  const wake = () => nap.abort(OVER);
  const stop = subscribe(wake);
  try {
    signal.throwIfAborted();
    await clock.sleep(Math.min(ms, MAX_TIMER_MS), nap.signal);
  } catch {
    // Else `wake` was called.
    signal.throwIfAborted();
  } finally {
    stop();
    wake();
  }
}

/** The promise, or the signal's reason if that comes first. The work itself is not stopped. */
export function abortable<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}
