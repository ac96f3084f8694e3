import { UploadError } from "../engine/errors.ts";

/**
 * The absolute URL to send bytes to; a relative one is resolved against the page.
 *
 * @throws UploadError `protocol` for text that is not a URL, and for one that is not http(s)
 */
export function uploadUrl(text: string): URL {
  const url = parsed(text);
  if (!url) throw new UploadError("protocol", "the upload URL is not a URL");
  if (/^https?:$/.test(url.protocol)) return url;
  throw new UploadError("protocol", `the upload URL is not http(s) but "${url.protocol}"`);
}

function parsed(text: string): URL | null {
  try {
    return new URL(text, location.href);
  } catch {
    return null;
  }
}
