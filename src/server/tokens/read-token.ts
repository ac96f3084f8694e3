/** The header in which the widget sends a file's token; `Authorization` stays free for the page's own login. */
export const FILE_TOKEN_HEADER = "x-lightfield-file-token";

/** Two parts in base64url: what our tokens look like, and neither a JWT (three parts) nor most opaque tokens. */
const TOKEN_SHAPE = /^[\w-]+\.[\w-]+$/;

/**
 * The file's token that came with the request. `Authorization: Bearer` is taken too, for clients that know only that,
 * but only when it could be one of ours: a host may use it for its own login.
 */
export function readFileToken(headers: Headers): string | null {
  const own = headers.get(FILE_TOKEN_HEADER);
  if (own) return own;
  const bearer = /^Bearer +(\S+)$/i.exec(headers.get("authorization") ?? "")?.[1];
  return bearer && TOKEN_SHAPE.test(bearer) ? bearer : null;
}
