import type { FileReply, ListReply } from "../../host/protocol.ts";
import { ApiError } from "../api-error.ts";
import type { LightfieldClient } from "../lightfield/client.ts";
import type { ApiAnswer } from "../lightfield/request.ts";
import type { GrantLimits } from "./grant.ts";

/** The most that one page of a list may have, Lightfield's own limit. */
export const MAX_LIST_PAGE = 25;

/**
 * Which files a user may see, as your own records know it: Lightfield's list knows no users. Keep the ids that
 * `onCompleted` tells you with their subject, and hand out a page of them here.
 */
export interface ReadableFiles {
  /** The ids of one page, newest first, and how many there are in all. */
  ids(page: { readonly limit: number; readonly offset: number }): IdPage | Promise<IdPage>;
}

export interface IdPage {
  readonly ids: readonly string[];
  readonly totalCount: number;
}

/** One page of what this user may see: the whole workspace, or the host's own selection, each file asked after by its id. */
export async function listReadable(
  client: LightfieldClient,
  reads: GrantLimits["reads"],
  { limit, offset }: { readonly limit: number | undefined; readonly offset: number | undefined },
): Promise<ApiAnswer<ListReply>> {
  if (typeof reads !== "object") return client.listFiles({ limit, offset });
  const page = await reads.ids({ limit: limit ?? MAX_LIST_PAGE, offset: offset ?? 0 });
  const ids = page.ids.slice(0, limit ?? MAX_LIST_PAGE);
  const files = await Promise.all(ids.map((id) => retrieveIfThere(client, id)));
  const data = files.filter((file) => file !== null);
  return { value: { object: "list", data, totalCount: page.totalCount }, status: 200, headers: {} };
}

/** Null for a file that Lightfield does not know (any more): one old record must not cost the user the whole list. */
async function retrieveIfThere(client: LightfieldClient, id: string): Promise<FileReply | null> {
  try {
    return (await client.retrieveFile(id)).value;
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return null;
    throw error;
  }
}
