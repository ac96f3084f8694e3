import { IncomingMessage } from "node:http";
import { Writable } from "node:stream";

type Done = (error?: Error | null) => void;

/**
 * The end of the pipeline that a body takes to its listener, and the request that the listener gets: everything as in the
 * original, socket included, so that an abort looks and behaves as Node's own. One piece goes over at a time, so the
 * listener's own pace holds the sender back, and it is known at any time how much the listener has.
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

  /** Resolves when the listener has so many bytes. */
  passed(bytes: number): Promise<void> {
    if (this.#passed >= bytes) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push({ bytes, resolve }));
  }

  /**
   * The listener has answered. A body that it neither took anything of nor waits for is read away, as Node does: the
   * connection's next request waits behind it. Any other rest stays the listener's own business.
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

  /** Whoever reads, by whichever of a stream's ways, comes through here. */
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

/** Not a subclass: Express exchanges the prototype of the requests it gets. */
function copyHead(original: IncomingMessage): IncomingMessage {
  const { method, url, httpVersion, httpVersionMajor, httpVersionMinor } = original;
  const { rawHeaders, headers, headersDistinct } = original;
  const copy = new IncomingMessage(original.socket);
  Object.assign(copy, { method, url, httpVersion, httpVersionMajor, httpVersionMinor });
  Object.assign(copy, { rawHeaders, headers, headersDistinct });
  // Node would read from the socket here; the bytes come from elsewhere.
  copy._read = () => {};
  return copy;
}
