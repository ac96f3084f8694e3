import type { CreateBody } from "../../host/protocol.ts";
import { ApiError } from "../api-error.ts";
import type { HostCall } from "./read-call.ts";
import type { ReadableFiles } from "./readable-files.ts";

/** What a user may do. `true` is everything but reading; fields narrow it. */
export type Grant = true | GrantLimits;

export interface GrantLimits {
  /**
   * Who this is, in your own terms (a user id). It ties a file's token to this user. Never sent to Lightfield or to the
   * browser. Users without one are all the same to the endpoint, and only the token keeps them from each other's files.
   */
  readonly subject?: string;
  /** The purposes to choose from. When given, a file without a purpose is refused too. */
  readonly purposes?: readonly string[];
  readonly maxFileBytes?: number;
  /** Sessions within 24 hours. A request that is repeated because its answer was lost counts again. */
  readonly maxFilesPerDay?: number;
  /** Media types, with `text/*` for a whole family. */
  readonly mimeTypes?: readonly string[];
  /**
   * Which files may be listed, looked at and downloaded: none (false, the default), those that your own records name,
   * or every one in the workspace (true). What became of an upload of one's own can always be asked.
   */
  readonly reads?: boolean | ReadableFiles;
  /**
   * Which pending uploads may be cancelled from a list: those that your own records name ("own", the default), or with
   * `reads: true` every one in the workspace ("any").
   */
  readonly cancels?: "own" | "any";
}

/** Throws 403 for a call that the grant does not cover. */
export function checkGrant(grant: GrantLimits, call: HostCall): void {
  if (call.action === "create") checkFile(grant, call.body);
  if ((call.action === "list" || call.action === "url") && !mayRead(grant)) {
    throw new ApiError(403, "You are not allowed to read files here.");
  }
}

/** Anything but a clear yes is a no, here too. */
function mayRead({ reads }: GrantLimits): boolean {
  return reads === true || (typeof reads === "object" && reads !== null);
}

function checkFile(grant: GrantLimits, file: CreateBody): void {
  const { purposes, maxFileBytes, mimeTypes } = grant;
  if (purposes && !(file.purpose !== undefined && purposes.includes(file.purpose))) {
    throw beyond("purpose", "purpose_not_allowed", "You are not allowed to upload files for this purpose.");
  }
  if (maxFileBytes !== undefined && file.sizeBytes > maxFileBytes) {
    throw beyond("sizeBytes", "file_too_large", `Files may have at most ${maxFileBytes} bytes here.`);
  }
  if (mimeTypes && !mimeTypes.some((pattern) => matches(pattern.toLowerCase(), file.mimeType))) {
    throw beyond("mimeType", "type_not_allowed", `Files of the type ${file.mimeType} are not accepted here.`);
  }
}

function matches(pattern: string, mimeType: string): boolean {
  if (pattern.endsWith("/*")) return mimeType.startsWith(pattern.slice(0, -1));
  return pattern === mimeType;
}

function beyond(param: string, code: string, message: string): ApiError {
  return new ApiError(403, message, { code, param });
}
