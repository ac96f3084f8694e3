import { ApiError } from "../api-error.ts";

/** A call of the endpoint's HTTP contract. */
export type Action = "create" | "complete" | "cancel" | "retrieve" | "list" | "url";

/** A call and the file that it is about, as the request's method and path name them. */
export type Route =
  | { readonly action: "create" | "list" }
  | { readonly action: "complete" | "cancel" | "retrieve" | "url"; readonly fileId: string };

const FILE_ID = /^[A-Za-z0-9_-]{1,128}$/;

export function isFileId(value: unknown): value is string {
  return typeof value === "string" && FILE_ID.test(value);
}

/**
 * Finds the call that a request makes. @throws ApiError 404 for an unknown path, 405 for another method of a known one
 */
export function findRoute(method: string, pathname: string, basePath: string | null): Route {
  const [fileId, verb, ...rest] = callSegments(pathname, basePath);
  if (fileId === undefined) return byMethod(method, { POST: { action: "create" }, GET: { action: "list" } });
  if (!FILE_ID.test(fileId) || rest.length > 0) throw noSuchPath();
  if (verb === undefined) return byMethod(method, { GET: { action: "retrieve", fileId } });
  if (verb === "complete" || verb === "cancel") return byMethod(method, { POST: { action: verb, fileId } });
  if (verb === "url") return byMethod(method, { GET: { action: "url", fileId } });
  throw noSuchPath();
}

/**
 * Path segments below the path at which the endpoint is mounted. Without `basePath` that path is derived: it ends
 * before the first segment that looks like a file id, otherwise before `{id}/complete`, `{id}/cancel` or `{id}/url`.
 */
function callSegments(pathname: string, basePath: string | null): string[] {
  const path = pathname.replace(/\/$/, "");
  if (basePath !== null) {
    if (path === basePath) return [];
    if (!path.startsWith(`${basePath}/`)) throw noSuchPath();
    return path.slice(basePath.length + 1).split("/");
  }
  const segments = path.split("/").slice(1);
  const idAt = segments.findIndex((segment) => segment.startsWith("fil_"));
  if (idAt >= 0) return segments.slice(idAt);
  return /^(complete|cancel|url)$/.test(segments.at(-1) ?? "") ? segments.slice(-2) : [];
}

function byMethod(method: string, routes: Readonly<Record<string, Route>>): Route {
  const route = Object.hasOwn(routes, method) ? routes[method] : undefined;
  if (route) return route;
  const allow = [...Object.keys(routes), "OPTIONS"].join(", ");
  throw new ApiError(405, `This address does not accept ${method} requests.`, { headers: { allow } });
}

function noSuchPath(): ApiError {
  return new ApiError(404, "There is nothing at this address.");
}
