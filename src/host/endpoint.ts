/** The way to the developer's server: one request a call, over HTTP or by functions, and nothing parsed but refusals. */
import { UploadError } from "../engine/errors.ts";
import type { FileRef } from "../engine/session/host-files.ts";
import { isObject } from "./parse.ts";
import { parseRefusal } from "./parse-refusal.ts";
import type { CompleteBody, CreateBody, ErrorReply, FileReply, ListReply, SessionReply, UrlReply } from "./protocol.ts";

/** Headers of the page's own for every call to the host: fixed, or asked for each time (a token that is renewed). */
export type HeadersSource = HeadersInit | (() => HeadersInit | Promise<HeadersInit>);

/** A refusal as a function gives it: returned so, or thrown as an error with a `status`. Without one it counts as 400. */
export type FunctionRefusal = ErrorReply & { status?: number };

/**
 * The endpoint as functions, for hosts that use server actions or RPC. Arguments and results are plain data, so that
 * they can cross such a border as they are. `token` is what `create` or `list` answered; null when it gave none.
 */
export interface EndpointFunctions {
  /** `token` is that of the session which `body.replaces` names, if it does. */
  create(
    body: CreateBody,
    call: { idempotencyKey: string; token: string | null },
  ): Promise<SessionReply | FunctionRefusal>;
  complete(id: string, body: CompleteBody, call: { token: string | null }): Promise<FileReply | FunctionRefusal>;
  cancel(id: string, call: { token: string | null }): Promise<FileReply | FunctionRefusal>;
  retrieve(id: string, call: { token: string | null }): Promise<FileReply | FunctionRefusal>;
  /** Only for showing what was uploaded. */
  list?(page: { limit: number; offset: number }): Promise<ListReply | FunctionRefusal>;
  /** Only for showing what was uploaded. */
  url?(id: string, call: { token: string | null }): Promise<UrlReply | FunctionRefusal>;
}

export interface HostClientOptions {
  /** The token endpoint's address, or functions that stand for it. */
  readonly endpoint: string | EndpointFunctions;
  readonly headers?: HeadersSource | undefined;
  /** Whether cookies go along to another origin. Default: the browser's, "same-origin". */
  readonly credentials?: RequestCredentials | undefined;
  readonly fetch?: typeof fetch | undefined;
  /** How long one call may take, in milliseconds. Default 30,000. */
  readonly timeoutMs?: number | undefined;
}

export type Call =
  | {
      readonly verb: "create";
      readonly body: CreateBody;
      readonly idempotencyKey: string;
      /** The replaced one, whose token goes along. */
      readonly file: FileRef | null;
    }
  | { readonly verb: "complete"; readonly file: FileRef; readonly body: CompleteBody }
  | { readonly verb: "cancel" | "retrieve" | "url"; readonly file: FileRef }
  | { readonly verb: "list"; readonly limit: number; readonly offset: number };

/**
 * Resolves with whatever the host answered, which nobody has looked at yet. Rejects with an UploadError, or with the
 * reason of the signal.
 */
export type Ask = (call: Call, signal?: AbortSignal) => Promise<unknown>;

type AskEndpoint = (call: Call, signal: AbortSignal) => Promise<unknown>;

export function createAsk(options: HostClientOptions): Ask {
  const { endpoint, timeoutMs = 30_000 } = options;
  const askEndpoint = typeof endpoint === "string" ? overHttp(endpoint, options) : overFunctions(endpoint);
  return (call, signal = new AbortController().signal) =>
    withinTime((inner) => askEndpoint(call, inner), timeoutMs, signal);
}

function overHttp(endpoint: string, options: HostClientOptions): AskEndpoint {
  const { credentials, headers: source } = options;
  // Looked up at each call, so that a page may replace its global fetch at any time.
  const send = options.fetch ?? ((url: string, init: RequestInit) => fetch(url, init));

  return async (call, signal) => {
    const { verb } = call;
    const url = urlOf(endpoint, call);
    const headers = new Headers(typeof source === "function" ? await source() : source);
    const init: RequestInit = { headers, signal, cache: "no-store" };
    if (credentials) init.credentials = credentials;
    if (verb === "create" || verb === "complete" || verb === "cancel") {
      init.method = "POST";
      init.body = JSON.stringify("body" in call ? call.body : {});
      headers.set("content-type", "application/json");
    }
    // A page that is going away still gives its sessions back.
    if (verb === "cancel") init.keepalive = true;
    if (verb === "create") headers.set("idempotency-key", call.idempotencyKey);
    // Not `Authorization`, which the page's own headers may need for its login.
    if ("file" in call && call.file?.token) headers.set("x-lightfield-file-token", call.file.token);

    const response = await send(url, init);
    const reply = parseJson(await response.text());
    const { ok, status } = response;
    if (!ok) throw parseRefusal(`${verb} at ${url}`, status, reply, response.headers.get("retry-after"));
    if (reply !== undefined) return reply;
    // Mostly the index page of a development server, or the login page.
    const message = `${url} did not answer with JSON. Is the token endpoint mounted there, and is the user signed in?`;
    throw new UploadError("protocol", message, { status });
  };
}

function overFunctions(functions: EndpointFunctions): AskEndpoint {
  const answer = async (call: Call): Promise<unknown> => {
    if (call.verb === "create") {
      const { body, idempotencyKey, file } = call;
      return functions.create(body, { idempotencyKey, token: file?.token ?? null });
    }
    const { verb } = call;
    if (verb === "list") return functions.list?.({ limit: call.limit, offset: call.offset }) ?? missing(verb);
    const { id, token } = call.file;
    if (verb === "complete") return functions.complete(id, call.body, { token });
    return functions[verb]?.(id, { token }) ?? missing(verb);
  };
  return async (call) => {
    const reply = await answer(call).catch((error: unknown) => {
      if (isObject(error) && error.status) return { status: error.status, error };
      throw error;
    });
    if (!isObject(reply) || !reply.error) return reply;
    throw parseRefusal(call.verb, Number(reply.status) || 400, reply);
  };
}

function missing(verb: string): never {
  throw new UploadError("protocol", `The endpoint object has no function \`${verb}\`.`);
}

/** `{endpoint}/{id}/{verb}`, before whatever query the endpoint has. */
function urlOf(endpoint: string, call: Call): string {
  if (call.verb === "create") return endpoint;
  if (call.verb === "list") {
    return `${endpoint}${endpoint.includes("?") ? "&" : "?"}limit=${call.limit}&offset=${call.offset}`;
  }
  const path = `/${encodeURIComponent(call.file.id)}${call.verb === "retrieve" ? "" : `/${call.verb}`}`;
  return endpoint.replace(/\/?(?=\?|$)/, () => path);
}

/**
 * Ends with the signal's reason or a "timeout" even when `work` listens to no signal. What else fails, and is not an
 * UploadError yet, means that no answer came. Not `AbortSignal.any` with `AbortSignal.timeout`: in Node 20 a combined
 * signal that only waits can be collected as garbage, and then the time never ends.
 */
function withinTime<T>(work: (signal: AbortSignal) => Promise<T>, timeoutMs: number, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const inner = new AbortController();
    const stop = (reason: unknown) => {
      reject(reason);
      inner.abort(reason);
    };
    const abort = () => stop(signal.reason);
    if (signal.aborted) return abort();
    signal.addEventListener("abort", abort);
    const timer = setTimeout(
      () => stop(new UploadError("timeout", `The host did not answer within ${timeoutMs} ms.`)),
      timeoutMs,
    );
    work(inner.signal)
      .then(resolve, (cause: unknown) => reject(cause instanceof UploadError ? cause : noAnswer(cause)))
      .finally(() => {
        clearTimeout(timer);
        signal.removeEventListener("abort", abort);
      });
  });
}

function noAnswer(cause: unknown): UploadError {
  const message = "No answer from the host: it cannot be reached, or its CORS rules refuse this page.";
  return new UploadError("network", message, { cause });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
