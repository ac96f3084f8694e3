import type { CreateBody } from "../../host/protocol.ts";
import { ApiError } from "../api-error.ts";
import type { HostCall } from "./read-call.ts";

/** Permissions of a user. `true` permits everything except reading; the fields narrow it. */
export type Grant = true | GrantLimits;

export interface GrantLimits {
  /**
   * Your own id of this user. File tokens are bound to it. It is never sent to Lightfield or to the browser. Without it
   * the endpoint cannot tell users apart, and only the file tokens separate their files.
   */
  readonly subject?: string;
  /** Allowed purposes. If given, a file without a purpose is refused too. */
  readonly purposes?: readonly string[];
  /** Maximum size of a file in bytes. Default: Lightfield's own limit. */
  readonly maxFileBytes?: number;
  /** Maximum number of sessions within 24 hours. Retries with the same idempotency key count once. */
  readonly maxFilesPerDay?: number;
  /** Allowed media types; `text/*` allows every subtype. */
  readonly mimeTypes?: readonly string[];
  /**
   * Files that may be listed, viewed and downloaded: none (false, the default), those whose ids you return, or all in
   * the workspace (true). The status of the user's own upload can always be queried.
   */
  readonly reads?: boolean | ReadableFiles;
  /**
   * Pending uploads that may be cancelled from a list: those whose ids you return ("own", the default), or with
   * `reads: true` all in the workspace ("any").
   */
  readonly cancels?: "own" | "any";
  /**
   * Decides about the parsed call, for rules that need its body (the `context`, for example). Return false for a plain
   * 403, or a Response (see `refuse`).
   */
  readonly allows?: (call: HostCall) => boolean | Response | Promise<boolean | Response>;
}

/** Ids of the files that a user may read, from your own records, since Lightfield does not know your users. */
export interface ReadableFiles {
  /** Returns one page of ids, newest first. Store the id and subject of each file in `onCompleted`. */
  ids(page: { readonly limit: number; readonly offset: number }): IdPage | Promise<IdPage>;
}

export interface IdPage {
  readonly ids: readonly string[];
  /** Number of ids on all pages. */
  readonly totalCount: number;
}

/** The refusal by the grant's own rule; null if it allows the call. Anything but true or a Response refuses. */
export async function refusalByRule({ allows }: GrantLimits, call: HostCall): Promise<Response | null> {
  if (allows === undefined) return null;
  const answer: unknown = await allows(call);
  if (answer === true) return null;
  if (answer instanceof Response) return answer;
  throw new ApiError(403, "You are not allowed to do this here.", { code: "not_granted" });
}

/** @throws ApiError 403 for a call that the grant does not cover */
export function checkGrant(grant: GrantLimits, call: HostCall): void {
  if (call.action === "create") checkFile(grant, call.body);
  if ((call.action === "list" || call.action === "url") && !mayRead(grant)) {
    throw new ApiError(403, "You are not allowed to read files here.", { code: "reading_not_allowed" });
  }
}

/** Whether the grant permits reading. Values of a wrong type do not. */
function mayRead({ reads }: GrantLimits): boolean {
  return reads === true || (typeof reads === "object" && reads !== null);
}

function checkFile(grant: GrantLimits, file: CreateBody): void {
  const { purposes, maxFileBytes, mimeTypes } = grant;
  if (purposes && !(file.purpose !== undefined && purposes.includes(file.purpose))) {
    throw notGranted("purpose", "purpose_not_allowed", "You are not allowed to upload files for this purpose.");
  }
  if (maxFileBytes !== undefined && file.sizeBytes > maxFileBytes) {
    throw notGranted("sizeBytes", "file_too_large", `Files may have at most ${maxFileBytes} bytes here.`);
  }
  if (mimeTypes && !mimeTypes.some((pattern) => matches(pattern.toLowerCase(), file.mimeType))) {
    throw notGranted("mimeType", "type_not_allowed", `Files of the type ${file.mimeType} are not accepted here.`);
  }
}

function matches(pattern: string, mimeType: string): boolean {
  if (pattern.endsWith("/*")) return mimeType.startsWith(pattern.slice(0, -1));
  return pattern === mimeType;
}

function notGranted(param: string, code: string, message: string): ApiError {
  return new ApiError(403, message, { code, param });
}
