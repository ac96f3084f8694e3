import { ApiError } from "../../api-error.ts";
import type { TransferCall } from "../../endpoint/options.ts";
import { isBindingId } from "../store/ids.ts";

/** Addresses of the relay and of its uploads. */
export interface Mount {
  /** Origin of the option `url`; null if that is only a path. */
  readonly origin: string | null;
  /** Binding id in a path; null for the relay itself. @throws ApiError 404 for another path */
  uploadAt(pathname: string): string | null;
  /** Address of an upload: absolute if the option `url` is, otherwise a path. */
  locationOf(bindingId: string): string;
  /** Absolute address of an upload, for the response of the token endpoint. */
  urlOf(bindingId: string, call: Pick<TransferCall, "request" | "publicOrigin">): string;
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
      // A framework may have removed its mount path, and a proxy may have added a prefix.
      if (path === "" || path === mountPath) return null;
      const last = path.slice(path.lastIndexOf("/") + 1);
      if (isBindingId(last)) return last;
      throw new ApiError(404, "There is nothing at this address.");
    },
    locationOf,
    urlOf: (bindingId, { request, publicOrigin }) =>
      new URL(locationOf(bindingId), publicOrigin ?? pageOrigin(request)).href,
  };
}

/**
 * Origin of the page that sent the request. Behind a proxy that ends TLS, `request.url` is not the address that the
 * page used, but the browser's headers name it. Pages cannot set these two headers; another client that forges them
 * only harms itself.
 */
function pageOrigin(request: Request): string {
  const origin = request.headers.get("origin");
  const isSame = request.headers.get("sec-fetch-site") === "same-origin";
  return isSame && origin && URL.canParse(origin) ? origin : request.url;
}
