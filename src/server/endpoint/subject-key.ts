/**
 * The idempotency key for Lightfield: a hash of the page's key and the subject; undefined if the page sent no key.
 * Lightfield repeats its first response for a known key, whoever sends it. With the subject in the hash, a user who
 * learns another user's key cannot get that user's session.
 */
export async function subjectKey(subject: string, key: string | undefined): Promise<string | undefined> {
  if (key === undefined) return undefined;
  const text = JSON.stringify([subject, key]);
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
