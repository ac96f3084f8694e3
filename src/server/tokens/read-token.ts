/** Request header with the file token. `Authorization` stays free for the page's own login. */
export const FILE_TOKEN_HEADER = "x-lightfield-file-token";

/** Shape of a file token: two base64url parts, unlike a JWT (three parts) and most opaque tokens. */
const TOKEN_SHAPE = /^[\w-]+\.[\w-]+$/;

/**
 * The file token of a request; null if there is none. `Authorization: Bearer` is accepted too, for clients that can
 * send nothing else, but only if its value has the shape of a file token: your server may use that header for its own
 * login.
 */
export function readFileToken(headers: Headers): string | null {
  const own = headers.get(FILE_TOKEN_HEADER);
  if (own) return own;
  const bearer = /^Bearer +(\S+)$/i.exec(headers.get("authorization") ?? "")?.[1];
  return bearer && TOKEN_SHAPE.test(bearer) ? bearer : null;
}
