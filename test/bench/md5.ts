/**
 * Compares the speed of the worker in Chromium, reading included, with the machine's `md5sum`:
 *
 *     npx tsx test/bench/md5.ts        512 MiB of random bytes, five alternating runs of each, medians
 *
 * Measures the published build of `md5.worker.js`. Exits with 1 when it is below the target or a digest is wrong.
 */
import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { open, stat } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium, type Page } from "playwright-core";
import { buildWorker } from "../../vite.worker.mjs";
import { chromiumArgs, findChromium } from "../support/browsers.mjs";

const FILE_BYTES = 512 * 1024 * 1024;
const RUNS = 5;
const TARGET = 0.65;

const worker = await buildWorker(fileURLToPath(new URL("../../src/hash/md5-worker.ts", import.meta.url)));
const folder = mkdtempSync(join(tmpdir(), "lightfield-bench-"));
const server = createServer((request, response) => {
  const isWorker = request.url === "/md5.worker.js";
  response.setHeader("content-type", isWorker ? "text/javascript" : "text/html");
  response.end(isWorker ? worker : "<!doctype html><title>MD5</title><input type=file>");
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const executablePath = findChromium();
if (!executablePath) throw new Error("No Chromium: set CHROMIUM_PATH.");
const browser = await chromium.launch({ executablePath, args: chromiumArgs() });

try {
  const path = await writeRandomFile(join(folder, "file"));
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await page.setInputFiles("input", path);

  // One warm-up run each: fills the file cache and compiles the code.
  const { md5 } = native(path);
  await inWorker(page);
  const nativeMs: number[] = [];
  const workerMs: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    nativeMs.push(native(path).ms);
    const hashed = await inWorker(page);
    if (hashed.md5 !== md5) throw new Error(`The worker says ${hashed.md5}, md5sum says ${md5}.`);
    workerMs.push(hashed.ms);
  }
  const ratio = median(nativeMs) / median(workerMs);
  console.log(`md5sum            ${describe(nativeMs)}`);
  console.log(`worker, Chromium  ${describe(workerMs)}`);
  console.log(`ratio             ${ratio.toFixed(2)} × md5sum (target ${TARGET})`);
  process.exitCode = ratio < TARGET ? 1 : 0;
} finally {
  await browser.close();
  server.close();
  rmSync(folder, { recursive: true, force: true });
}

async function writeRandomFile(path: string): Promise<string> {
  const file = await open(path, "w");
  try {
    const block = randomBytes(16 * 1024 * 1024);
    for (let written = 0; written < FILE_BYTES; written += block.length) {
      block.writeUInt32LE(written / block.length);
      await file.write(block);
    }
  } finally {
    await file.close();
  }
  const { size } = await stat(path);
  if (size !== FILE_BYTES) throw new Error(`The file has ${size} bytes.`);
  return path;
}

function native(path: string): { md5: string; ms: number } {
  const started = performance.now();
  const output = execFileSync("md5sum", [path], { encoding: "utf8" });
  return { md5: output.slice(0, 32), ms: performance.now() - started };
}

/** Hashes in a new worker. The time is measured from "ready" to the digest. */
function inWorker(page: Page): Promise<{ md5: string; ms: number }> {
  return page.evaluate(
    () =>
      new Promise<{ md5: string; ms: number }>((resolve, reject) => {
        const file = document.querySelector("input")?.files?.[0];
        const worker = new Worker("/md5.worker.js");
        let started = 0;
        worker.onerror = () => reject(new Error("The worker did not start."));
        worker.onmessage = ({ data }) => {
          if (data.kind === "ready") {
            started = performance.now();
            worker.postMessage({ kind: "hash", job: 1, file });
            return;
          }
          worker.terminate();
          if (data.kind === "digest") resolve({ md5: data.md5, ms: performance.now() - started });
          else reject(new Error(JSON.stringify(data)));
        };
      }),
  );
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function describe(ms: readonly number[]): string {
  const megabytes = (value: number) => Math.round(FILE_BYTES / 1e3 / value);
  return `${Math.round(median(ms))} ms, ${megabytes(median(ms))} MB/s (${megabytes(Math.max(...ms))} to ${megabytes(Math.min(...ms))})`;
}
