import type { ServerResponse } from "node:http";
import { Transform, type TransformCallback } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import type { Answer } from "../node-http.ts";

/** Response body of a captive portal. */
export const GARBAGE: Answer = {
  status: 200,
  headers: { "content-type": "text/html" },
  body: "<!doctype html><title>Welcome</title><p>Sign in to use this network.",
};

const DEFAULT_ANSWER_BYTES_PER_SECOND = 256;
const DEFAULT_BODY_BYTES_PER_SECOND = 65_536;
const TICKS_PER_SECOND = 20;

/** Sends a response slowly. Ends early when the client disconnects. */
export async function writeSlowly(
  res: ServerResponse,
  { status, headers, body = "" }: Answer,
  bytesPerSecond = DEFAULT_ANSWER_BYTES_PER_SECOND,
): Promise<void> {
  const bytes = Buffer.from(body as string);
  const portion = Math.max(1, Math.floor(bytesPerSecond / TICKS_PER_SECOND));
  res.writeHead(status, { ...headers, "content-length": String(bytes.length) });
  for (let sent = 0; sent < bytes.length && !res.destroyed; sent += portion) {
    const part = bytes.subarray(sent, sent + portion);
    await sleep((part.length / bytesPerSecond) * 1000);
    if (!res.destroyed) res.write(part);
  }
  if (!res.destroyed) res.end();
}

/** Passes a body through at a limited speed. */
export class Trickle extends Transform {
  readonly #bytesPerSecond: number;
  readonly #stop = new AbortController();

  constructor(bytesPerSecond = DEFAULT_BODY_BYTES_PER_SECOND) {
    super();
    this.#bytesPerSecond = bytesPerSecond;
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.#drip(chunk).then(() => done(), done);
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#stop.abort();
    done(error);
  }

  async #drip(chunk: Buffer): Promise<void> {
    const portion = Math.max(1, Math.floor(this.#bytesPerSecond / TICKS_PER_SECOND));
    for (let sent = 0; sent < chunk.length; sent += portion) {
      const part = chunk.subarray(sent, sent + portion);
      await sleep((part.length / this.#bytesPerSecond) * 1000, null, { signal: this.#stop.signal });
      this.push(part);
    }
  }
}

/** Flips the lowest bit of one byte. */
export class BitFlip extends Transform {
  readonly #offset: number;
  #seen = 0;

  constructor(offset: number) {
    super();
    this.#offset = offset;
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    const at = this.#offset - this.#seen;
    this.#seen += chunk.length;
    const isHere = at >= 0 && at < chunk.length;
    done(null, isHere ? flipBit(chunk, at) : chunk);
  }
}

function flipBit(chunk: Buffer, at: number): Buffer {
  const flipped = Buffer.from(chunk);
  flipped.writeUInt8(chunk.readUInt8(at) ^ 1, at);
  return flipped;
}

/**
 * Calls `onReached` with the number of bytes when that many have passed, or at the end of a shorter body. The bytes
 * after that wait for it.
 */
export class Tripwire extends Transform {
  readonly #afterBytes: number;
  readonly #onReached: (passedBytes: number) => void | Promise<void>;
  #passed = 0;
  #tripped = false;

  constructor(afterBytes: number, onReached: (passedBytes: number) => void | Promise<void>) {
    super();
    this.#afterBytes = afterBytes;
    this.#onReached = onReached;
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    const room = this.#afterBytes - this.#passed;
    if (this.#tripped || chunk.length < room) {
      this.#pass(chunk);
      done();
      return;
    }
    this.#pass(chunk.subarray(0, room));
    this.#trip().then(() => {
      this.#pass(chunk.subarray(room));
      done();
    }, done);
  }

  override _flush(done: TransformCallback): void {
    this.#trip().then(() => done(), done);
  }

  #pass(bytes: Buffer): void {
    this.#passed += bytes.length;
    if (bytes.length > 0) this.push(bytes);
  }

  async #trip(): Promise<void> {
    if (this.#tripped) return;
    this.#tripped = true;
    await this.#onReached(this.#passed);
  }
}
