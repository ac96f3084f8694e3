import { UploadError } from "../engine/errors.ts";

/** The absolute address to send bytes to. Relative ones count from the page; anything but http(s) is refused. */
export function httpUrl(url: string): URL {
  let parsed: URL;
  try {
    parsed = new URL(url, location.href);
  } catch (cause) {
    throw new UploadError("protocol", "the upload URL is not a URL", { cause });
  }
  if (parsed.protocol === "https:" || parsed.protocol === "http:") return parsed;
  throw new UploadError("protocol", `the upload URL is not http(s) but "${parsed.protocol}"`);
}
