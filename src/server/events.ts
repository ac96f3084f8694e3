import type { Action } from "./endpoint/route.ts";

/** One thing that happened, for logs and metrics. It contains no key, no token, no URL and no file name. */
export type ServerEvent = CallEvent | UpstreamEvent | RelayEvent | DeliveryEvent;

/** The token endpoint has answered a browser. */
export interface CallEvent {
  readonly type: "call";
  /** The request's `X-Request-Id`, or a new one; the response has the same. */
  readonly requestId: string;
  /** Null if the request was no call: an unknown address, a foreign origin, a preflight. */
  readonly action: Action | null;
  readonly fileId: string | null;
  /** The user's `subject` from `authorize`; "" if it gave none, or did not permit the call. */
  readonly subject: string;
  readonly status: number;
  /** Code of a refusal (see `REFUSAL_CODES`), or null. */
  readonly code: string | null;
  readonly durationMs: number;
}

/** Lightfield has answered one request, or has not. */
export interface UpstreamEvent {
  readonly type: "upstream";
  /** Id of the browser's request; null if it belongs to none. */
  readonly requestId: string | null;
  /** Lightfield's own id of the request; null if its response named none. */
  readonly lightfieldRequestId: string | null;
  /** Method and path, with "{id}" for an id: "POST /files/{id}/complete". */
  readonly operation: string;
  /** 1 for the first attempt, 2 and 3 for its repetitions. */
  readonly attempt: number;
  /** HTTP status; null if there was no response. */
  readonly status: number | null;
  readonly durationMs: number;
}

/** The relay has answered a request of the tus protocol. */
export interface RelayEvent {
  readonly type: "relay";
  readonly requestId: string;
  readonly method: string;
  /** Null if the request belongs to no upload. */
  readonly fileId: string | null;
  readonly status: number;
  readonly code: string | null;
  /** Confirmed bytes of the upload after the request; null if the response states none. */
  readonly offset: number | null;
  readonly durationMs: number;
}

/** The relay has sent a file to storage, or has tried to. */
export interface DeliveryEvent {
  readonly type: "delivery";
  readonly fileId: string;
  /** "later": a further attempt may succeed. "expired": a new session can take over the bytes. "refused": for good. */
  readonly outcome: "stored" | "later" | "expired" | "refused" | "missing" | "incomplete";
  /** "through": the bytes were forwarded while they arrived. "stored": they were read from the store. */
  readonly way: "through" | "stored";
  /** Reason of a failure, such as "503 SlowDown"; null if there is none. */
  readonly why: string | null;
  readonly sizeBytes: number;
  /** Duration of the PUT, in milliseconds. */
  readonly durationMs: number;
}

export interface EventOptions {
  /** Called with each event, for logs and metrics (see `eventsToMetrics`). Must return soon; an error in it is ignored. */
  readonly onEvent?: ((event: ServerEvent) => void) | undefined;
}

/** Calls `onEvent`, whose errors must not affect the request. */
export function createEmit({ onEvent }: EventOptions): (event: ServerEvent) => void {
  return (event) => {
    try {
      onEvent?.(event);
    } catch {
      // The listener's own fault: the request is not affected.
    }
  };
}
