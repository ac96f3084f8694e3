import type { Backend } from "./backend.ts";
import type { ServerFile } from "./server-files.ts";
import { summarize } from "./server-files.ts";

/** The real Lightfield as backend, listed through the demo's own endpoint. The API does not report an MD5. */
export function openLightfieldBackend(apiKey: string, baseUrl: string | undefined): Backend {
  return {
    apiKey,
    baseUrl,
    storageOrigin: null,
    emulator: null,
    async serverFiles(ask) {
      const answer = await ask("?limit=25");
      if (!answer.ok) throw new Error(`Lightfield answered the list with ${answer.status}`);
      const page = (await answer.json()) as { data: ListedFile[] };
      const files = page.data.map(({ filename, ...file }): ServerFile => ({ ...file, name: filename, md5: null }));
      // Cached, because several pages may poll and every list counts against the organisation's rate limit.
      return summarize(files, { source: "lightfield", pollMs: 4000 });
    },
    close: async () => {},
  };
}

type ListedFile = Omit<ServerFile, "name" | "md5"> & { readonly filename: string };
