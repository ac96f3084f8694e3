/**
 * Sends many small files through the endpoint to a Lightfield that allows 25 writes a second. Reports the time as a multiple
 * of the minimum that this limit allows, and the number of refused requests.
 *
 *     npm run bench -- --suite many-files [--files 1000] [--at-once 3] [--instances 1]
 */
import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { getRequestListener } from "@hono/node-server";
import { startEmulator } from "../../demo/emulator/index.ts";
import { DEFAULT_LIMITS } from "../../demo/emulator/limits.ts";
import { UploadError } from "../../src/engine/errors.ts";
import { createHostClient } from "../../src/host/host-client.ts";
import { createTokenEndpoint } from "../../src/server/index.ts";

const { values } = parseArgs({
  options: {
    suite: { type: "string" },
    files: { type: "string" },
    "at-once": { type: "string" },
    instances: { type: "string" },
  },
});
const FILES = Number(values.files ?? 1000);
const AT_ONCE = Number(values["at-once"] ?? 3);
const INSTANCES = Number(values.instances ?? 1);
const BUDGET = 1.15;
const WRITES_PER_FILE = 2;

const folder = await mkdtemp(join(tmpdir(), "lightfield-bench-"));
const emulator = await startEmulator({ dataDir: folder });
const handlers = Array.from({ length: INSTANCES }, () =>
  createTokenEndpoint({
    apiKey: emulator.apiKey,
    secret: randomBytes(33).toString("base64url"),
    baseUrl: emulator.apiUrl,
    authorize: () => ({ subject: "one page" }),
    onError: (error) => console.error(error.message),
  }),
);
const servers = handlers.map((handle) => createServer(getRequestListener(handle, { overrideGlobalObjects: false })));
for (const server of servers) await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const hosts = servers.map((server) =>
  createHostClient({ endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/uploads` }),
);

const bytes = new Uint8Array(randomBytes(10_240));
const md5 = createHash("md5").update(bytes).digest("hex");
let next = 0;
let refusals = 0;
const failures: string[] = [];

/** Retries a rate-limited call after its Retry-After, as the widget does. */
async function retryRateLimited<T>(call: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof UploadError) || error.code !== "rate-limited") throw error;
      refusals += 1;
      await new Promise((resolve) => setTimeout(resolve, error.retryAfterMs ?? 1000));
    }
  }
}

async function uploadUntilDone(host: (typeof hosts)[number]): Promise<void> {
  while (next < FILES) {
    const index = next++;
    const idempotencyKey = crypto.randomUUID();
    const file = { filename: `file-${index}.txt`, mimeType: "text/plain", sizeBytes: bytes.length };
    const request = { ...file, purpose: null, context: { index }, replaces: null, idempotencyKey };
    const { signal } = new AbortController();
    try {
      const session = await retryRateLimited(() => host.create(request, signal));
      const { url, headers } = session.transfer;
      const put = await fetch(url, { method: "PUT", headers, body: bytes });
      if (!put.ok) throw new Error(`storage answered ${put.status}`);
      await retryRateLimited(() => host.complete(session, md5, signal));
    } catch (error) {
      failures.push(`${file.filename}: ${error instanceof Error ? error.message : error}`);
    }
  }
}

const startedAt = performance.now();
await Promise.all(
  Array.from({ length: AT_ONCE }, (_, slot) => hosts[slot % hosts.length]).map((host) => host && uploadUntilDone(host)),
);
const seconds = (performance.now() - startedAt) / 1000;
const ideal = (FILES * WRITES_PER_FILE) / DEFAULT_LIMITS.requestsPerSecond;
const completed = emulator.files().filter(({ status }) => status === "COMPLETED").length;
const limited = emulator.requests.entries.filter(({ status }) => status === 429).length;

console.log(`${FILES} files of 10 KiB, ${AT_ONCE} at once, ${INSTANCES} instance(s) of the endpoint`);
console.log(`completed ${completed}, failed ${failures.length}`);
console.log(`429s: ${limited} from Lightfield to the endpoint, ${refusals} from the endpoint to the page`);
console.log(
  `${seconds.toFixed(1)} s = ${(seconds / ideal).toFixed(3)} x the ${ideal.toFixed(0)} s that 25 writes a second require (budget ${BUDGET})`,
);
for (const failure of failures.slice(0, 5)) console.log(failure);
if (completed !== FILES || seconds / ideal > BUDGET) process.exitCode = 1;

for (const server of servers) {
  server.closeAllConnections();
  server.close();
}
await emulator.close();
await rm(folder, { recursive: true, force: true });
