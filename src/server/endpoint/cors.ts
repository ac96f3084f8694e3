/** What scripts of another origin may read beside the body. */
const EXPOSED = "retry-after, x-ratelimit-limit, x-ratelimit-remaining, x-ratelimit-reset";
const HEADER_NAME = /^[a-z0-9!#$%&'*+.^_`|~-]+$/i;

/**
 * The CORS headers of the answer, or null when the request comes from a page that may not call. The origin is always
 * named exactly, never "*": the page may send cookies.
 */
export function corsHeaders(request: Request, allowedOrigins: readonly string[]): Record<string, string> | null {
  const origin = request.headers.get("origin");
  const site = request.headers.get("sec-fetch-site");
  if (isOwnPage(request, origin, site)) return { vary: "origin" };
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
 * The answer to a preflight. It allows what headers the page asks for, since the page's own `headers` (a CSRF token,
 * say) cannot be known here, and the page was allowed by its origin.
 */
export function preflightHeaders(request: Request): Record<string, string> {
  const asked = (request.headers.get("access-control-request-headers") ?? "").split(",").map((name) => name.trim());
  return {
    "access-control-allow-methods": "GET, POST",
    "access-control-allow-headers": asked.filter((name) => HEADER_NAME.test(name)).join(", "),
    "access-control-max-age": "600",
    vary: "origin, access-control-request-headers",
  };
}

/**
 * The browser's own word comes first, and pages cannot set `Sec-Fetch-Site` (Fetch Metadata, section 2.3): behind a
 * proxy that ends TLS, `request.url` is not the address that the page used; and a request may come from another site
 * without an `Origin` (an image, a link). Without that word it is no browser, or an old one, which says where a POST
 * comes from.
 */
function isOwnPage(request: Request, origin: string | null, site: string | null): boolean {
  if (site === "same-origin" || site === "none") return true;
  if (site !== null) return false;
  return origin === null || origin === new URL(request.url).origin;
}
