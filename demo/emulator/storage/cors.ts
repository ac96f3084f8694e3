import type { IncomingMessage } from "node:http";
import { header } from "../node-http.ts";
import { signedHeaderNames } from "./signer.ts";

export type AllowedOrigins = readonly string[] | "*";

/**
 * CORS headers of a response: the origin is named, never "*", and credentials are not allowed. `Retry-After` is
 * exposed besides the usual `ETag`, so that pages can respect it (not specified by the reference).
 */
export function corsHeaders(req: IncomingMessage, allowed: AllowedOrigins): Record<string, string> {
  const origin = header(req, "origin");
  if (origin === null || !isAllowed(origin, allowed)) return {};
  return {
    "access-control-allow-origin": origin,
    "access-control-expose-headers": "ETag, Retry-After",
    vary: "Origin",
  };
}

/** Headers of a preflight response; null to refuse. Only headers that the URL's signature covers are allowed. */
export function preflightHeaders(
  req: IncomingMessage,
  url: URL,
  allowed: AllowedOrigins,
): Record<string, string> | null {
  const origin = header(req, "origin");
  const method = header(req, "access-control-request-method");
  const asked = (header(req, "access-control-request-headers") ?? "")
    .split(",")
    .map((name) => name.trim().toLowerCase())
    .filter(Boolean);
  const signed = signedHeaderNames(url.searchParams);
  if (origin === null || !isAllowed(origin, allowed)) return null;
  if (method !== "PUT" && method !== "GET") return null;
  if (!asked.every((name) => signed.includes(name))) return null;
  return {
    "access-control-allow-origin": origin,
    "access-control-allow-methods": "PUT, GET",
    ...(asked.length > 0 && { "access-control-allow-headers": asked.join(", ") }),
    vary: "Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
  };
}

function isAllowed(origin: string, allowed: AllowedOrigins): boolean {
  return allowed === "*" || allowed.includes(origin);
}
