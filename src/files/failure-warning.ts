import type { UploadError } from "../engine/errors.ts";

/** Message for the console about a failure that only the developer of the page can fix; null for every other error. */
export function failureWarning({ code, message }: UploadError): string | null {
  if (code === "forbidden") {
    return (
      "The endpoint does not let this user list files. Let its `authorize` return `{ reads: true }` for users who may " +
      `see and download files. ${message}`
    );
  }
  return code === "protocol" || code === "internal" ? message : null;
}
