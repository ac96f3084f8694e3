/** Limit of every wait for a condition: generous, so that only a hang meets it, on however busy a machine. */
export const PATIENCE_MS = 120_000;

/** Pauses between two questions in milliseconds: each longer than the one before, as long waits would take the processor. */
const FIRST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 100;
const PAUSE_GROWTH = 1.2;

/**
 * Asks again until the answer is true, and gives that answer; says what was waited for when it never is.
 *
 * @param stepOf value that changes while it comes nearer; each change restarts the limit. Absent: no such value is known
 */
export async function until<T>(
  what: string,
  ask: () => T | Promise<T>,
  stepOf: () => unknown = () => null,
): Promise<NonNullable<T>> {
  let deadline = Date.now() + PATIENCE_MS;
  let step: unknown;
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * PAUSE_GROWTH, LONGEST_PAUSE_MS)) {
    const answer = await ask();
    if (answer) return answer;
    const now = stepOf();
    if (now !== step) deadline = Date.now() + PATIENCE_MS;
    step = now;
    if (Date.now() > deadline) throw new Error(`Waited ${PATIENCE_MS / 1000} s in vain until ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}
