import { LIGHTFIELD_VERSION } from "../../host/protocol.ts";
import { ApiError } from "../api-error.ts";
import { createEmit, type EventOptions } from "../events.ts";
import { parseHttpUrl } from "../http-url.ts";
import { parseJson } from "../json.ts";
import { createRedact, redactError } from "../redact.ts";
import { LIGHTFIELD_REQUEST_ID, lightfieldRequestId, REQUEST_ID } from "../request-id.ts";
import { type Category, categoryOf, RateGate } from "./rate-gate.ts";
import { parseRefusal } from "./replies.ts";
import { announcedDelayMs, isRetryable, retryDelayMs } from "./retry-policy.ts";

export interface RequestOptions extends EventOptions {
  /** Lightfield API key. Secret: it is sent only to `baseUrl`, as a Bearer token. */
  readonly apiKey: string;
  /** Address of the API. Default `https://api.lightfield.app`; change it for a proxy or an emulator. */
  readonly baseUrl?: string | undefined;
  /** Replaces the global `fetch`. */
  readonly fetch?: typeof fetch | undefined;
  /** Maximum duration of one call with all its retries, in milliseconds. Default 20,000. */
  readonly retryForMs?: number | undefined;
  /** Maximum duration of one attempt, in milliseconds. Default 10,000. */
  readonly timeoutMs?: number | undefined;
}

export interface ApiRequest {
  readonly method: "GET" | "POST";
  /** Path below `/v1`, with each variable part encoded. */
  readonly path: string;
  readonly body?: unknown;
  readonly idempotencyKey?: string | undefined;
  readonly context?: CallContext | undefined;
}

/** The browser call that a request belongs to. */
export interface CallContext {
  /** No further request is sent once it is aborted. A request that was sent is not cut off. */
  readonly signal?: AbortSignal | undefined;
  /** Id of the browser's request, which Lightfield gets too. */
  readonly requestId?: string | undefined;
  /** Requests of different subjects are sent in turn, so that one user's many do not delay the others'. */
  readonly subject?: string | undefined;
}

export interface ApiAnswer<T = unknown> {
  readonly value: T;
  /** HTTP status, 2xx. */
  readonly status: number;
  /** Headers that are passed to the browser: rate limits, and Lightfield's id of the request. */
  readonly headers: Readonly<Record<string, string>>;
  /** Time of the response by Lightfield's clock, in epoch milliseconds; null or absent if unknown. */
  readonly respondedAt?: number | null;
}

/** Result of one attempt. */
type Attempt =
  | { readonly answer: ApiAnswer }
  | {
      readonly error: ApiError;
      readonly isRetryable: boolean;
      /** The delay that the response asked for; null if it asked for none. */
      readonly retryAfterMs: number | null;
    };

export type SendRequest = (request: ApiRequest) => Promise<ApiAnswer>;

const DEFAULT_BASE_URL = "https://api.lightfield.app";
/** Shortest time that an attempt needs to be worth starting. */
const MIN_ATTEMPT_MS = 1000;
/** Attempts for one call, like the official client's. The browser's own retries come on top. */
const MAX_ATTEMPTS = 3;
const PASSED_HEADERS = ["retry-after", "x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset"];

/**
 * Creates a function that sends one call to Lightfield and retries it while time allows. It throws an `ApiError`:
 * Lightfield's own refusal, or a 503 if there was no response. Every request must be safe to repeat.
 */
export function createSendRequest(options: RequestOptions): SendRequest {
  const base = apiBase(options.baseUrl ?? DEFAULT_BASE_URL);
  const send = options.fetch ?? ((input: RequestInfo | URL, init?: RequestInit) => fetch(input, init));
  const redact = createRedact(options.apiKey);
  const retryForMs = options.retryForMs ?? 20_000;
  const timeoutMs = options.timeoutMs ?? 10_000;

  const emit = createEmit(options);

  async function attempt(request: ApiRequest, number: number, allowedMs: number): Promise<Attempt> {
    const startedAt = Date.now();
    const finished = (response: Response | null) =>
      emit({
        type: "upstream",
        requestId: request.context?.requestId ?? null,
        lightfieldRequestId: response && lightfieldRequestId(response.headers),
        operation: operationOf(request),
        attempt: number,
        status: response?.status ?? null,
        durationMs: Date.now() - startedAt,
      });
    const init: RequestInit = {
      method: request.method,
      headers: requestHeaders(request),
      ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
      // Redirects are not followed: the API sends none, and the key would be sent to the new address. The mode
      // "error" would be clearer, but not every edge runtime supports it.
      redirect: "manual",
    };
    let response: Response;
    let text: string;
    try {
      response = await send(`${base}/v1${request.path}`, { ...init, signal: AbortSignal.timeout(allowedMs) });
      text = await response.text();
      finished(response);
    } catch (error) {
      finished(null);
      const message = "Lightfield could not be reached. Please try again in a moment.";
      const unreachable = new ApiError(503, message, {
        code: "lightfield_unreachable",
        cause: redactError(error, redact),
      });
      return { error: unreachable, isRetryable: true, retryAfterMs: null };
    }
    const headers = passedHeaders(response.headers);
    const value = parseJson(redact(text));
    if (response.status >= 400) {
      const error = parseRefusal(response.status, value, headers);
      const retryAfterMs = announcedDelayMs(response.headers, Date.now());
      return { error, isRetryable: isRetryable(error, response.headers.get("x-should-retry")), retryAfterMs };
    }
    // The value of a redirect is undefined, which the caller's parser refuses; a retry would not change that.
    const respondedAt = Date.parse(response.headers.get("date") ?? "") || null;
    return { answer: { value: response.ok ? value : undefined, status: response.status, headers, respondedAt } };
  }

  function requestHeaders(request: ApiRequest): Record<string, string> {
    return {
      accept: "application/json",
      authorization: `Bearer ${options.apiKey}`,
      "lightfield-version": LIGHTFIELD_VERSION,
      ...(request.body === undefined ? {} : { "content-type": "application/json" }),
      ...(request.idempotencyKey === undefined ? {} : { "idempotency-key": request.idempotencyKey }),
      ...(request.context?.requestId === undefined ? {} : { [REQUEST_ID]: request.context.requestId }),
    };
  }

  function passedHeaders(headers: Headers): Record<string, string> {
    const passed: Record<string, string> = {};
    for (const name of PASSED_HEADERS) {
      const value = headers.get(name);
      if (value !== null) passed[name] = redact(value);
    }
    const id = lightfieldRequestId(headers);
    if (id !== null) passed[LIGHTFIELD_REQUEST_ID] = redact(id);
    return passed;
  }

  const gate = new RateGate();

  /** Waits for the booked time of this request, which may move while it waits. */
  async function passGate(category: Category, deadline: number, context: CallContext): Promise<void> {
    const booking = gate.book(category, Date.now(), context.subject);
    try {
      for (;;) {
        if (context.signal?.aborted) throw browserLeft();
        const waitMs = booking.at - Date.now();
        if (waitMs < 1) return gate.release(category, booking);
        if (Date.now() + waitMs + MIN_ATTEMPT_MS > deadline) throw tooManyRequests(waitMs);
        await sleep(waitMs, context.signal);
      }
    } catch (error) {
      gate.cancel(category, booking);
      throw error;
    }
  }

  return async (request) => {
    checkKey(request);
    const category = categoryOf(request);
    const context = request.context ?? {};
    const deadline = Date.now() + retryForMs;
    for (let failures = 1; ; failures += 1) {
      await passGate(category, deadline, context);
      const remainingMs = Math.max(1, deadline - Date.now());
      const outcome = await attempt(request, failures, Math.min(timeoutMs, remainingMs));
      if ("answer" in outcome) {
        gate.learn(category, outcome.answer.headers, Date.now());
        return outcome.answer;
      }
      const { error, retryAfterMs } = outcome;
      if (error.status !== 429) gate.learn(category, error.headers, Date.now());
      else if (retryAfterMs !== null) gate.close(category, Date.now() + retryAfterMs, Date.now());
      if (!outcome.isRetryable || failures >= MAX_ATTEMPTS) throw error;
      const waitMs = retryDelayMs(failures, retryAfterMs, Math.random());
      // The wait is too long for one request: the caller gets the response with its Retry-After. An attempt that
      // would be cut short is not started either, since it could only replace Lightfield's error by a timeout.
      if (Date.now() + waitMs + MIN_ATTEMPT_MS > deadline) throw error;
      await sleep(waitMs, context.signal);
    }
  };
}

/** Method and path without ids and query, so that it has few values. */
function operationOf({ method, path }: ApiRequest): string {
  return `${method} ${path.replace(/\?.*/, "").replace(/^(\/\w+\/)[^/]+/, "$1{id}")}`;
}

/** A key that is not a valid header value would make `fetch` fail as if the network were down. */
function checkKey({ idempotencyKey }: ApiRequest): void {
  if (idempotencyKey === undefined || /^[\x20-\x7e]{1,255}$/.test(idempotencyKey)) return;
  throw new ApiError(400, "An idempotency key must have 1 to 255 printable ASCII characters.", {
    code: "invalid_idempotency_key",
  });
}

/** Refusal that is never received, with the status that nginx gives to a client that has disconnected. */
function browserLeft(): ApiError {
  return new ApiError(499, "The browser has disconnected.", { code: "client_disconnected" });
}

/** The 429 that Lightfield would send, without sending it the request. */
function tooManyRequests(waitMs: number): ApiError {
  return new ApiError(429, "Too many requests to Lightfield are waiting. Please try again in a moment.", {
    code: "lightfield_busy",
    headers: { "retry-after": String(Math.ceil(waitMs / 1000)) },
  });
}

function sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal?.addEventListener("abort", end, { once: true });
    if (signal?.aborted) end();
  });
}

function apiBase(baseUrl: string): string {
  const url = parseHttpUrl(baseUrl);
  if (url === null) {
    throw new TypeError(`baseUrl must be an absolute http(s) URL such as ${DEFAULT_BASE_URL}.`);
  }
  return (url.origin + url.pathname).replace(/\/+$/, "");
}
