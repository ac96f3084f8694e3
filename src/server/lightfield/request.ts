import { LIGHTFIELD_VERSION } from "../../host/protocol.ts";
import { ApiError } from "../api-error.ts";
import { createRedact, redactError } from "../redact.ts";
import { type Category, categoryOf, RateGate } from "./rate-gate.ts";
import { parseRefusal } from "./replies.ts";
import { delayBeforeMs, isWorthRepeating, parseRetryAfterMs } from "./retry.ts";

export interface RequestOptions {
  /** Secret. Sent to `baseUrl` as a Bearer token and nowhere else. */
  readonly apiKey: string;
  /** Where the API lives. Default `https://api.lightfield.app`; another one for a proxy or a local stand-in. */
  readonly baseUrl?: string | undefined;
  readonly fetch?: typeof fetch | undefined;
  /** How long one call may take with all its repetitions, in milliseconds. Default 20,000. */
  readonly retryForMs?: number | undefined;
  /** How long one try may take, in milliseconds. Default 10,000. */
  readonly timeoutMs?: number | undefined;
}

export interface ApiRequest {
  readonly method: "GET" | "POST";
  /** Below `/v1`, with every variable part encoded. */
  readonly path: string;
  readonly body?: unknown;
  readonly idempotencyKey?: string | undefined;
}

export interface ApiAnswer<T = unknown> {
  readonly value: T;
  /** Of a success. */
  readonly status: number;
  /** The headers that may travel on: rate limits. */
  readonly headers: Readonly<Record<string, string>>;
}

export type SendRequest = (request: ApiRequest) => Promise<ApiAnswer>;

const DEFAULT_BASE_URL = "https://api.lightfield.app";
const SHORTEST_TRY_MS = 1000;
const PASSED_HEADERS = ["retry-after", "x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset"];

/**
 * One call to Lightfield, repeated while that is safe and there is time. What it throws is an `ApiError`: Lightfield's
 * own refusal, or ours when no answer came. Every request it is given must be safe to repeat.
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
        // Never follow: a redirect is no answer of this API, and it would carry the key along. ("error" would say
        // it better, but not every edge runtime knows that mode.)
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
    // A redirect brings nothing, and repeating would not change that: the caller's parser says so.
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

  /** Waits until it is this request's turn, which may come later than it looked like. */
  async function passGate(category: Category, deadline: number): Promise<void> {
    const booking = gate.book(category, Date.now());
    try {
      for (;;) {
        const waitMs = booking.at - Date.now();
        if (waitMs < 1) return;
        if (Date.now() + waitMs + SHORTEST_TRY_MS > deadline) throw tooManyRequests(waitMs);
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
        const toldMs = parseRetryAfterMs(error.headers["retry-after"] ?? null, Date.now());
        if (error.status !== 429) gate.learn(category, error.headers, Date.now());
        else if (toldMs !== null) gate.close(category, Date.now() + toldMs, Date.now());
        if (!isWorthRepeating(error.status, error.type)) throw error;
        const waitMs = delayBeforeMs(failures, toldMs, Math.random());
        // Too long for one request to wait: the caller gets the answer with its Retry-After and waits better. Nor is a
        // try begun that would be cut short: it could only replace what Lightfield said by a timeout.
        if (Date.now() + waitMs + SHORTEST_TRY_MS > deadline) throw error;
        await sleep(waitMs);
      }
    }
  };
}

/** What Lightfield would say, without asking it too early. */
function tooManyRequests(waitMs: number): ApiError {
  return new ApiError(429, "Lightfield is busy with earlier requests. Please try again in a moment.", {
    headers: { "retry-after": String(Math.ceil(waitMs / 1000)) },
  });
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function apiBase(baseUrl: string): string {
  let url: URL | null = null;
  try {
    url = new URL(baseUrl);
  } catch {
    // Said below.
  }
  if (url?.protocol !== "https:" && url?.protocol !== "http:") {
    throw new TypeError(`baseUrl must be an absolute http(s) URL such as ${DEFAULT_BASE_URL}.`);
  }
  return (url.origin + url.pathname).replace(/\/+$/, "");
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
