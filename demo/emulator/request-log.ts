import type { FaultPhase } from "./faults/faults.ts";
import type { Answer } from "./node-http.ts";

export type LogPhase = FaultPhase | "preflight" | "download" | "other";

/** One request as the server saw it. An entry appears when its request arrives and fills up as it goes on. */
export interface RequestLogEntry {
  /** When it arrived: epoch milliseconds of the real clock, so that gaps are true even when a test moves the emulator's. */
  readonly at: number;
  /** `relay`: a host's own upload server, behind `createFaultyFront`. */
  readonly side: "api" | "storage" | "relay";
  readonly phase: LogPhase;
  readonly method: string;
  /** Without the query, which holds signatures. */
  readonly path: string;
  /** Null until there is an answer, and for ever when the connection was cut first. */
  readonly status: number | null;
  /** Bytes of the body so far: at a relay those that reached it, elsewhere those read from the connection. */
  readonly bytesIn: number;
  /** Bytes of the body that were read from the connection so far; a fault may keep some of them from a relay. */
  readonly bytesRead: number;
  readonly fileId: string | null;
  /** What the answer told the client to wait. */
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

  /** In order of arrival. */
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

  /** The answer is out, or the connection is gone. */
  done(entry: OpenEntry): void {
    this.#onDone(entry);
  }
}

/** To be called when an answer is about to leave. */
export function noteAnswer(entry: OpenEntry, { status, headers }: Answer): void {
  const seconds = headers["retry-after"];
  entry.status = status;
  entry.retryAfterSeconds = seconds === undefined ? null : Number(seconds);
}
