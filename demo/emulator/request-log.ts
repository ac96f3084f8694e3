import type { FaultPhase } from "./faults/faults.ts";
import type { Answer } from "./node-http.ts";

export type LogPhase = FaultPhase | "preflight" | "download" | "other";

/** One request as the server saw it. The entry is created when the request arrives and updated until its end. */
export interface RequestLogEntry {
  /**
   * Time of arrival, in epoch milliseconds of the real clock, so that gaps are real even if a test moves the emulator's
   * clock.
   */
  readonly at: number;
  /** Server that got the request. `relay` is the developer's upload server behind `createFaultyFront`. */
  readonly side: "api" | "storage" | "relay";
  readonly phase: LogPhase;
  readonly method: string;
  /** Path without the query, which contains signatures. */
  readonly path: string;
  /** Status of the response; null until there is one, and if the connection was cut first. */
  readonly status: number | null;
  /** Bytes of the body so far: those that reached a relay, otherwise those read from the connection. */
  readonly bytesIn: number;
  /** Bytes of the body read from the connection so far. A fault may withhold some of them from a relay. */
  readonly bytesRead: number;
  readonly fileId: string | null;
  /** Retry-After of the response; null if it had none. */
  readonly retryAfterSeconds: number | null;
  readonly origin: string | null;
}

export type OpenEntry = { -readonly [K in keyof RequestLogEntry]: RequestLogEntry[K] };

export class RequestLog {
  #entries: RequestLogEntry[] = [];
  readonly #onDone: (entry: RequestLogEntry) => void;

  constructor(onDone: (entry: RequestLogEntry) => void = () => {}) {
    this.#onDone = onDone;
  }

  /** All entries, in order of arrival. */
  get entries(): readonly RequestLogEntry[] {
    return this.#entries;
  }

  clear(): void {
    this.#entries = [];
  }

  begin(request: Pick<RequestLogEntry, "side" | "phase" | "method" | "path" | "fileId" | "origin">): OpenEntry {
    const entry: OpenEntry = {
      at: Date.now(),
      ...request,
      status: null,
      bytesIn: 0,
      bytesRead: 0,
      retryAfterSeconds: null,
    };
    this.#entries.push(entry);
    return entry;
  }

  /** Marks the end of a request: the response was sent or the connection was closed. */
  done(entry: OpenEntry): void {
    this.#onDone(entry);
  }
}

/** Records the response in the entry. Call it just before the response is sent. */
export function noteAnswer(entry: OpenEntry, { status, headers }: Answer): void {
  const seconds = headers["retry-after"];
  entry.status = status;
  entry.retryAfterSeconds = seconds === undefined ? null : Number(seconds);
}
