import type { TokenEndpointOptions } from "lightfield-uploader/server";
import { VISITOR_COOKIE } from "./app.ts";

/**
 * Who may upload. The demo lets in every browser that opened one of its pages. A real host looks up its own session
 * here and answers `false` for a stranger, or narrows what this user may send:
 *
 *     const user = await sessions.find(request.headers.get("cookie"));
 *     return user ? { subject: user.id, purposes: ["meeting_transcript"], maxFileBytes: 50_000_000 } : false;
 *
 * `reads` lets a user list and download what lies in the workspace. The demo's panel needs it; most hosts do not.
 */
export const authorizeVisitor: TokenEndpointOptions["authorize"] = (request) => {
  const isVisitor = request.headers.get("cookie")?.includes(`${VISITOR_COOKIE}=`) ?? false;
  return isVisitor ? { reads: true } : false;
};
