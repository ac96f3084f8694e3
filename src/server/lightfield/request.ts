import { LIGHTFIELD_VERSION } from "../../host/protocol.ts";
import { ApiError } from "../api-error.ts";
import { parseHttpUrl } from "../http-url.ts";
import { parseJson } from "../json.ts";
import { createRedact, redactError } from "../redact.ts";
import { parseRetryAfterMs } from "../retry-after.ts";
import { type Category, categoryOf, RateGate } from "./rate-gate.ts";
import { parseRefusal } from "./replies.ts";
import { isRetryable, retryDelayMs } from "./retry-policy.ts";

export interface RequestOptions {
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
}

export interface ApiAnswer<T = unknown> {
  readonly value: T;
  /** HTTP status, 2xx. */
  readonly status: number;
  /** Headers that are passed to the browser: rate limits. */
  readonly headers: Readonly<Record<string, string>>;
}

export type SendRequest = (request: ApiRequest) => Promise<ApiAnswer>;

const DEFAULT_BASE_URL = "https://api.lightfield.app";
/** Shortest time that an attempt needs to be worth starting. */
const MIN_ATTEMPT_MS = 1000;
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

  async function attempt(request: ApiRequest, allowedMs: number): Promise<ApiAnswer> {
    let response: Response;
    let text: string;
    try {
      response = await send(`${base}/v1${request.path}`, {
        method: request.method,
        headers: requestHeaders(request),
        ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
        // Redirects are not followed: the API sends none, and the key would be sent to the new address. The mode
        // "error" would be clearer, but not every edge runtime supports it.
        redirect: "manual",
        signal: AbortSignal.timeout(allowedMs),
      });
      text = await response.text();
    } catch (error) {
      throw new ApiError(503, "Lightfield could not be reached. Please try again in a moment.", {
        cause: redactError(error, redact),
      });
    }
    const headers = passedHeaders(response.headers);
    const value = parseJson(redact(text));
    if (response.status >= 400) throw parseRefusal(response.status, value, headers);
    // The value of a redirect is undefined, which the caller's parser refuses; a retry would not change that.
    return { value: response.ok ? value : undefined, status: response.status, headers };
  }

  function requestHeaders(request: ApiRequest): Record<string, string> {
    return {
      accept: "application/json",
      authorization: `Bearer ${options.apiKey}`,
      "lightfield-version": LIGHTFIELD_VERSION,
      ...(request.body === undefined ? {} : { "content-type": "application/json" }),
      ...(request.idempotencyKey === undefined ? {} : { "idempotency-key": request.idempotencyKey }),
    };
  }

  function passedHeaders(headers: Headers): Record<string, string> {
    const passed: Record<string, string> = {};
    for (const name of PASSED_HEADERS) {
      const value = headers.get(name);
      if (value !== null) passed[name] = redact(value);
    }
    return passed;
  }

  const gate = new RateGate();

  /** Waits for the booked time of this request, which may move while it waits. */
  async function passGate(category: Category, deadline: number): Promise<void> {
    const booking = gate.book(category, Date.now());
    try {
      for (;;) {
        const waitMs = booking.at - Date.now();
        if (waitMs < 1) return;
        if (Date.now() + waitMs + MIN_ATTEMPT_MS > deadline) throw tooManyRequests(waitMs);
        await sleep(waitMs);
      }
    } finally {
      gate.release(category, booking);
    }
  }

  return async (request) => {
    const category = categoryOf(request);
    const deadline = Date.now() + retryForMs;
    for (let failures = 1; ; failures += 1) {
      await passGate(category, deadline);
      const remainingMs = Math.max(1, deadline - Date.now());
      try {
        const answer = await attempt(request, Math.min(timeoutMs, remainingMs));
        gate.learn(category, answer.headers, Date.now());
        return answer;
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        const retryAfterMs = parseRetryAfterMs(error.headers["retry-after"] ?? null, Date.now());
        if (error.status !== 429) gate.learn(category, error.headers, Date.now());
        else if (retryAfterMs !== null) gate.close(category, Date.now() + retryAfterMs, Date.now());
        if (!isRetryable(error.status, error.type)) throw error;
        const waitMs = retryDelayMs(failures, retryAfterMs, Math.random());
        // The wait is too long for one request: the caller gets the response with its Retry-After. An attempt that
        // would be cut short is not started either, since it could only replace Lightfield's error by a timeout.
        if (Date.now() + waitMs + MIN_ATTEMPT_MS > deadline) throw error;
        await sleep(waitMs);
      }
    }
  };
}

/** The 429 that Lightfield would send, without sending it the request. */
function tooManyRequests(waitMs: number): ApiError {
  return new ApiError(429, "Too many requests to Lightfield are waiting. Please try again in a moment.", {
    headers: { "retry-after": String(Math.ceil(waitMs / 1000)) },
  });
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function apiBase(baseUrl: string): string {
  const url = parseHttpUrl(baseUrl);
  if (url === null) {
    throw new TypeError(`baseUrl must be an absolute http(s) URL such as ${DEFAULT_BASE_URL}.`);
  }
  return (url.origin + url.pathname).replace(/\/+$/, "");
}
