/** Header with the id of a request, which proxies and log collectors use too. */
export const REQUEST_ID = "x-request-id";
/** Header of our responses with Lightfield's own id of the request that the call caused. */
export const LIGHTFIELD_REQUEST_ID = "x-lightfield-request-id";

/** Headers in which an API may name its id of a request; Lightfield does not document one. */
const THEIRS = [LIGHTFIELD_REQUEST_ID, "lightfield-request-id", REQUEST_ID, "request-id"];
/** Short and printable, since the id stands in logs and in headers of further requests. */
const PLAUSIBLE = /^[\w.:+/=-]{1,128}$/;

/** Id of a request: the one of a proxy in front, otherwise a new one. */
export function requestIdOf(headers: Headers): string {
  return plausible(headers.get(REQUEST_ID)) ?? crypto.randomUUID();
}

/** Lightfield's id of a request, from the headers of its response; null if it named none. */
export function lightfieldRequestId(headers: Headers): string | null {
  for (const name of THEIRS) {
    const id = plausible(headers.get(name));
    if (id !== null) return id;
  }
  return null;
}

function plausible(id: string | null): string | null {
  return id !== null && PLAUSIBLE.test(id) ? id : null;
}
