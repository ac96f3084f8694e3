/** Times that code is asked for again for files that were added while the page was offline: for half a minute. */
const RETRIES = 5;

export const retriesNow = (): number => (navigator.onLine ? 0 : RETRIES);

/**
 * Waits until code that could not be loaded is worth asking for again: offline until the connection is back, then 1, 2, 4, 8
 * and 16 s, because the first requests of a connection can fail, too.
 *
 * @param retries how often it may still be asked for
 * @returns how often it may be asked for after that; null when it is not to be asked for again
 */
export async function nextAttempt(retries: number): Promise<number | null> {
  const isOffline = !navigator.onLine;
  const left = isOffline ? RETRIES : retries - 1;
  if (left < 0) return null;
  await new Promise((resolve) =>
    isOffline
      ? addEventListener("online", resolve, { once: true })
      : setTimeout(resolve, 1000 * 2 ** (RETRIES - 1 - left)),
  );
  return left;
}
