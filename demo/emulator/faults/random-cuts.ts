import { createHash } from "node:crypto";
import type { Fault } from "./faults.ts";

export interface RandomCuts {
  /** Seed of the random positions. The same seed gives the same cuts. */
  readonly seed: number;
  readonly count: number;
  /** Length of the whole upload. */
  readonly totalBytes: number;
  readonly fileName?: string;
}

/** Creates faults that cut the connection at different bytes of one upload, in ascending order. */
export function cutAtRandom({ seed, count, totalBytes, fileName }: RandomCuts): Fault[] {
  if (count >= totalBytes) throw new RangeError(`${totalBytes} bytes cannot be cut at ${count} places`);
  const offsets = new Set<number>();
  for (let n = 0; offsets.size < count; n += 1) offsets.add(1 + Math.floor(scattered(seed, n) * (totalBytes - 1)));
  return [...offsets]
    .sort((a, b) => a - b)
    .map((atOffset) => ({ at: "relay", do: "disconnect", atOffset, ...(fileName !== undefined && { fileName }) }));
}

/** The n-th pseudo-random number from 0 to below 1, derived by a hash. */
function scattered(seed: number, n: number): number {
  return createHash("sha256").update(`${seed} ${n}`).digest().readUInt32BE(0) / 2 ** 32;
}
