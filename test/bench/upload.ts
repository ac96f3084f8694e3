/**
 * What the widget costs over a bare XHR PUT of the same file: alternating runs, medians, as a ratio within one run.
 *
 *     npm run bench -- --suite upload [--mib 512] [--rounds 5]
 */
import { fork } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdtemp, open, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Browser, chromium, type Page } from "playwright-core";
import { findChromium } from "../support/browsers.mjs";

const { values } = parseArgs({
  options: { suite: { type: "string" }, mib: { type: "string" }, rounds: { type: "string" } },
});
const MIB = Number(values.mib ?? 512);
const ROUNDS = Number(values.rounds ?? 5);

const LINES = [
  { name: "full loopback speed", bytesPerSecond: 0, budget: 1.3, rounds: ROUNDS },
  { name: "1 Gbit/s", bytesPerSecond: 125_000_000, budget: 1.15, rounds: ROUNDS },
  { name: "100 Mbit/s", bytesPerSecond: 12_500_000, budget: 1.02, rounds: Math.min(2, ROUNDS) },
];

interface WidgetRun {
  readonly ms: number;
  readonly longTasks: readonly number[];
}

const folder = await mkdtemp(join(tmpdir(), "lightfield-bench-"));
const sink = fork(new URL("./sink.mjs", import.meta.url), { stdio: ["ignore", "pipe", "inherit", "ipc"] });
const pages = createServer(servePage);
let browser: Browser | null = null;
try {
  const path = join(folder, "recording.bin");
  const expectedMd5 = await writeRandomFile(path);
  const sinkPort = await new Promise<number>((resolve) => sink.stdout?.once("data", (text) => resolve(Number(text))));
  await new Promise<void>((resolve) => pages.listen(0, "127.0.0.1", resolve));
  browser = await chromium.launch({
    executablePath: findChromium() ?? "",
    args: ["--no-sandbox", "--disable-background-networking"],
  });
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(pages.address() as AddressInfo).port}/`);
  await page.setInputFiles("input", path);
  await page.evaluate("window.ready");

  for (const line of LINES) {
    const url = `http://127.0.0.1:${sinkPort}/file?rate=${line.bytesPerSecond}`;
    await measure(browser, page, url, line);
  }
  const md5 = await page.evaluate("window.lastMd5");
  console.log(`MD5 ${md5 === expectedMd5 ? "right" : `WRONG: ${String(md5)}`}`);
} finally {
  await browser?.close();
  pages.close();
  sink.disconnect();
  await rm(folder, { recursive: true, force: true });
}

async function measure(on: Browser, page: Page, url: string, line: (typeof LINES)[number]): Promise<void> {
  const bare: number[] = [];
  const widget: number[] = [];
  const growth: number[] = [];
  let longestTask = 0;
  if (line.bytesPerSecond === 0) {
    await page.evaluate(`window.bare("${url}")`);
    await page.evaluate(`window.widget("${url}")`);
  }
  for (let round = 0; round < line.rounds; round += 1) {
    bare.push((await page.evaluate(`window.bare("${url}")`)) as number);
    const memory = await watchRenderer(on);
    const run = (await page.evaluate(`window.widget("${url}")`)) as WidgetRun;
    growth.push(memory.stop());
    widget.push(run.ms);
    longestTask = Math.max(longestTask, ...run.longTasks);
  }
  const ratio = median(widget) / median(bare);
  const rate = (MIB * 1.048576) / (median(bare) / 1_000);
  console.log(
    `${line.name}: ${ratio.toFixed(3)} × a bare PUT (budget ${line.budget}; bare ${rate.toFixed(0)} MB/s, ${line.rounds} rounds); ` +
      `long tasks: ${longestTask ? `up to ${longestTask.toFixed(0)} ms` : "none over 50 ms"}; renderer grows ${median(growth).toFixed(0)} MiB`,
  );
}

/** Samples the renderer's resident memory; `stop` tells the largest growth in MiB. */
async function watchRenderer(on: Browser): Promise<{ stop(): number }> {
  const cdp = await on.newBrowserCDPSession();
  const { processInfo } = await cdp.send("SystemInfo.getProcessInfo");
  const pids = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => id);
  const residentMib = async () => {
    const texts = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/status`, "utf8").catch(() => "")));
    return texts.reduce((sum, text) => sum + Number(/^RssAnon:\s+(\d+)/m.exec(text)?.[1] ?? 0) / 1_024, 0);
  };
  const before = await residentMib();
  let peak = before;
  const timer = setInterval(() => void residentMib().then((mib) => (peak = Math.max(peak, mib))), 50);
  return {
    stop() {
      clearInterval(timer);
      void cdp.detach();
      return peak - before;
    },
  };
}

async function writeRandomFile(path: string): Promise<string> {
  const file = await open(path, "w");
  const block = randomBytes(4 * 1_048_576);
  for (let written = 0; written < MIB; written += 4) {
    block.writeUInt32LE(written);
    await file.write(block);
  }
  await file.close();
  const hash = createHash("md5");
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest("hex");
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

async function servePage(request: import("node:http").IncomingMessage, response: import("node:http").ServerResponse) {
  const name = /^\/dist\/([\w.-]+\.js)$/.exec(request.url ?? "")?.[1];
  const file = name ? new URL(`../../dist/${name}`, import.meta.url) : new URL("./page.html", import.meta.url);
  const body = await readFile(file).catch(() => null);
  if (!body) return response.writeHead(404).end();
  return response.writeHead(200, { "content-type": name ? "text/javascript" : "text/html" }).end(body);
}
