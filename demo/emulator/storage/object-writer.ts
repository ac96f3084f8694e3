import { createHash } from "node:crypto";
import { close, open, write, writev } from "node:fs";
import { Writable } from "node:stream";
import type { ObjectRecord } from "./file-record.ts";

type Done = (error?: Error | null) => void;

const BUFFER_BYTES = 4 * 1024 * 1024;

/**
 * Writes to a new file and computes its MD5. While Node's thread pool writes one batch, this thread
 * hashes it and reads the next from the socket; everything read meanwhile is then written in one call.
 */
export class ObjectWriter extends Writable {
  readonly #path: string;
  readonly #hash = createHash("md5");
  #fd = -1;
  #sizeBytes = 0;

  constructor(path: string) {
    super({ highWaterMark: BUFFER_BYTES });
    this.#path = path;
  }

  /** Size and MD5 of what was written. Call it once, after the end. */
  finished(): ObjectRecord {
    return { md5: this.#hash.digest("hex"), sizeBytes: this.#sizeBytes };
  }

  override _construct(done: Done): void {
    open(this.#path, "wx", (error, fd) => {
      if (!error) this.#fd = fd;
      done(error);
    });
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: Done): void {
    this.#store([chunk], done);
  }

  override _writev(chunks: { chunk: Buffer }[], done: Done): void {
    this.#store(
      chunks.map(({ chunk }) => chunk),
      done,
    );
  }

  override _destroy(error: Error | null, done: Done): void {
    if (this.#fd < 0) done(error);
    else close(this.#fd, (closeError) => done(error ?? closeError));
  }

  #store(chunks: readonly Buffer[], done: Done): void {
    const bytes = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
    let waiting = 2;
    let failure: Error | null = null;
    const arrive = (error?: Error | null): void => {
      failure ??= error ?? null;
      waiting -= 1;
      if (waiting === 0) done(failure);
    };
    this.#put(chunks, bytes, arrive);
    for (const chunk of chunks) this.#hash.update(chunk);
    this.#sizeBytes += bytes;
    arrive();
  }

  /** Writes everything, even if the system accepts only a part per call. */
  #put(chunks: readonly Buffer[], bytes: number, done: Done): void {
    writev(this.#fd, chunks, null, (error, written) => {
      if (error || written === bytes) done(error);
      else this.#putRest(Buffer.concat(chunks).subarray(written), done);
    });
  }

  #putRest(rest: Buffer, done: Done): void {
    write(this.#fd, rest, 0, rest.length, null, (error, written) => {
      if (error || written === rest.length) done(error);
      else this.#putRest(rest.subarray(written), done);
    });
  }
}
