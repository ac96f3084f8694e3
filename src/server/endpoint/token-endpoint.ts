import { ApiError } from "../api-error.ts";
import { LightfieldClient } from "../lightfield/client.ts";
import { createSubjectLimits } from "../limits/subject-limits.ts";
import { createRedact, redactError, withoutQueries } from "../redact.ts";
import { createFileTokens } from "../tokens/file-token.ts";
import { readFileToken } from "../tokens/read-token.ts";
import { corsHeaders, preflightHeaders } from "./cors.ts";
import { checkGrant, type GrantLimits } from "./grant.ts";
import { createRunHook } from "./hooks.ts";
import { checkOptions, secretsOf, type TokenEndpointOptions } from "./options.ts";
import { createPerform } from "./perform.ts";
import { readCall } from "./read-call.ts";
import { jsonReply, withHeaders } from "./reply.ts";
import { findRoute } from "./route.ts";

/**
 * The host's half of the contract: stands between the widget and Lightfield, holds the API key, and lets through what
 * `authorize` grants. Web-standard, so it runs wherever a `Request` becomes a `Response`. It keeps nothing in memory
 * that another instance would miss: any instance can take any call.
 */
export function createTokenEndpoint(options: TokenEndpointOptions): (request: Request) => Promise<Response> {
  checkOptions(options);
  const secrets = secretsOf(options);
  const client = new LightfieldClient(options);
  const limits = createSubjectLimits(options.rateLimit ?? {}, tell);
  const perform = createPerform({
    client,
    tokens: createFileTokens(secrets),
    runHook: createRunHook(options, client, tell),
    limits,
    transfer: options.transfer,
  });
  const redact = createRedact(options.apiKey, ...secrets);
  const allowedOrigins = options.allowedOrigins ?? [];
  const basePath = options.basePath?.replace(/\/+$/, "") ?? null;
  const maxBodyBytes = options.maxBodyBytes ?? 65_536;
  const report = options.onError ?? ((error: Error) => console.error(`lightfield-uploader: ${error.message}`));

  /** The whole way of one call: find it, read it, ask who may, do it. */
  async function answer(request: Request): Promise<Response> {
    const route = findRoute(request.method, new URL(request.url).pathname, basePath);
    const call = await readCall(request, route, maxBodyBytes);
    const authorization = await options.authorize(request, call);
    if (authorization instanceof Response) return authorization;
    const grant = limitsOf(authorization);
    const subject = subjectOf(grant);
    await limits.checkRate(subject, call.action);
    checkGrant(grant, call);
    const asker = { request, grant, subject, token: readFileToken(request.headers) };
    const { value, status, headers } = await perform(call, asker);
    return jsonReply(status, redact(JSON.stringify(value)), headers);
  }

  function refusal(error: unknown): Response {
    const known = error instanceof ApiError;
    if (!known || isForTheLog(error)) tell(error);
    const shown = known ? error : new ApiError(500, "The server could not handle this request.");
    const text = withoutQueries(redact(JSON.stringify(shown.toReply())));
    return jsonReply(shown.status, text, shown.headers);
  }

  function tell(error: unknown): void {
    try {
      report(redactError(error, redact));
    } catch {
      // A log that fails must not cost the user the answer.
    }
  }

  return async (request) => {
    const cors = corsHeaders(request, allowedOrigins);
    if (cors === null) return refusal(foreignOrigin());
    if (request.method === "OPTIONS") {
      return new Response(null, { status: 204, headers: { ...cors, ...preflightHeaders(request) } });
    }
    const reply = await answer(request).catch(refusal);
    return withHeaders(reply, cors);
  };
}

/** What only the developer can mend: a failure, or a key that Lightfield refuses, or refuses this call for. */
function isForTheLog({ status, upstream }: ApiError): boolean {
  return status >= 500 || (upstream && (status === 401 || status === 403));
}

/** Anything but a clear yes is a no: a forgotten `return` in `authorize` must not open the door. */
function limitsOf(authorization: unknown): GrantLimits {
  if (authorization === true) return {};
  if (typeof authorization === "object" && authorization !== null) return authorization;
  throw new ApiError(403, "You are not allowed to upload files here.");
}

/** A subject of another type would be the same text for everybody ("[object Object]"). */
function subjectOf({ subject }: GrantLimits): string {
  if (subject === undefined || typeof subject === "string") return subject ?? "";
  throw new TypeError("authorize must give `subject` as a string: String(user.id), say.");
}

function foreignOrigin(): ApiError {
  return new ApiError(
    403,
    "Pages of this origin may not call the endpoint. Its `allowedOrigins` option lists the origins that may.",
    { code: "origin_not_allowed" },
  );
}
