import type { TokenEndpointOptions } from "lightfield-uploader/server";

/** Cookie that identifies a visitor of the demo. */
export const VISITOR_COOKIE = "demo-visitor";

/**
 * Permissions of a visitor. The demo allows every browser that opened one of its pages. A real server looks up its own
 * login session here and returns `false` if nobody is signed in, or limits what this user may send:
 *
 *     const user = await sessions.find(request.headers.get("cookie"));
 *     return user ? { subject: user.id, purposes: ["meeting_transcript"], maxFileBytes: 50_000_000 } : false;
 *
 * `reads: true` lets a user list and download every file in the workspace, as the demo's panel does. Most servers omit
 * it, or return the ids of the user's own files from their records:
 *
 *     reads: { ids: ({ limit, offset }) => records.idsOf(user.id, { limit, offset }) }
 */
export const authorizeVisitor: TokenEndpointOptions["authorize"] = (request) => {
  const visitor = visitorOf(request);
  return visitor !== null ? { subject: visitor, reads: true, cancels: "any" } : false;
};

/** Visitor id of a request; null for a browser that has not opened a page of the demo. */
export function visitorOf(request: Request): string | null {
  const cookies = request.headers.get("cookie") ?? "";
  return new RegExp(`(?:^|;\\s*)${VISITOR_COOKIE}=([^;]+)`).exec(cookies)?.[1] ?? null;
}
