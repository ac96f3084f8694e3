import { Fault } from "./report.ts";

/** A response of the endpoint, read completely. */
export interface Answer {
  readonly call: string;
  readonly status: number;
  readonly ok: boolean;
  readonly headers: Headers;
  readonly text: string;
  /** The parsed body; undefined if it is not JSON. */
  readonly json: unknown;
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
}

/** Maximum bytes of a response that are read: more is no answer of an endpoint. */
const MAX_REPLY_CHARS = 1_000_000;
const MAX_SHOWN_CHARS = 160;

/** A client that makes single calls without retries and remembers every response, to search them for secrets. */
export class Calls {
  readonly endpoint: URL;
  readonly answers: Answer[] = [];
  readonly hasLogin: boolean;
  readonly hasOther: boolean;
  readonly #options: EndpointOptions;

  constructor(options: EndpointOptions) {
    this.#options = options;
    this.endpoint = new URL(options.endpoint);
    this.hasLogin = Object.keys(options.headers ?? {}).length > 0;
    this.hasOther = Object.keys(options.otherHeaders ?? {}).length > 0;
  }

  /** Makes one call. `path` begins with a slash, or is "" for the endpoint itself; it may have a query. */
  async send(method: string, path: string, options: CallOptions = {}): Promise<Answer> {
    const { headers, otherHeaders, fetch: send = fetch, timeoutMs = 30_000 } = this.#options;
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
      throw new Fault(
        `${call} got no response (${reasonOf(cause)})`,
        "Start the server, check the address, its certificate and any proxy in front of it.",
      );
    });
    const text = (await response.text()).slice(0, MAX_REPLY_CHARS);
    const answer = {
      call,
      status: response.status,
      ok: response.ok,
      headers: response.headers,
      text,
      json: parse(text),
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
