/** Held by the tab that works on a session, so that no other sends the same bytes. */
export function lockNameFor(sessionId: string): string {
  return `lightfield-uploader ${sessionId}`;
}
