import { IncomingMessage } from "node:http";
import { Writable } from "node:stream";

type Done = (error?: Error | null) => void;

/**
 * A request as its listener gets it when the body first goes through other hands: everything as in the original, socket
 * included, so that an abort looks and behaves as Node's own. Only the bytes come from a `PassOn`.
 */
export class PassedOn extends IncomingMessage {
  #onTaken: (() => void) | null = null;

  constructor(original: IncomingMessage) {
    super(original.socket);
    this.method = original.method;
    this.url = original.url;
    this.httpVersion = original.httpVersion;
    this.httpVersionMajor = original.httpVersionMajor;
    this.httpVersionMinor = original.httpVersionMinor;
    this.rawHeaders = original.rawHeaders;
    this.headers = original.headers;
    this.headersDistinct = original.headersDistinct;
  }

  /** Calls back when the listener has taken these bytes. */
  give(bytes: Buffer, done: () => void): void {
    this.push(bytes);
    if (this.readableLength === 0) done();
    else this.#onTaken = done;
  }

  end(): void {
    this.complete = true;
    this.push(null);
  }

  /** Node would read from the socket here; the bytes come from elsewhere. */
  override _read(): void {}

  /** Whoever reads, by whichever of a stream's ways, comes through here. */
  override read(bytes?: number): unknown {
    const chunk: unknown = super.read(bytes);
    if (this.readableLength === 0) {
      const onTaken = this.#onTaken;
      this.#onTaken = null;
      onTaken?.();
    }
    return chunk;
  }
}

/**
 * The end of the pipeline that a body takes to its listener. One piece at a time, so the listener's own pace holds the
 * sender back, and it is known at any time how much the listener has.
 */
export class PassOn extends Writable {
  readonly #to: PassedOn;
  readonly #onPassed: (bytes: number) => void;
  readonly #waiting: { readonly bytes: number; readonly resolve: () => void }[] = [];
  #passed = 0;
  #discards = false;

  constructor(to: PassedOn, onPassed: (bytes: number) => void) {
    super();
    this.#to = to;
    this.#onPassed = onPassed;
  }

  /** Resolves when the listener has so many bytes. */
  passed(bytes: number): Promise<void> {
    if (this.#passed >= bytes) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push({ bytes, resolve }));
  }

  /** The listener has answered without wanting the rest: the connection's next request waits behind it. */
  discardRest(): void {
    this.#discards = true;
    this.#to.resume();
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: Done): void {
    if (this.#discards) {
      done();
      return;
    }
    this.#to.give(chunk, () => {
      this.#passed += chunk.length;
      this.#onPassed(chunk.length);
      for (const { bytes, resolve } of this.#waiting) if (this.#passed >= bytes) resolve();
      done();
    });
  }

  override _final(done: Done): void {
    this.#to.end();
    done();
  }

  override _destroy(error: Error | null, done: Done): void {
    if (!this.#to.complete) this.#to.destroy(error ?? new Error("The connection was cut."));
    done(error);
  }
}
