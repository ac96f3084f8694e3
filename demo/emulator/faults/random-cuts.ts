import { createHash } from "node:crypto";
import type { Fault } from "./faults.ts";

export interface RandomCuts {
  /** The same seed gives the same cuts. */
  readonly seed: number;
  readonly count: number;
  /** Length of the whole upload. */
  readonly totalBytes: number;
  readonly fileName?: string;
}

/** So many cuts of the connection, each at another byte of one upload, in the order in which the upload meets them. */
export function cutAtRandom({ seed, count, totalBytes, fileName }: RandomCuts): Fault[] {
  if (count >= totalBytes) throw new RangeError(`${totalBytes} bytes cannot be cut at ${count} places`);
  const offsets = new Set<number>();
  for (let n = 0; offsets.size < count; n += 1) offsets.add(1 + Math.floor(scattered(seed, n) * (totalBytes - 1)));
  return [...offsets]
    .sort((a, b) => a - b)
    .map((atOffset) => ({ at: "relay", do: "disconnect", atOffset, ...(fileName !== undefined && { fileName }) }));
}

/** The n-th of a row of numbers from 0 to below 1, scattered by a hash. */
function scattered(seed: number, n: number): number {
  return createHash("sha256").update(`${seed} ${n}`).digest().readUInt32BE(0) / 2 ** 32;
}
