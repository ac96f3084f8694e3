import type { UploadError } from "../engine/errors.ts";

/** Message for the console about a failure that only the developer of the page can fix; null for every other error. */
export function failureWarning({ code, message }: UploadError): string | null {
  if (code === "forbidden") {
    return (
      "The endpoint does not let this user list files. Its `authorize` must return `reads: { ids }` for files in your own " +
      `records, or \`{ reads: true }\` for users who may see every file. ${message}`
    );
  }
  return code === "protocol" || code === "internal" ? message : null;
}
