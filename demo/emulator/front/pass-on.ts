import { IncomingMessage } from "node:http";
import { Writable } from "node:stream";

type Done = (error?: Error | null) => void;

/**
 * Sink of the pipeline of a body, and the request that the listener gets. The request is like the
 * original, including its socket, so an abort behaves as in Node. One chunk is passed at a time, so the
 * listener's speed limits the sender, and the number of bytes that the listener has is always known.
 */
export class PassOn extends Writable {
  readonly request: IncomingMessage;
  readonly #onPassed: (bytes: number) => void;
  readonly #waiting: { readonly bytes: number; readonly resolve: () => void }[] = [];
  #onTaken: (() => void) | null = null;
  #passed = 0;
  #isRead = false;
  #discards = false;

  constructor(original: IncomingMessage, onPassed: (bytes: number) => void) {
    super();
    this.#onPassed = onPassed;
    this.request = copyHead(original);
    this.request.read = (bytes) => this.#read(bytes);
  }

  /** Resolves when the listener has read that many bytes. */
  passed(bytes: number): Promise<void> {
    if (this.#passed >= bytes) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push({ bytes, resolve }));
  }

  /**
   * Called when the listener has responded. A body of which it read nothing is discarded, as in Node, because the
   * connection's next request waits behind it. The rest of any other body is left to the listener.
   */
  discardUnread(): void {
    if (this.#isRead || this.request.listenerCount("data") > 0) return;
    this.#discards = true;
    this.request.resume();
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: Done): void {
    if (this.#discards) {
      done();
      return;
    }
    this.#onTaken = () => {
      this.#passed += chunk.length;
      this.#onPassed(chunk.length);
      for (const { bytes, resolve } of this.#waiting) if (this.#passed >= bytes) resolve();
      done();
    };
    this.request.push(chunk);
    this.#checkTaken();
  }

  override _final(done: Done): void {
    this.request.complete = true;
    this.request.push(null);
    done();
  }

  override _destroy(error: Error | null, done: Done): void {
    if (!this.request.complete) this.request.destroy(error ?? new Error("The connection was cut."));
    done(error);
  }

  /** All ways of reading a stream call this method. */
  #read(bytes?: number): unknown {
    const chunk: unknown = IncomingMessage.prototype.read.call(this.request, bytes);
    if (chunk !== null) this.#isRead = true;
    this.#checkTaken();
    return chunk;
  }

  #checkTaken(): void {
    if (this.request.readableLength > 0) return;
    const onTaken = this.#onTaken;
    this.#onTaken = null;
    onTaken?.();
  }
}

/** Copy of a request without its body. `_read` is set on the copy, because Express replaces the prototype of requests. */
function copyHead(original: IncomingMessage): IncomingMessage {
  const { method, url, httpVersion, httpVersionMajor, httpVersionMinor } = original;
  const { rawHeaders, headers, headersDistinct } = original;
  const copy = new IncomingMessage(original.socket);
  Object.assign(copy, { method, url, httpVersion, httpVersionMajor, httpVersionMinor });
  Object.assign(copy, { rawHeaders, headers, headersDistinct });
  // Node would read from the socket here, but the bytes come from the pipeline.
  copy._read = () => {};
  return copy;
}
