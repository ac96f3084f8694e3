import assert from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { Agent, request } from "node:https";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { Upload } from "tus-js-client";
import type { RunningEmulator } from "../../demo/emulator/index.ts";
import { RelayS3Store } from "../../demo/recipes/relay-s3-store.ts";
import { freePort, startProgram, startScript, stopProgram } from "../support/processes.mjs";
import { type RunningProxy, startProxy } from "../support/proxies.mjs";
import { startS3 } from "../support/s3-server.mjs";
import { SlowHttpStack } from "./slow-http-stack.ts";

export interface RollingOptions {
  readonly files: number;
  /** Size of each file. */
  readonly bytes: number;
  /** Files that travel at the same time. */
  readonly parallel: number;
  /** Speed of each client's line; without a limit, most requests are over before a server is stopped. */
  readonly bytesPerSecond?: number;
}

export interface RollingResult {
  readonly verified: number;
  /** Bytes that nginx received from clients with PATCH, divided by the bytes of all files. */
  readonly received: number;
  /** Bytes that storage received, divided by the bytes of all files. */
  readonly stored: number;
  readonly restarts: number;
  readonly kills: number;
  /** Requests with bytes that were cut off: nginx answered them itself, or nobody did. */
  readonly cutOff: number;
}

interface Instance {
  readonly port: number;
  child: ReturnType<typeof startProgram>;
  /** Requests whose bytes are arriving at this moment. */
  arriving: number;
}

/** Certificates of the test are nobody's, and each connection may reach another instance. */
const agent = new Agent({ rejectUnauthorized: false, keepAlive: false });

/**
 * Uploads files through nginx and three instances that share a bucket and Redis, while each instance is restarted once
 * (SIGTERM) and killed once (SIGKILL).
 */
export async function roll(
  emulator: RunningEmulator,
  { files, bytes, parallel, bytesPerSecond = Number.POSITIVE_INFINITY }: RollingOptions,
): Promise<RollingResult> {
  const s3 = await startS3();
  const redisPort = await freePort();
  const redis = startProgram("redis-server", ["--port", String(redisPort), "--bind", "127.0.0.1", "--save", ""]);
  const instances: Instance[] = [];
  let proxy: RunningProxy | null = null;
  try {
    await makeBucket(s3);
    const publicPort = await freePort();
    const start = (port: number): Promise<Instance> =>
      startInstance({
        port,
        publicUrl: `https://127.0.0.1:${publicPort}`,
        lightfield: { apiKey: emulator.apiKey, apiUrl: emulator.apiUrl },
        s3: { ...s3, close: undefined },
        redisUrl: `redis://127.0.0.1:${redisPort}`,
      });
    for (let n = 0; n < 3; n += 1) {
      const port = await freePort();
      instances.push(await start(port));
    }
    const ports = instances.map(({ port }) => port);
    proxy = await startProxy("nginx", ports, undefined, publicPort);

    let finished = 0;
    const contents = Array.from({ length: files }, () => randomBytes(bytes));
    const queue = [...contents.entries()];
    const verified: string[] = [];
    const worker = async () => {
      for (let next = queue.shift(); next; next = queue.shift()) {
        verified.push(await uploadOne(`${proxy?.url}`, next[0], next[1], bytesPerSecond));
        finished += 1;
      }
    };
    const uploading = Promise.all(Array.from({ length: parallel }, worker));
    uploading.catch(() => {});

    const pause = () => Promise.race([uploading, sleep(20)]);
    let [restarts, kills] = [0, 0];
    // Spread over the run: the next disturbance comes when a further part of the files is finished.
    const steps = ports.flatMap((port) => [
      { port, signal: "SIGTERM" as const },
      { port, signal: "SIGKILL" as const },
    ]);
    for (const [index, { port, signal }] of steps.entries()) {
      const dueAt = Math.floor((index * files) / (steps.length + 1));
      while (finished < dueAt) await pause();
      const place = ports.indexOf(port);
      const instance = instances[place] as Instance;
      while (bytesPerSecond < Number.POSITIVE_INFINITY && instance.arriving === 0 && finished < files) await pause();
      const gone = once(instance.child, "exit");
      instance.child.kill(signal);
      await gone;
      instances[place] = await start(port);
      if (signal === "SIGTERM") restarts += 1;
      else kills += 1;
    }
    await uploading;

    const total = files * bytes;
    const patches = (await proxy.requests()).filter(({ method }) => method === "PATCH");
    const put = emulator.requests.entries.filter(({ side, method }) => side === "storage" && method === "PUT");
    return {
      verified: new Set(verified).size,
      received: patches.reduce((sum, patch) => sum + patch.bytes, 0) / total,
      stored: put.reduce((sum, { bytesIn }) => sum + bytesIn, 0) / total,
      restarts,
      kills,
      cutOff: patches.filter(({ status }) => status >= 499).length,
    };
  } finally {
    await proxy?.close();
    for (const { child } of instances) await stopProgram(child);
    await stopProgram(redis);
    await s3.close();
  }
}

async function makeBucket(s3: { endpoint: string; accessKeyId: string; secretAccessKey: string }): Promise<void> {
  class Bucket extends RelayS3Store {
    async make(): Promise<void> {
      await this.client.createBucket({ Bucket: this.bucket });
    }
  }
  const { endpoint, ...credentials } = s3;
  await new Bucket({
    s3ClientConfig: { bucket: "relay", region: "us-east-1", endpoint, credentials, forcePathStyle: true },
  }).make();
}

async function startInstance(settings: { readonly port: number; readonly [name: string]: unknown }): Promise<Instance> {
  const script = new URL("./programs/relay-instance.ts", import.meta.url);
  const child = startScript(script, [JSON.stringify(settings)], {
    stdio: ["ignore", "pipe", "ignore"],
    env: { ...process.env, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true" },
  });
  if (!child.stdout) throw new Error("The instance has no output.");
  const lines = createInterface(child.stdout);
  await once(lines, "line");
  const instance: Instance = { port: settings.port, child, arriving: 0 };
  lines.on("line", (line) => {
    instance.arriving += line === "arriving" ? 1 : -1;
  });
  return instance;
}

/** Uploads one file like the widget: create, tus, complete, each with retries. Resolves with its id. */
async function uploadOne(origin: string, index: number, content: Buffer, bytesPerSecond: number): Promise<string> {
  const body = { filename: `file-${index}.bin`, mimeType: "application/octet-stream", sizeBytes: content.length };
  const session = await insist(`${origin}/api/uploads`, body, { "idempotency-key": `file-${index}` });
  const { transfer } = session as { transfer: { url: string; headers: Record<string, string>; chunkBytes: number } };
  await new Promise<void>((resolve, reject) => {
    new Upload(content, {
      uploadUrl: transfer.url,
      headers: transfer.headers,
      chunkSize: transfer.chunkBytes,
      httpStack: new SlowHttpStack({ agent }, bytesPerSecond),
      storeFingerprintForResuming: false,
      retryDelays: Array.from({ length: 60 }, (_, attempt) => Math.min(100 * (attempt + 1), 1000)),
      onSuccess: () => resolve(),
      onError: reject,
    }).start();
  });
  const md5 = createHash("md5").update(content).digest("hex");
  const done = await insist(
    `${origin}/api/uploads/${session.id}/complete`,
    { md5 },
    { "x-lightfield-file-token": `${session.token}` },
  );
  assert.equal(done.status, "COMPLETED");
  return `${done.id}`;
}

/** Repeats a call while the server is not there or is busy, like the widget. */
async function insist(url: string, body: object, headers: Record<string, string>): Promise<Record<string, unknown>> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await post(url, body, headers);
    } catch (error) {
      if (attempt >= 60) throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.min(100 * attempt, 1000)));
    }
  }
}

function post(url: string, body: object, headers: Record<string, string>): Promise<Record<string, unknown>> {
  return new Promise((resolve, reject) => {
    const asked = request(
      url,
      { method: "POST", agent, headers: { "content-type": "application/json", ...headers } },
      (answer) => {
        let text = "";
        answer.on("data", (chunk) => {
          text += chunk;
        });
        answer.on("end", () => {
          if (answer.statusCode === 200) resolve(JSON.parse(text));
          else reject(new Error(`${url} answered ${answer.statusCode}: ${text.slice(0, 200)}`));
        });
        answer.on("error", reject);
      },
    );
    asked.on("error", reject);
    asked.end(JSON.stringify(body));
  });
}
