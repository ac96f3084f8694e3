/**
 * The local Lightfield and the host endpoint in front of it, for tests that want the real thing: one process, real
 * sockets, bytes on disk in a temporary folder. `restart` gives a test a server that nobody has used before.
 */
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import { tsImport } from "tsx/esm/api";

const EMULATOR = new URL("../../demo/emulator/index.ts", import.meta.url);
const SERVER = new URL("../../src/server/index.ts", import.meta.url);

/** Where the host endpoint is mounted, on the page's own origin and on another one. */
export const HOST_PATH = "/__host/files";

export function canStartLightfield() {
  return existsSync(EMULATOR) && existsSync(SERVER);
}

/** @param {{pageOrigin: string}} options the origin that the host endpoint lets in */
export async function startLightfield({ pageOrigin }) {
  const { startEmulator } = await tsImport(EMULATOR.href, import.meta.url);
  const { createTokenEndpoint } = await tsImport(SERVER.href, import.meta.url);
  const folders = [];
  let emulator = null;
  let handle = null;

  /** @param {object} options of the emulator (limits, apiKeys, allowedOrigins …) */
  async function restart(options = {}) {
    await emulator?.close();
    const dataDir = await mkdtemp(join(tmpdir(), "lightfield-test-"));
    folders.push(dataDir);
    emulator = await startEmulator({ ...options, dataDir });
    handle = createTokenEndpoint({
      apiKey: emulator.apiKey,
      secret: "a secret of the tests, long enough to sign with",
      baseUrl: emulator.apiUrl,
      basePath: HOST_PATH,
      allowedOrigins: [pageOrigin],
      authorize: () => ({ reads: true, cancels: "any" }),
      // The tests break things on purpose and look at the answers; on the console it would only be noise.
      onError: () => {},
    });
  }
  await restart();

  const listener = getRequestListener((request) => handle(request), { overrideGlobalObjects: false });
  const otherOrigin = createServer(listener);
  await new Promise((resolve) => otherOrigin.listen(0, "127.0.0.1", resolve));

  return {
    listener,
    restart,
    emulator: () => emulator,
    crossOriginHost: `http://127.0.0.1:${otherOrigin.address().port}${HOST_PATH}`,
    async close() {
      otherOrigin.closeAllConnections();
      await new Promise((resolve) => otherOrigin.close(resolve));
      await emulator.close();
      await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
    },
  };
}
