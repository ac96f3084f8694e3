/** Name of the lock that the tab holds which works on a session, so that no other tab sends the same bytes. */
export function lockNameFor(sessionId: string): string {
  return `lightfield-uploader ${sessionId}`;
}
