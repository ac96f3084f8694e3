import { ApiError } from "../api-error.ts";
import { createEmit } from "../events.ts";
import { isObject, stringField } from "../json.ts";
import { LightfieldClient } from "../lightfield/client.ts";
import { createSubjectLimits } from "../limits/subject-limits.ts";
import { createRedact, redactError, withoutQueries } from "../redact.ts";
import { LIGHTFIELD_REQUEST_ID, REQUEST_ID, requestIdOf } from "../request-id.ts";
import { secretsOf } from "../shared-options.ts";
import { createFileTokens } from "../tokens/file-token.ts";
import { readFileToken } from "../tokens/read-token.ts";
import { corsHeaders, preflightHeaders } from "./cors.ts";
import { checkGrant, type GrantLimits, refusalByRule } from "./grant.ts";
import { createRunHook } from "./hooks.ts";
import { checkOptions, type TokenEndpointOptions } from "./options.ts";
import { createPerform } from "./perform.ts";
import { discardBody } from "./read-body.ts";
import { readCall } from "./read-call.ts";
import { jsonReply, withHeaders } from "./reply.ts";
import { type Action, findRoute } from "./route.ts";
import { type ValidateOptions, type Validation, validate } from "./validate.ts";

/** The endpoint as a function from `Request` to `Response`, to be mounted on your server. */
export interface TokenEndpoint {
  (request: Request): Promise<Response>;
  /**
   * Checks key, scopes, clock and, if `origin` is given, the CORS rules of storage. Call it once at start and log the
   * problems; an endpoint with problems still works as far as it can.
   */
  validate(options?: ValidateOptions): Promise<Validation>;
}

/**
 * Creates the endpoint between the uploader element and Lightfield. It holds the API key and permits what `authorize`
 * grants. It uses web standards only, so it runs on every platform that turns a `Request` into a `Response`. It keeps
 * no state that another instance would need: any instance can handle any call.
 */
export function createTokenEndpoint(options: TokenEndpointOptions): TokenEndpoint {
  checkOptions(options);
  const secrets = secretsOf(options);
  const client = new LightfieldClient(options);
  const limits = createSubjectLimits(options.rateLimit ?? {}, report);
  const ownOrigin = options.publicUrl === undefined ? null : new URL(options.publicUrl).origin;
  const perform = createPerform({
    tokens: createFileTokens(secrets),
    runHook: createRunHook(options, client, report),
    limits,
    transfer: options.transfer,
    publicOrigin: ownOrigin,
  });
  const redact = createRedact(options.apiKey, ...secrets);
  const allowedOrigins = options.allowedOrigins ?? [];
  const basePath = options.basePath?.replace(/\/+$/, "") ?? null;
  const bodyLimits = { maxBytes: options.maxBodyBytes ?? 65_536, timeoutMs: options.bodyTimeoutMs ?? 10_000 };
  const onError = options.onError ?? ((error: Error) => console.error(`lightfield-uploader: ${error.message}`));

  const emit = createEmit(options);

  /** Handles one call: route, authorize, parse, perform. The body is not read before the user is authorized. */
  async function handle(request: Request, about: About): Promise<Response> {
    const route = findRoute(request.method, new URL(request.url).pathname, basePath);
    about.action = route.action;
    if ("fileId" in route) about.fileId = route.fileId;
    const authorization = await options.authorize(request, route);
    if (authorization instanceof Response) return authorization;
    const grant = limitsOf(authorization);
    const subject = subjectOf(grant);
    about.subject = subject;
    await limits.checkRate(subject, route.action);
    const call = await readCall(request, route, bodyLimits);
    checkGrant(grant, call);
    const refused = await refusalByRule(grant, call);
    if (refused) return refused;
    const caller = {
      request,
      client: client.forCall({ signal: request.signal, subject, requestId: about.requestId }),
      grant,
      subject,
      token: readFileToken(request.headers),
    };
    const { value, status, headers } = await perform(call, caller);
    if (call.action === "create" && isObject(value)) about.fileId = stringField(value, "id") ?? null;
    return jsonReply(status, redact(JSON.stringify(value)), headers);
  }

  function refusal(error: unknown, about: About): Response {
    const known = error instanceof ApiError;
    if (!known || isLogged(error)) report(error, idsOf(error, about.requestId));
    const shown = known ? shownFor(error) : new ApiError(500, "The server could not handle this request.");
    about.code = shown.code;
    const text = withoutQueries(redact(JSON.stringify(shown.toReply())));
    return jsonReply(shown.status, text, shown.headers);
  }

  function report(error: unknown, ids = ""): void {
    try {
      onError(new Error(redactError(error, redact).message + ids));
    } catch {
      // An error in `onError` must not prevent the response.
    }
  }

  async function answer(request: Request, about: About): Promise<Response> {
    const cors = corsHeaders(request, allowedOrigins, ownOrigin);
    if (cors === null) return refusal(foreignOrigin(), about);
    if (request.method === "OPTIONS") {
      return new Response(null, { status: 204, headers: { ...cors, ...preflightHeaders(request) } });
    }
    const reply = await handle(request, about).catch((error: unknown) => refusal(error, about));
    return withHeaders(reply, cors);
  }

  async function serve(request: Request): Promise<Response> {
    const startedAt = Date.now();
    const requestId = requestIdOf(request.headers);
    const about: About = { requestId, action: null, fileId: null, subject: "", code: null };
    const reply = await answer(request, about);
    emit({ type: "call", ...about, status: reply.status, durationMs: Date.now() - startedAt });
    const isRead = await discardBody(request, bodyLimits.maxBytes);
    return withHeaders(reply, { [REQUEST_ID]: requestId, ...(isRead ? {} : { connection: "close" }) });
  }

  const send = options.fetch ?? ((input: RequestInfo | URL, init?: RequestInit) => fetch(input, init));
  const parts = { client, fetch: send, isDirect: options.transfer === undefined, now: Date.now };
  return Object.assign(serve, { validate: (asked?: ValidateOptions) => validate(parts, asked) });
}

/** What is known about a request, for its event. */
interface About {
  readonly requestId: string;
  action: Action | null;
  fileId: string | null;
  subject: string;
  code: string | null;
}

/** The ids of a request, for the end of a line in the log, so that it can be searched by them. */
function idsOf(error: unknown, requestId: string): string {
  const theirs = error instanceof ApiError ? error.headers[LIGHTFIELD_REQUEST_ID] : undefined;
  return theirs === undefined ? ` [request ${requestId}]` : ` [request ${requestId}, at Lightfield ${theirs}]`;
}

/** Whether a refusal needs the developer: a failure, or an API key that Lightfield rejects or that lacks a scope. */
function isLogged({ status, upstream }: ApiError): boolean {
  return status >= 500 || (upstream && (status === 401 || status === 403));
}

/**
 * The error as the browser gets it. Lightfield's 401 is about the API key, not about the user: passed on, it would look
 * as if the user had to sign in. The log has the reason.
 */
function shownFor(error: ApiError): ApiError {
  if (!error.upstream || error.status !== 401) return error;
  return new ApiError(502, "The upload server is not configured correctly. Its log has the reason.", {
    code: "key_refused",
  });
}

/**
 * The grant as an object. Values of other types are refused: a missing `return` in `authorize` must not grant access.
 */
function limitsOf(authorization: unknown): GrantLimits {
  if (authorization === true) return {};
  if (typeof authorization === "object" && authorization !== null) return authorization;
  throw new ApiError(403, "You are not allowed to upload files here.", { code: "not_granted" });
}

/**
 * The subject; "" if there is none. Other types are refused: as text they could be the same for all users ("[object
 * Object]").
 */
function subjectOf({ subject }: GrantLimits): string {
  if (subject === undefined || typeof subject === "string") return subject ?? "";
  throw new TypeError("`authorize` must return `subject` as a string, for example String(user.id).");
}

function foreignOrigin(): ApiError {
  return new ApiError(
    403,
    "Pages of this origin may not call the endpoint. Its option `allowedOrigins` lists the origins of other sites that " +
      "may. Behind a proxy, `publicUrl` names the endpoint's own.",
    { code: "origin_not_allowed" },
  );
}
