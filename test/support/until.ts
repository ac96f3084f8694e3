/** The one way in which browser tests wait: for a condition, for as long as a slow machine may need. */

/** Below the runner's own limit for a test, so that a failure says what did not come. */
const LIMIT_MS = 45_000;
const PAUSE_MS = 15;

// The browser's own, also while a test holds the time (held-time.ts).
const sleep = globalThis.setTimeout.bind(globalThis);
const now = performance.now.bind(performance);

/** Asks again and again until the answer is true, and gives that answer. */
export async function until<T>(what: string, ask: () => T | Promise<T>): Promise<NonNullable<T>> {
  const giveUpAt = now() + LIMIT_MS;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (now() > giveUpAt) throw new Error(`Waited ${LIMIT_MS / 1000} s for ${what}.`);
    await turn(PAUSE_MS);
  }
}

/** Lets everything run that is ready to run: callbacks of timers that are due, promises, messages. */
export function turn(ms = 0): Promise<void> {
  return new Promise((resolve) => sleep(resolve, ms));
}
