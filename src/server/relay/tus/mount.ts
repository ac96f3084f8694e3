import { ApiError } from "../../api-error.ts";
import { isBindingId } from "../store/ids.ts";

/** Where the relay answers, and where one upload does. */
export interface Mount {
  /** The origin that `url` names; null for a mere path. */
  readonly origin: string | null;
  /** The upload that a path is about; null for the relay itself. @throws ApiError 404 for any other path */
  uploadAt(pathname: string): string | null;
  /** Absolute if `url` is, otherwise a path: for clients that know where they have asked. */
  locationOf(bindingId: string): string;
  /** Absolute, as the token endpoint's answer needs it. */
  urlOf(bindingId: string, request: Request): string;
}

export function createMount(url: string): Mount {
  const base = url.replace(/\/+$/, "");
  const origin = base.startsWith("/") || base === "" ? null : new URL(base).origin;
  const mountPath = origin === null ? base : new URL(base).pathname.replace(/\/+$/, "");
  const locationOf = (bindingId: string) => `${base}/${bindingId}`;

  return {
    origin,
    uploadAt(pathname) {
      const path = pathname.replace(/\/$/, "");
      // A framework may have taken its mount path off already; a proxy may have put one before it.
      if (path === "" || path === mountPath) return null;
      const last = path.slice(path.lastIndexOf("/") + 1);
      if (isBindingId(last)) return last;
      throw new ApiError(404, "There is nothing at this address.");
    },
    locationOf,
    urlOf: (bindingId, request) => new URL(locationOf(bindingId), pageOrigin(request)).href,
  };
}

/**
 * Behind a proxy that ends TLS, `request.url` is not the address that the page used. The browser says which one it was,
 * and pages cannot set these two headers; whoever else invents them, misleads only himself.
 */
function pageOrigin(request: Request): string {
  const origin = request.headers.get("origin");
  const isSame = request.headers.get("sec-fetch-site") === "same-origin";
  return isSame && origin && URL.canParse(origin) ? origin : request.url;
}
