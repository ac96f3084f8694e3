import { Readable, Writable } from "node:stream";
import type { Process, Scheduled } from "../virtual/timeline.ts";
import type { Answer, Put, Storage, StorageManner } from "./storage.ts";

export const STORAGE_ORIGIN = "http://storage.invalid";

interface RequestOptions {
  readonly headers: Readonly<Record<string, unknown>>;
  readonly timeout?: number;
  readonly signal?: AbortSignal;
}

class StorageResponse extends Readable {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor({ status, headers, words }: Answer) {
    super({ read() {} });
    this.statusCode = status;
    this.headers = headers;
    if (words !== "") this.push(Buffer.from(words));
    this.push(null);
  }
}

function connectionError(code: string): Error {
  return Object.assign(new Error(code), { code });
}

function spoken({ status, words }: Extract<StorageManner, { kind: "answer" }>): Answer {
  return { status, words, headers: { "content-type": words.startsWith("<html>") ? "text/html" : "application/xml" } };
}

/** A request to storage, as `http.request` makes one: a stream to write to, with the events of a `ClientRequest`. */
export class StorageRequest extends Writable {
  readonly #storage: Storage;
  readonly #manner: StorageManner;
  readonly #process: Process | null;
  readonly #put: Put;
  readonly #sizeBytes: number;
  readonly #timeoutMs: number | undefined;
  readonly #pieces: Uint8Array[] = [];
  #receivedBytes = 0;
  #isAnswered = false;
  #idle: Scheduled | null = null;

  constructor(storage: Storage, signedUrl: string, { headers, timeout, signal }: RequestOptions) {
    super({ autoDestroy: false, highWaterMark: 4 });
    this.#storage = storage;
    this.#process = storage.timeline.current;
    this.#manner = storage.manner();
    // The query is a signature.
    const url = signedUrl.replace(/\?.*$/, "");
    this.#put = storage.begin(url, headers);
    this.#sizeBytes = Number(headers["content-length"]);
    this.#timeoutMs = timeout;
    this.#moved();
    const stop = () => this.destroy(new DOMException("This operation was aborted", "AbortError"));
    if (signal?.aborted) process.nextTick(stop);
    signal?.addEventListener("abort", stop, { once: true });
    this.once("close", () => signal?.removeEventListener("abort", stop));
    this.#after(0, "storage sees the headers", () => this.#meetHeaders(url));
  }

  override _write(chunk: Uint8Array, _encoding: string, done: (error?: Error | null) => void): void {
    const delayMs = this.#manner.kind === "trickle" ? this.#manner.pieceMs : 0;
    this.#after(delayMs, "bytes reach storage", () => {
      this.#moved();
      this.#pieces.push(chunk.slice());
      this.#receivedBytes += chunk.length;
      this.#put.sentBytes = this.#receivedBytes;
      const manner = this.#manner;
      if (manner.kind === "cut" && this.#receivedBytes >= manner.afterBytes) {
        this.destroy(connectionError("ECONNRESET"));
      } else if (manner.kind !== "stall" || this.#receivedBytes < manner.afterBytes) done();
    });
  }

  override _final(done: (error?: Error | null) => void): void {
    done();
    if (this.#receivedBytes !== this.#sizeBytes || this.#isAnswered) return;
    const bytes = new Uint8Array(Buffer.concat(this.#pieces));
    const manner = this.#manner;
    if (manner.kind === "stall") return;
    // The whole body is on its way: storage takes it, whatever becomes of the process that has sent it.
    const delayMs = this.#storage.random.latencyMs();
    this.#storage.timeline.schedule(delayMs, null, "storage has the body", () => this.#meetBody(bytes));
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#put.isActive = false;
    if (this.#idle) this.#storage.timeline.cancel(this.#idle);
    this.#idle = null;
    done(error ?? (this.#isAnswered ? null : connectionError("ECONNRESET")));
  }

  #meetHeaders(url: string): void {
    if (this.destroyed) return;
    const manner = this.#manner;
    if (manner.kind === "no connection") this.destroy(connectionError("ECONNREFUSED"));
    else if (manner.kind === "answer" && manner.isEarly) {
      this.#answer(spoken(manner));
    } else {
      const refusal = this.#storage.refusalAt(url);
      if (refusal) this.#answer(refusal);
    }
  }

  #meetBody(bytes: Uint8Array): void {
    const manner = this.#manner;
    if (this.#isAnswered || manner.kind === "cut" || manner.kind === "no connection") return;
    if (manner.kind === "answer") {
      this.#after(0, "storage answers", () => this.#answer(spoken(manner)));
    } else if (manner.kind === "wait") {
      const headers = { "retry-after": String(manner.retryAfterSeconds) };
      this.#after(0, "storage answers", () => this.#answer({ status: manner.status, headers, words: "" }));
    } else {
      const answer = this.#storage.store(this.#put, bytes);
      if (manner.kind === "lose answer")
        this.#after(0, "storage answers", () => this.destroy(connectionError("ECONNRESET")));
      else
        this.#after(manner.kind === "slow" ? manner.answerAfterMs : 0, "storage answers", () => this.#answer(answer));
    }
  }

  #answer(answer: Answer): void {
    if (this.destroyed || this.#isAnswered) return;
    this.#isAnswered = true;
    this.#storage.noteAnswer(this.#put.url, answer.status);
    const { "retry-after": retryAfter } = answer.headers;
    if (retryAfter) this.#put.restUntilMs = this.#storage.timeline.nowMs + Number(retryAfter) * 1000;
    this.#moved();
    this.emit("response", new StorageResponse(answer));
  }

  /** Something that happens to the connection, hence to nobody when its process has ended. */
  #after(ms: number, what: string, run: () => void): void {
    const delayMs = ms + this.#storage.random.latencyMs();
    this.#storage.timeline.schedule(delayMs, this.#process, what, () => {
      if (!this.destroyed) run();
    });
  }

  /** Starts the time after which a silent connection is reported. */
  #moved(): void {
    const { timeline } = this.#storage;
    if (this.#idle) timeline.cancel(this.#idle);
    if (this.#timeoutMs === undefined || this.destroyed) return;
    this.#idle = timeline.schedule(this.#timeoutMs, this.#process, "storage is silent", () => this.emit("timeout"));
  }
}
