import { UploadError } from "../engine/errors.ts";
import { isHttpUrl } from "../wire/http-url.ts";

/**
 * The absolute URL to send bytes to; a relative one is resolved against the page.
 *
 * @throws UploadError `protocol` for text that is not a URL, and for one that is not http(s)
 */
export function uploadUrl(text: string): URL {
  if (!URL.canParse(text, location.href)) throw new UploadError("protocol", "the upload URL is not a URL");
  const url = new URL(text, location.href);
  if (isHttpUrl(url.href)) return url;
  throw new UploadError("protocol", `the upload URL is not http(s) but "${url.protocol}"`);
}
