import { randomUUID } from "node:crypto";
import { ApiError, badRequest, notFound, tooManyRequests, unsupportedMediaType } from "../api-error.ts";
import type { ApiPhase } from "../faults/faults.ts";
import type { JsonObject } from "./body-fields.ts";
import { createFilesApi, type FilesApiParts } from "./files-api.ts";
import type { IdempotencyKeys } from "./idempotency.ts";
import { type ApiKey, authenticate, requireScope } from "./keys.ts";
import { createMeetingsApi, type MeetingsApiParts } from "./meetings-api.ts";
import type { Operation } from "./operation.ts";
import type { RateLimiter } from "./rate-limiter.ts";
import { matchRoute, type RouteMatch } from "./routes.ts";

export interface ApiParts extends FilesApiParts, MeetingsApiParts {
  readonly keys: readonly ApiKey[];
  readonly rateLimiter: RateLimiter;
  readonly idempotency: IdempotencyKeys;
}

const VERSION = "2026-03-01";

/**
 * The Lightfield API as a function of the request. It sends no CORS headers, since its keys are secrets of servers and
 * browsers must not call it.
 */
export function createApi(parts: ApiParts): (request: Request) => Promise<Response> {
  const operations: Record<ApiPhase, Operation> = {
    ...createFilesApi(parts),
    ...createMeetingsApi(parts),
    // As the official Go client describes it. The emulator's keys belong to a workspace.
    "validate-key": ({ key }) => ({
      active: true,
      scopes: key.scopes,
      subjectType: "workspace",
      tokenType: "api_key",
    }),
  };

  const answer = async (request: Request, match: RouteMatch, key: ApiKey): Promise<Response> => {
    const { route, id } = match;
    requireVersion(request.headers.get("lightfield-version"));
    requireScope(key, route.scope);
    const idempotencyKey = request.method === "POST" ? request.headers.get("idempotency-key") : null;
    return parts.idempotency.run(route.phase, idempotencyKey, async () => {
      const body = request.method === "POST" ? await readJson(request) : {};
      const result = operations[route.phase]({ key, id, body, query: new URL(request.url).searchParams });
      return Response.json(result, { status: 200 });
    });
  };

  return async (request) => {
    const match = matchRoute(request.method, new URL(request.url).pathname);
    const category = match?.route.category ?? "read";
    let rateHeaders = parts.rateLimiter.peek(category).headers;
    let response: Response;
    try {
      const key = authenticate(parts.keys, request.headers.get("authorization"));
      if (!match) throw notFound("There is nothing at this address.");
      const verdict = parts.rateLimiter.take(category);
      rateHeaders = verdict.headers;
      if (!verdict.allowed) throw tooManyRequests(verdict.retryAfterSeconds);
      response = await answer(request, match, key);
    } catch (error) {
      response = toApiError(error).toResponse();
    }
    // The documentation advises to log it and does not name the header; this name is a guess.
    response.headers.set("x-request-id", `req_${randomUUID().replaceAll("-", "")}`);
    for (const [name, value] of Object.entries(rateHeaders)) response.headers.set(name, value);
    return response;
  };
}

function toApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  console.error(error);
  return new ApiError(500, "internal_server_error", "Something went wrong on our side.");
}

function requireVersion(version: string | null): void {
  if (version === VERSION) return;
  const message = version === null ? "is missing" : `'${version}' is not a known version`;
  throw badRequest(`The Lightfield-Version header ${message}; send ${VERSION}.`, {
    code: "version_header",
    param: "Lightfield-Version",
  });
}

/** Parses the body. An empty body counts as `{}`, since complete and cancel need none. */
async function readJson(request: Request): Promise<JsonObject> {
  const text = await request.text();
  if (text === "") return {};
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get("content-type") ?? "")) {
    throw unsupportedMediaType("The body must be JSON: send `Content-Type: application/json`.");
  }
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw badRequest("The body is not valid JSON.", { code: "invalid_value" });
  }
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    throw badRequest("The body must be a JSON object.", { code: "invalid_type" });
  }
  return body as JsonObject;
}
