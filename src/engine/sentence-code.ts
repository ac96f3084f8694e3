import type { UploadError, UploadErrorCode } from "./errors.ts";

/** Which sentence tells the user about an error. */
export type SentenceCode = Exclude<UploadErrorCode, "signed-out"> | "too-large" | "type" | "too-many" | "share-full";

/** Sentences about refusals whose stable `code` says more to the user than the code of the error. */
const SENTENCES: Readonly<Record<string, SentenceCode>> = {
  file_too_large: "too-large",
  type_not_allowed: "type",
  too_many_files: "too-many",
  token_missing: "expired",
  token_expired: "expired",
  token_invalid: "expired",
  session_expired: "expired",
  upload_gone: "expired",
  upload_not_found: "expired",
  // The browser reports it: the file took too long to read, which is no reason to choose another one.
  md5_timeout: "expired",
  // What the browser sends is too slow; the server's answer was not.
  body_timeout: "network",
  relay_full: "rate-limited",
  relay_share_full: "share-full",
  origin_not_allowed: "not-set-up",
};

/** Which sentence tells the user about an error: by the server's stable `code`, else by the code of the error. */
export function sentenceCode({ code, apiCode = "", status, advice }: UploadError): SentenceCode {
  const known = Object.hasOwn(SENTENCES, apiCode) ? SENTENCES[apiCode] : undefined;
  if (known) return known;
  // Advice is given when the setup of the endpoint is wrong, which also answers with 404.
  if (code === "not-found" && advice) return "not-set-up";
  // A proxy on the way, since the endpoint and the relay name a code.
  if (code === "refused" && status === 413) return "too-large";
  return code === "signed-out" ? "unauthorized" : code;
}
