import { sha256Hex } from "../sha256.ts";

/**
 * The idempotency key for Lightfield: a hash of the page's key and the subject; undefined if the page sent no key.
 * Lightfield repeats its first response for a known key, for every user who sends it. With the subject in the hash, a user who
 * learns another user's key cannot get that user's session.
 */
export async function subjectKey(subject: string, key: string | undefined): Promise<string | undefined> {
  return key === undefined ? undefined : sha256Hex(JSON.stringify([subject, key]));
}
