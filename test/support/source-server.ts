import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createServer } from "vite";

export const ROOT: string = fileURLToPath(new URL("../..", import.meta.url));

export interface SourceServer {
  /** Ends with a slash. */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the sources as a browser can read them, so that a page can put the elements into any state without a build. */
export async function serveSources(): Promise<SourceServer> {
  const server = await createServer({
    root: ROOT,
    configFile: false,
    cacheDir: join(tmpdir(), "lightfield-uploader-screenshots"),
    logLevel: "error",
    server: { host: "127.0.0.1", port: 0, hmr: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  });
  await server.listen();
  const [url] = server.resolvedUrls?.local ?? [];
  if (!url) throw new Error("The sources are not served.");
  return { url, close: () => server.close() };
}
