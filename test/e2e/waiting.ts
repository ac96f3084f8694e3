/** Limit of every wait for a condition: generous, so that only a hang meets it, on however busy a machine. */
export const PATIENCE_MS = 120_000;

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
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    const now = stepOf();
    if (now !== step) deadline = Date.now() + PATIENCE_MS;
    step = now;
    if (Date.now() > deadline) throw new Error(`Waited ${PATIENCE_MS / 1000} s in vain until ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
