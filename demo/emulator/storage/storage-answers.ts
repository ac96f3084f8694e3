import type { Answer } from "../node-http.ts";

/** Errors of S3 by code. */
const ERRORS = {
  SignatureDoesNotMatch: [403, "The request signature we calculated does not match the signature you provided."],
  RequestExpired: [403, "Request has expired"],
  AccessDenied: [403, "Access Denied"],
  PreconditionFailed: [412, "At least one of the pre-conditions you specified did not hold"],
  MissingContentLength: [411, "You must provide the Content-Length HTTP header."],
  EntityTooLarge: [400, "Your proposed upload exceeds the maximum allowed size"],
  NoSuchKey: [404, "The specified key does not exist."],
  MethodNotAllowed: [405, "The specified method is not allowed against this resource."],
} as const satisfies Record<string, readonly [number, string]>;

export type StorageErrorCode = keyof typeof ERRORS;

/** A refusal. A 403 has no CORS headers, as from S3 and Ceph, so a page sees only a network error. */
export function storageError(code: StorageErrorCode, cors: Readonly<Record<string, string>>): Answer {
  const [status, message] = ERRORS[code];
  // S3 reports expiry as AccessDenied with another message.
  const name = code === "RequestExpired" ? "AccessDenied" : code;
  return xmlError(status, name, message, status === 403 ? {} : cors);
}

export function xmlError(
  status: number,
  code: string,
  message: string,
  headers: Readonly<Record<string, string>>,
): Answer {
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${escapeXml(message)}</Message></Error>`;
  return { status, headers: { ...headers, "content-type": "application/xml" }, body };
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
