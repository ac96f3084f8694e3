import type { CreateReply } from "../host/protocol.ts";
import { ApiError } from "./api-error.ts";
import { corsHeaders, preflightHeaders } from "./cors.ts";
import { checkGrant, type GrantLimits } from "./grant.ts";
import { LightfieldClient } from "./lightfield-client.ts";
import type { ApiAnswer } from "./lightfield-request.ts";
import { checkOptions, type TokenEndpointOptions } from "./options.ts";
import { type HostCall, readCall } from "./read-call.ts";
import { createRedact, redactError } from "./redact.ts";
import { jsonReply, withHeaders } from "./reply.ts";
import { findRoute } from "./route.ts";

/**
 * The host's half of the contract: stands between the widget and Lightfield, holds the API key, and lets through what
 * `authorize` grants. Web-standard, so it runs wherever a `Request` becomes a `Response`.
 */
export function createTokenEndpoint(options: TokenEndpointOptions): (request: Request) => Promise<Response> {
  checkOptions(options);
  const client = new LightfieldClient(options);
  const redact = createRedact(options.apiKey);
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
    checkGrant(limitsOf(authorization), call);
    const { value, status, headers } = await perform(call, request);
    return jsonReply(status, redact(JSON.stringify(value)), headers);
  }

  function perform(call: HostCall, request: Request): Promise<ApiAnswer> {
    switch (call.action) {
      case "create":
        return create(call, request);
      case "complete":
        return client.completeFile(call.fileId, call.body);
      case "cancel":
        return client.cancelFile(call.fileId);
      case "retrieve":
        return client.retrieveFile(call.fileId);
      case "list":
        return client.listFiles(call);
      case "url":
        return client.fileUrl(call.fileId);
    }
  }

  async function create(
    { body, idempotencyKey }: Extract<HostCall, { action: "create" }>,
    request: Request,
  ): Promise<ApiAnswer<CreateReply>> {
    // The page's context is for the hooks of this server; Lightfield does not know the field.
    const { context: _context, ...file } = body;
    const created = await client.createFile(file, idempotencyKey);
    const transfer = await options.transfer?.(created.value, { request, subject: "", token: "", replaces: null });
    return transfer ? { ...created, value: { ...created.value, transfer } } : created;
  }

  function refusal(error: unknown): Response {
    const known = error instanceof ApiError;
    // A 401 gets this far only from Lightfield: the API key is wrong, and only the developer can mend that.
    if (!known || error.status >= 500 || error.status === 401) tell(error);
    const shown = known ? error : new ApiError(500, "The server could not handle this request.");
    return jsonReply(shown.status, redact(JSON.stringify(shown.toReply())), shown.headers);
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

/** Anything but a clear yes is a no: a forgotten `return` in `authorize` must not open the door. */
function limitsOf(authorization: unknown): GrantLimits {
  if (authorization === true) return {};
  if (typeof authorization === "object" && authorization !== null) return authorization;
  throw new ApiError(403, "You are not allowed to upload files here.");
}

function foreignOrigin(): ApiError {
  return new ApiError(
    403,
    "Pages of this origin may not call the endpoint. Its `allowedOrigins` option lists the origins that may.",
    { code: "origin_not_allowed" },
  );
}
