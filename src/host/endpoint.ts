/** Calls to the endpoint on the developer's server, over HTTP or as functions. Replies are not parsed here, only refusals. */
import { UploadError } from "../engine/errors.ts";
import type { FileRef } from "../engine/session/host-files.ts";
import type { ConsoleCode } from "../wire/console-codes.ts";
import { isObject } from "./parse.ts";
import { parseRefusal } from "./parse-refusal.ts";
import type { CompleteBody, CreateBody, ErrorReply, FileReply, ListReply, SessionReply, UrlReply } from "./protocol.ts";

/** The page's own headers for every call to the endpoint: fixed, or a function called each time (for renewed tokens). */
export type HeadersSource = HeadersInit | (() => HeadersInit | Promise<HeadersInit>);

/** A refusal by an endpoint function: returned like this, or thrown as an error with a `status`. Default status: 400. */
export type FunctionRefusal = ErrorReply & { status?: number };

/**
 * The endpoint as functions, for servers that use server actions or RPC. Arguments and results are plain data that can be
 * serialized. `token` is the one that `create` or `list` returned for the file; null when there was none.
 */
export interface EndpointFunctions {
  /** `token` is the token of the session named in `body.replaces`; null without one. */
  create(
    body: CreateBody,
    call: { idempotencyKey: string; token: string | null },
  ): Promise<SessionReply | FunctionRefusal>;
  complete(id: string, body: CompleteBody, call: { token: string | null }): Promise<FileReply | FunctionRefusal>;
  cancel(id: string, call: { token: string | null }): Promise<FileReply | FunctionRefusal>;
  retrieve(id: string, call: { token: string | null }): Promise<FileReply | FunctionRefusal>;
  /** Required only by `<lightfield-files>`. */
  list?(page: { limit: number; offset: number }): Promise<ListReply | FunctionRefusal>;
  /** Required only by `<lightfield-files>`. */
  url?(id: string, call: { token: string | null }): Promise<UrlReply | FunctionRefusal>;
}

export interface HostClientOptions {
  /** URL of the endpoint, or an object of functions in its place. */
  readonly endpoint: string | EndpointFunctions;
  readonly headers?: HeadersSource | undefined;
  /** Whether cookies are sent to another origin. Default: "same-origin", as in `fetch`. */
  readonly credentials?: RequestCredentials | undefined;
  readonly fetch?: typeof fetch | undefined;
  /** Time limit for one call in milliseconds. Default 30,000. */
  readonly timeoutMs?: number | undefined;
}

export type Call =
  | {
      readonly verb: "create";
      readonly body: CreateBody;
      readonly idempotencyKey: string;
      /** The file of the replaced session, whose token is sent; null for none. */
      readonly file: FileRef | null;
    }
  | { readonly verb: "complete"; readonly file: FileRef; readonly body: CompleteBody }
  | { readonly verb: "cancel" | "retrieve" | "url"; readonly file: FileRef }
  | { readonly verb: "list"; readonly limit: number; readonly offset: number };

/**
 * Makes one call and resolves with the unparsed reply. Rejects with an UploadError, or with the reason of the signal.
 */
export type CallEndpoint = (call: Call, signal?: AbortSignal) => Promise<unknown>;

type Connection = (call: Call, signal: AbortSignal) => Promise<unknown>;

export function createCallEndpoint(options: HostClientOptions): CallEndpoint {
  const { endpoint, timeoutMs = 30_000 } = options;
  const connection = typeof endpoint === "string" ? overHttp(endpoint, options) : overFunctions(endpoint);
  return (call, signal = new AbortController().signal) =>
    withTimeout((inner) => connection(call, inner), timeoutMs, signal);
}

function overHttp(endpoint: string, options: HostClientOptions): Connection {
  const { credentials, headers: source } = options;
  // Looked up at each call, so that the page can replace the global fetch at any time.
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
    // `keepalive` lets the request outlive the page, so that a closing page still cancels its sessions.
    if (verb === "cancel") init.keepalive = true;
    if (verb === "create") headers.set("idempotency-key", call.idempotencyKey);
    // Not `Authorization`, which the page may use for its own login.
    if ("file" in call && call.file?.token) headers.set("x-lightfield-file-token", call.file.token);

    const response = await send(url, init);
    const reply = parseJson(await response.text());
    const { ok, status } = response;
    if (!ok) throw parseRefusal(`${verb} at ${url}`, status, reply, response.headers.get("retry-after"));
    if (reply !== undefined) return reply;
    // Usually the index page of a development server, or a login page.
    const consoleCode = response.redirected ? "endpoint-redirected" : "endpoint-not-json";
    throw invalid(consoleCode, `${verb} at ${url}: ${response.url || url} did not answer with JSON.`, status);
  };
}

function overFunctions(functions: EndpointFunctions): Connection {
  const callFunction = async (call: Call): Promise<unknown> => {
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
    const reply = await callFunction(call).catch((error: unknown) => {
      if (isObject(error) && error.status) return { status: error.status, error };
      throw error;
    });
    if (!isObject(reply) || !reply.error) return reply;
    throw parseRefusal(call.verb, Number(reply.status) || 400, reply);
  };
}

function missing(verb: string): never {
  throw invalid("endpoint-function", `The endpoint object has no function \`${verb}\`.`);
}

function invalid(consoleCode: ConsoleCode, message: string, status?: number): UploadError {
  return new UploadError("protocol", message, { status, consoleCode });
}

/** The URL of a call, `{endpoint}/{id}/{verb}`, inserted before any query of the endpoint. */
function urlOf(endpoint: string, call: Call): string {
  if (call.verb === "create") return endpoint;
  if (call.verb === "list") {
    return `${endpoint}${endpoint.includes("?") ? "&" : "?"}limit=${call.limit}&offset=${call.offset}`;
  }
  const path = `/${encodeURIComponent(call.file.id)}${call.verb === "retrieve" ? "" : `/${call.verb}`}`;
  return endpoint.replace(/\/?(?=\?|$)/, () => path);
}

/**
 * Runs work with a time limit. Rejects with the signal's reason or a "timeout" even when `work` ignores its signal. Any
 * other failure that is not an UploadError becomes a "network" error. `AbortSignal.any` with `AbortSignal.timeout` is not
 * used: in Node 20 a combined signal can be garbage-collected while it waits, and then never fires.
 */
function withTimeout<T>(work: (signal: AbortSignal) => Promise<T>, timeoutMs: number, signal: AbortSignal): Promise<T> {
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
      () => stop(new UploadError("timeout", `The endpoint did not respond within ${timeoutMs} ms.`)),
      timeoutMs,
    );
    work(inner.signal)
      .then(resolve, (cause: unknown) => reject(cause instanceof UploadError ? cause : noResponse(cause)))
      .finally(() => {
        clearTimeout(timer);
        signal.removeEventListener("abort", abort);
      });
  });
}

function noResponse(cause: unknown): UploadError {
  const message = "No response from the endpoint.";
  return new UploadError("network", message, { cause });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
