import { Random } from "../fuzz/random.ts";

/**
 * Independent random streams of one seed, one per label. A stream does not notice how often the others are used, so a
 * scenario that loses a step keeps most of its delays: that is what makes shrinking work.
 */
export class RandomStreams {
  readonly #seed: number;
  readonly #streams = new Map<string, Random>();

  constructor(seed: number) {
    this.#seed = seed;
  }

  stream(label: string): Random {
    let stream = this.#streams.get(label);
    if (!stream) {
      stream = new Random(hash(label, this.#seed));
      this.#streams.set(label, stream);
    }
    return stream;
  }

  /** In [0, 1). */
  next(label: string): number {
    return this.stream(label).next();
  }

  /** A whole number of milliseconds from `low` to `high`. */
  between(label: string, low: number, high: number): number {
    return low + Math.floor(this.next(label) * (high - low + 1));
  }

  /** True with the given probability. */
  chance(label: string, probability: number): boolean {
    return this.next(label) < probability;
  }
}

/** FNV-1a with the seed as the start value. */
function hash(label: string, seed: number): number {
  let value = (2_166_136_261 ^ Math.imul(seed, 2_654_435_761)) >>> 0;
  for (let index = 0; index < label.length; index += 1) {
    value = Math.imul(value ^ label.charCodeAt(index), 16_777_619) >>> 0;
  }
  return value;
}
