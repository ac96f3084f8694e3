import { boundedText } from "./bounded-text.ts";
import { Fault, Skipped } from "./report.ts";

/** A response of the endpoint, read completely. */
export interface Answer {
  readonly call: string;
  readonly url: string;
  readonly status: number;
  readonly ok: boolean;
  readonly headers: Headers;
  readonly text: string;
  /** The parsed body; undefined if it is not JSON. */
  readonly json: unknown;
  /** Time until the whole response had arrived. */
  readonly durationMs: number;
}

export interface CallOptions {
  readonly body?: unknown;
  readonly token?: string | null | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether the login headers are sent: those of the user, of another user, or none. Default "user". */
  readonly as?: "user" | "other" | "nobody";
}

export interface EndpointOptions {
  /** Absolute address of the endpoint. */
  readonly endpoint: string;
  /** Headers of a signed-in user, for example a cookie. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Headers of another signed-in user. */
  readonly otherHeaders?: Readonly<Record<string, string>> | undefined;
  readonly fetch?: typeof fetch | undefined;
  /** Maximum duration of one call in milliseconds. Default 30,000. */
  readonly timeoutMs?: number | undefined;
  /** Maximum duration of all calls in milliseconds; the rest is not checked. Default 300,000. */
  readonly totalMs?: number | undefined;
}

/** Calls in a row without a response after which no further one is made. */
const MAX_SILENT = 3;
const MAX_SHOWN_CHARS = 160;

/** A client that makes single calls without retries and remembers every response, to search them for secrets. */
export class Calls {
  readonly endpoint: URL;
  readonly answers: Answer[] = [];
  readonly hasLogin: boolean;
  readonly hasOther: boolean;
  readonly #options: EndpointOptions;
  readonly #startedAt = performance.now();
  #silent = 0;

  constructor(options: EndpointOptions) {
    this.#options = options;
    this.endpoint = new URL(options.endpoint);
    this.hasLogin = Object.keys(options.headers ?? {}).length > 0;
    this.hasOther = Object.keys(options.otherHeaders ?? {}).length > 0;
  }

  /** Whether the login is a cookie, which browsers send to another origin only if it allows credentials. */
  get hasCookie(): boolean {
    return Object.keys(this.#options.headers ?? {}).some((name) => name.toLowerCase() === "cookie");
  }

  /**
   * Makes one call. `path` begins with a slash, or is "" for the endpoint itself; it may have a query.
   * @throws Skipped when the endpoint no longer answers, or the time of the whole check is over
   */
  async send(method: string, path: string, options: CallOptions = {}): Promise<Answer> {
    const { headers, otherHeaders, fetch: send = fetch, timeoutMs = 30_000, totalMs = 300_000 } = this.#options;
    const startedAt = performance.now();
    if (this.#silent >= MAX_SILENT)
      throw new Skipped(`not checked: ${MAX_SILENT} calls in a row got no response, so no more were made`);
    if (startedAt - this.#startedAt > totalMs)
      throw new Skipped(`not checked: the calls before took longer than ${Math.round(totalMs / 1000)} seconds`);
    const as = options.as ?? "user";
    const login = as === "user" ? headers : as === "other" ? otherHeaders : {};
    const hasBody = options.body !== undefined;
    const init: RequestInit = {
      method,
      redirect: "manual",
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        ...login,
        ...(hasBody ? { "content-type": "application/json" } : {}),
        ...(options.token ? { "x-lightfield-file-token": options.token } : {}),
        ...options.headers,
      },
      ...(hasBody ? { body: typeof options.body === "string" ? options.body : JSON.stringify(options.body) } : {}),
    };
    const call = `${method} ${path === "" ? "{endpoint}" : `{endpoint}${path}`}`;
    const response = await send(this.urlOf(path), init).catch((cause: unknown) => {
      this.#silent += 1;
      throw new Fault(
        `${call} got no response (${reasonOf(cause)})`,
        "Start the server, check the address, its certificate and any proxy in front of it.",
      );
    });
    const text = await boundedText(response).catch((cause: unknown) => {
      this.#silent += 1;
      throw new Fault(
        `${call} answered ${response.status}, but its body did not arrive completely (${reasonOf(cause)})`,
        "Send the whole body, with a Content-Length or chunks and a Content-Encoding that are true, without waiting; a proxy in front may cut it.",
      );
    });
    this.#silent = 0;
    const answer = {
      call,
      url: this.urlOf(path),
      status: response.status,
      ok: response.ok,
      headers: response.headers,
      text,
      json: parse(text),
      durationMs: performance.now() - startedAt,
    };
    this.answers.push(answer);
    return answer;
  }

  /** Address of a path below the endpoint, inserted before the endpoint's own query, as the uploader does it. */
  urlOf(path: string): string {
    const url = new URL(this.endpoint);
    const [below = "", query] = path.split("?");
    if (below !== "") url.pathname = `${url.pathname.replace(/\/$/, "")}${below}`;
    if (query) for (const [name, value] of new URLSearchParams(query)) url.searchParams.set(name, value);
    return url.href;
  }
}

/** A response in one short line, for a report. */
export function shown({ call, status, headers, text }: Answer): string {
  const type = headers.get("content-type")?.split(";", 1)[0] ?? "no content type";
  const start = text.replace(/\s+/g, " ").trim().slice(0, MAX_SHOWN_CHARS);
  return `${call} answered ${status} (${type})${start === "" ? "" : `: ${start}`}`;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const inner = cause.cause;
  return inner instanceof Error && inner.message !== "" ? inner.message : cause.message;
}
