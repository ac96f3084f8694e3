import { corsHeaders } from "../../endpoint/cors.ts";

const EXPOSED =
  "Upload-Offset, Upload-Length, Location, Tus-Resumable, Tus-Version, Upload-Expires, Retry-After, X-Lightfield-Code, X-Request-Id";
const ALLOWED =
  "Authorization, Content-Type, Tus-Resumable, Upload-Length, Upload-Metadata, Upload-Offset, X-Request-ID, X-Requested-With";

/** CORS headers like the token endpoint's, with those of tus. Null if the page's origin is not allowed. */
export function relayCorsHeaders(request: Request, allowedOrigins: readonly string[]): Record<string, string> | null {
  const headers = corsHeaders(request, allowedOrigins);
  if (!headers || !("access-control-allow-origin" in headers)) return headers;
  return { ...headers, "access-control-expose-headers": EXPOSED };
}

export const PREFLIGHT_HEADERS: Readonly<Record<string, string>> = {
  "access-control-allow-methods": "POST, HEAD, PATCH, DELETE",
  "access-control-allow-headers": ALLOWED,
  "access-control-max-age": "600",
};
