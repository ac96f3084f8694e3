import { corsHeaders } from "../../endpoint/cors.ts";

const EXPOSED =
  "Upload-Offset, Upload-Length, Location, Tus-Resumable, Tus-Version, Upload-Expires, Retry-After, X-Lightfield-Code";
const ALLOWED =
  "Authorization, Content-Type, Tus-Resumable, Upload-Length, Upload-Metadata, Upload-Offset, X-Request-ID, X-Requested-With";

/** As for the token endpoint, with the headers of tus. Null for a page that may not call. */
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
