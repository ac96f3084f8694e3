import type { FileReply, ListReply } from "../../host/protocol.ts";
import { ApiError } from "../api-error.ts";
import type { LightfieldClient } from "../lightfield/client.ts";
import type { ApiAnswer } from "../lightfield/request.ts";
import type { GrantLimits } from "./grant.ts";
import { MAX_LIST_PAGE } from "./read-call.ts";

/** One page of the files that this user may read: the whole workspace, or the files whose ids `reads` returns. */
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

/** Retrieves a file; null if Lightfield no longer has it, so that one outdated record does not fail the whole list. */
async function retrieveIfThere(client: LightfieldClient, id: string): Promise<FileReply | null> {
  try {
    return (await client.retrieveFile(id)).value;
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return null;
    throw error;
  }
}
