/**
 * Throughput of the relay compared with a server that reads and discards, with the same client and storage that
 * discards. As a program it prints two measurements: one large file, and twenty at once.
 */
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { startScript, stopProgram } from "../../../support/processes.mjs";

const MIB = 1024 * 1024;
const BLOCK = Buffer.alloc(256 * 1024, 7);

export interface Speeds {
  readonly bare: number;
  readonly relay: number;
  readonly ratio: number;
  /** Resident memory of the relay before and at its highest, in bytes. */
  readonly memory: { readonly before: number; readonly most: number };
}

async function start(role: string, ...args: string[]) {
  const child = startScript(new URL("./servers.ts", import.meta.url), [role, ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (!child.stdout) throw new Error("The server has no output.");
  const [url] = (await once(createInterface(child.stdout), "line")) as [string];
  return { url, stop: () => stopProgram(child) };
}

/** Sends bytes in one PATCH; resolves with the time until the response, in seconds. */
async function send(url: string, bytes: number, headers: Record<string, string>): Promise<number> {
  const startedAt = performance.now();
  const req = request(url, { method: "PATCH", agent: false, headers: { ...headers, "content-length": bytes } });
  const answered = once(req, "response");
  for (let left = bytes; left > 0; left -= BLOCK.length) {
    if (!req.write(left < BLOCK.length ? BLOCK.subarray(0, left) : BLOCK))
      await Promise.race([once(req, "drain"), answered]);
  }
  req.end();
  const [response] = await answered;
  response.resume();
  if (response.statusCode !== 204) throw new Error(`The server answered ${response.statusCode}.`);
  await once(response, "end");
  return (performance.now() - startedAt) / 1000;
}

/** Medians of `rounds` rounds, each with `files` files at once. */
export async function measure({
  files,
  bytes,
  rounds,
}: {
  files: number;
  bytes: number;
  rounds: number;
}): Promise<Speeds> {
  const directory = mkdtempSync(join(tmpdir(), "lightfield-speed-"));
  const sink = await start("sink");
  const bare = await start("bare");
  const relay = await start("relay", sink.url, directory);
  const memoryNow = async () => Number(await (await fetch(`${relay.url}/memory`)).text());
  const speeds: { bare: number[]; relay: number[] } = { bare: [], relay: [] };
  try {
    const before = await memoryNow();
    let most = before;
    const watching = setInterval(async () => {
      most = Math.max(most, await memoryNow().catch(() => 0));
    }, 50);
    for (let round = 0; round < rounds; round += 1) {
      speeds.bare.push(await throughput(files, bytes, async () => send(bare.url, bytes, {})));
      speeds.relay.push(
        await throughput(files, bytes, async () => {
          const transfer = await (await fetch(`${relay.url}/open?bytes=${bytes}`)).json();
          return send(transfer.url, bytes, {
            ...transfer.headers,
            "tus-resumable": "1.0.0",
            "upload-offset": "0",
            "content-type": "application/offset+octet-stream",
          });
        }),
      );
    }
    clearInterval(watching);
    const [bareSpeed, relaySpeed] = [median(speeds.bare), median(speeds.relay)];
    return { bare: bareSpeed, relay: relaySpeed, ratio: relaySpeed / bareSpeed, memory: { before, most } };
  } finally {
    for (const server of [relay, bare, sink]) await server.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

/** MiB a second. */
async function throughput(files: number, bytes: number, one: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: files }, one));
  return (files * bytes) / MIB / ((performance.now() - startedAt) / 1000);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const setup of [
    { files: 1, bytes: 256 * MIB, rounds: 3 },
    { files: 20, bytes: 24 * MIB, rounds: 3 },
  ]) {
    const { bare, relay, ratio, memory } = await measure(setup);
    console.log(
      `${setup.files} × ${setup.bytes / MIB} MiB: bare ${bare.toFixed(0)} MiB/s, relay ${relay.toFixed(0)} MiB/s, ratio ` +
        `${ratio.toFixed(2)}; memory ${(memory.before / MIB).toFixed(0)} → ${(memory.most / MIB).toFixed(0)} MiB`,
    );
  }
}
