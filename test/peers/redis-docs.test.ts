/** The blocks of “Several instances” in server.md: two processes with one Redis and one store. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { after, before, describe, it } from "node:test";
import { Redis } from "ioredis";
import type { Session } from "../../src/engine/ports.ts";
import { createHostClient } from "../../src/host/host-client.ts";
import { type Backend, openBackend } from "../compat/backend.ts";
import { codeBlocks, ROOT } from "../docs/code-blocks.ts";
import { temporaryFolder } from "../server/relay/relay-lab.ts";
import { peersMissing } from "../support/ensure-peers.mjs";
import { startProgram, stopProgram } from "../support/processes.mjs";
import { until } from "../support/until.ts";

/** Stands for the `settings.ts` that the blocks import. */
const SETTINGS = `import { readdir } from "node:fs/promises";
import { FileStore } from "@tus/file-store";
import type { TokenEndpointOptions } from "lightfield-uploader/server";

const directory = process.env.RELAY_FOLDER ?? "";

export const options: TokenEndpointOptions = {
  apiKey: process.env.LIGHTFIELD_API_KEY,
  baseUrl: process.env.LIGHTFIELD_BASE_URL,
  secret: process.env.UPLOAD_SECRET,
  authorize: () => ({ subject: "ana", maxFilesPerDay: 2 }),
};
export const store = new FileStore({ directory });
export const listStored = async () => (await readdir(directory)).filter((name) => !name.endsWith(".json"));
`;

const MAIN = `import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { relay, uploads } from "./uploads";

const endpoint = getRequestListener(uploads, { overrideGlobalObjects: false });
const server = createServer((req, res) => {
  if (req.url?.startsWith("/api/relay")) relay.listener(req, res);
  else void endpoint(req, res);
}).listen(0, "127.0.0.1", () => console.log(server.address().port));
`;

/** Every command counts as slow, and is listed. */
const LOGS_ALL = ["--slowlog-log-slower-than", "0", "--slowlog-max-len", "1000"];
const never = new AbortController().signal;
const BYTES = Buffer.from("WEBVTT\n\n00:00.000 --> 00:02.000\nHello, and welcome.\n");

describe("“Several instances” of the docs, as two processes", { skip: peersMissing("Redis") }, () => {
  const programs: ReturnType<typeof startProgram>[] = [];
  let backend: Backend;
  let folder = "";
  let redis: Redis;
  let instances: string[] = [];

  before(async () => {
    backend = await openBackend();
    // No port, which another test could take before Redis does.
    const socket = join(temporaryFolder(), "redis.sock");
    programs.push(startProgram("redis-server", ["--port", "0", "--unixsocket", socket, "--save", "", ...LOGS_ALL]));
    redis = new Redis(socket);
    redis.on("error", () => {});
    await until("Redis to start", () => redis.status === "ready").catch((error: unknown) => {
      redis.disconnect();
      throw error;
    });
    // Below `test`, where imports of the package are resolved as in a project that has installed it.
    folder = mkdtempSync(join(ROOT, "test", "docs", "generated-"));
    const blocks = codeBlocks("demo/docs/server.md").filter(({ code }) => code.includes("./settings"));
    for (const { file, code } of blocks) writeFileSync(join(folder, file ?? ""), code);
    writeFileSync(join(folder, "settings.ts"), SETTINGS);
    writeFileSync(join(folder, "main.ts"), MAIN);
    const env = { REDIS_URL: socket, RELAY_FOLDER: temporaryFolder(), ...backend.environment };
    instances = await Promise.all([start(env), start(env)]);
  });
  after(async () => {
    redis.disconnect();
    // The instances first: they would complain that Redis is gone.
    for (const program of programs.reverse()) await stopProgram(program);
    await backend.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Address of a new process that serves the blocks. */
  function start(env: Readonly<Record<string, string>>): Promise<string> {
    const program = startProgram(process.execPath, ["--import", "tsx", join(folder, "main.ts")], {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "inherit"],
    });
    programs.push(program);
    return new Promise((resolve, reject) => {
      program.once("exit", (code) => reject(new Error(`the instance ended with ${code}`)));
      if (program.stdout) createInterface(program.stdout).once("line", (line) => resolve(`http://127.0.0.1:${line}`));
    });
  }

  const host = (instance = "") => createHostClient({ endpoint: `${instance}/api/uploads` });

  function create(instance: string | undefined): Promise<Session> {
    const file = { filename: "weekly.vtt", mimeType: "text/vtt", sizeBytes: BYTES.length };
    const rest = { purpose: null, context: null, replaces: null, idempotencyKey: crypto.randomUUID() };
    return host(instance).create({ ...file, ...rest }, never);
  }

  it("one receives the first half of a file, the other the rest, with locks and limits in Redis", async () => {
    const [one, other] = instances;
    const session = await create(one);
    assert.equal(session.transfer.kind, "tus");
    const { url, headers = {} } = session.transfer as { url: string; headers?: Record<string, string> };
    const half = Math.floor(BYTES.length / 2);
    const patch = (instance: string | undefined, from: number, to: number) =>
      fetch(`${instance}${new URL(url, one).pathname}`, {
        method: "PATCH",
        headers: {
          ...headers,
          "Tus-Resumable": "1.0.0",
          "Content-Type": "application/offset+octet-stream",
          "Upload-Offset": String(from),
        },
        body: BYTES.subarray(from, to),
      });
    assert.equal((await patch(one, 0, half)).status, 204);
    assert.equal((await patch(other, half, BYTES.length)).status, 204);
    const digest = createHash("md5").update(BYTES).digest("hex");
    assert.equal((await host(other).complete(session, digest, never)).status, "COMPLETED");

    await create(other);
    await assert.rejects(create(one), /at most 2 files a day/);
    // Not by MONITOR: its connection may go on reconnecting for ever when Redis is gone.
    const commands = JSON.stringify(await redis.call("SLOWLOG", "GET", "1000"));
    assert.ok(commands.includes("relay-lock:{"), commands);
  });
});
