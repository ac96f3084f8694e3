import type { UploadError } from "./errors.ts";

/** Codes with which the library itself answers 401 and 403, for reasons that have sentences in every language. */
const OURS = /^token_|_(allowed|files|granted|large)$/;

/**
 * Words that the owner of the page wrote for its users, with `refuse` or on another server; null for all other words.
 * Other refusals of the endpoint have a `code` that leads to a sentence, and storage writes for developers.
 */
export function ownersWords({ fromStorage, apiCode, detail, status = 400 }: UploadError): string | null {
  if (!detail || fromStorage || status >= 500) return null;
  return apiCode === undefined || ((status === 401 || status === 403) && !OURS.test(apiCode)) ? detail : null;
}
