/** Limit of every wait for a condition: generous, so that only a hang meets it, on however busy a machine. */
export const PATIENCE_MS = 120_000;

/** Asks again until the answer is true, and gives that answer; says what was waited for when it never is. */
export async function until<T>(what: string, ask: () => T | Promise<T>): Promise<NonNullable<T>> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > deadline) throw new Error(`Waited ${PATIENCE_MS / 1000} s in vain until ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
