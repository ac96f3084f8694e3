/** Response headers that scripts of another origin may read. */
const EXPOSED =
  "retry-after, x-ratelimit-limit, x-ratelimit-remaining, x-ratelimit-reset, x-request-id, x-lightfield-request-id";
const HEADER_NAME = /^[a-z0-9!#$%&'*+.^_`|~-]+$/i;

/**
 * CORS headers of the response; null if the page's origin is not allowed. The origin is always named exactly, never as
 * "*", because the page may send cookies.
 *
 * @param ownOrigin origin of this server for browsers; null if it is the one of `request.url`
 */
export function corsHeaders(
  request: Request,
  allowedOrigins: readonly string[],
  ownOrigin: string | null = null,
): Record<string, string> | null {
  const origin = request.headers.get("origin");
  const site = request.headers.get("sec-fetch-site");
  if (isOwnPage(site, origin, ownOrigin ?? new URL(request.url).origin)) return { vary: "origin" };
  if (origin === null) return null;
  if (!allowedOrigins.includes(origin)) return null;
  return {
    "access-control-allow-origin": origin,
    "access-control-allow-credentials": "true",
    "access-control-expose-headers": EXPOSED,
    vary: "origin",
  };
}

/**
 * Headers of a preflight response. They allow every header that the page asks for: its own `headers` (a CSRF token, for
 * example) are not known here, and its origin has been checked.
 */
export function preflightHeaders(request: Request): Record<string, string> {
  const requested = (request.headers.get("access-control-request-headers") ?? "").split(",").map((name) => name.trim());
  return {
    "access-control-allow-methods": "GET, POST",
    "access-control-allow-headers": requested.filter((name) => HEADER_NAME.test(name)).join(", "),
    "access-control-max-age": "600",
    vary: "origin, access-control-request-headers",
  };
}

/**
 * Whether a request comes from a page of this server. `Sec-Fetch-Site` decides if present, since pages cannot set it
 * (Fetch Metadata, section 2.3): behind a proxy that ends TLS, `request.url` is not the address that the page used, and
 * a request from another site may have no `Origin` (an image, a link). Without it the client is no browser, or an old
 * one, which sends `Origin` with a POST.
 */
function isOwnPage(site: string | null, origin: string | null, ownOrigin: string): boolean {
  if (site === "same-origin" || site === "none") return true;
  if (site !== null) return false;
  return origin === null || origin === ownOrigin;
}
