import { type HostFiles, MAX_PAGE_FILES } from "../engine/session/host-files.ts";
import { createAsk, type HostClientOptions } from "./endpoint.ts";
import { parseFilesPage, parseFileUrl, parseRemoteFile } from "./parse.ts";

/** What the host knows about files that are there already, one request a call. */
export function createFilesClient(options: HostClientOptions): HostFiles {
  const ask = createAsk(options);

  return {
    async list({ limit = MAX_PAGE_FILES, offset = 0 } = {}, signal) {
      const page = parseFilesPage(await ask({ verb: "list", limit, offset }, signal));
      // A host that knows nothing of pages must not flood the one who asked for a few.
      return { ...page, files: page.files.slice(0, limit) };
    },
    retrieve: async (file, signal) => parseRemoteFile(await ask({ verb: "retrieve", file }, signal)),
    url: async (file, signal) => parseFileUrl(await ask({ verb: "url", file }, signal)),
    cancel: async (file, signal) => parseRemoteFile(await ask({ verb: "cancel", file }, signal)),
  };
}
