/**
 * The idempotency key for Lightfield: the page's own, made one of this subject's. Lightfield answers a known key with
 * the first answer, whoever asks, so a key that one user has seen of another must not lead to the other's session.
 */
export async function subjectKey(subject: string, key: string | undefined): Promise<string | undefined> {
  if (key === undefined) return undefined;
  const text = JSON.stringify([subject, key]);
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
