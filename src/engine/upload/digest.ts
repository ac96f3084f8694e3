import type { Hasher } from "../ports.ts";

/** MD5 of one file: one pass, started at the first call and kept through pauses, retries and new sessions. */
export class Digest {
  readonly #hasher: Hasher;
  readonly #file: Blob;
  /** Stops the pass that is under way: ten thousand files that wait or are uploaded need none. */
  #stop: AbortController | null = null;
  #md5: Promise<string> | null = null;

  constructor(hasher: Hasher, file: Blob) {
    this.#hasher = hasher;
    this.#file = file;
  }

  /** The digest. Rejects with `file-unreadable`; the next call then tries again. */
  md5(): Promise<string> {
    if (!this.#md5) {
      const stop = new AbortController();
      const md5 = this.#hasher.md5(this.#file, stop.signal);
      const end = (): boolean => {
        if (this.#stop === stop) this.#stop = null;
        return this.#md5 === md5;
      };
      md5.then(end, () => {
        if (end()) this.#md5 = null;
      });
      this.#stop = stop;
      this.#md5 = md5;
    }
    return this.#md5;
  }

  /** The digest if its computation was started; else null. */
  get started(): Promise<string> | null {
    return this.#md5;
  }

  /** Discards the digest, so that the file is read again: the reader may have been wrong. */
  forget(): void {
    this.#md5 = null;
    this.stop();
  }

  stop(): void {
    this.#stop?.abort();
  }
}
