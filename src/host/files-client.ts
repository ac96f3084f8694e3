import { type HostFiles, MAX_PAGE_FILES } from "../engine/session/host-files.ts";
import { createCallEndpoint, type HostClientOptions } from "./endpoint.ts";
import { parseFilesPage, parseFileUrl, parseRemoteFile } from "./parse.ts";

/** Client for the endpoint's calls about existing files. Each call is one request. */
export function createFilesClient(options: HostClientOptions): HostFiles {
  const call = createCallEndpoint(options);

  return {
    async list({ limit = MAX_PAGE_FILES, offset = 0 } = {}, signal) {
      const page = parseFilesPage(await call({ verb: "list", limit, offset }, signal));
      // An endpoint without paging may return more files than requested.
      return { ...page, files: page.files.slice(0, limit) };
    },
    retrieve: async (file, signal) => parseRemoteFile(await call({ verb: "retrieve", file }, signal)),
    url: async (file, signal) => parseFileUrl(await call({ verb: "url", file }, signal)),
    cancel: async (file, signal) => parseRemoteFile(await call({ verb: "cancel", file }, signal)),
  };
}
