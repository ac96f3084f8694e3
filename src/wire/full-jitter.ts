/**
 * A backoff delay with "full jitter": a random time between 0 and a ceiling that doubles with every failure, so that many
 * clients do not retry at the same moment. `random` is in [0, 1).
 */
export function fullJitterMs(
  failures: number,
  { baseMs, maxMs }: { readonly baseMs: number; readonly maxMs: number },
  random: number,
): number {
  return random * Math.min(maxMs, baseMs * 2 ** (failures - 1));
}
