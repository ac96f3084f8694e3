/** Shared by the suites that send files: a random file, the receiving server, a Chromium page with the file, memory samples. */
import { type ChildProcess, fork } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdtemp, open, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { findChromium } from "../support/browsers.mjs";

export interface BenchPage {
  readonly page: Page;
  readonly browser: Browser;
  readonly sinkUrl: string;
  /** MD5 of the file in the page's input. */
  readonly md5: string;
}

/** Returns the file served at a path, or null; the page itself is "/". */
export type ServedFiles = (path: string) => Promise<string | Buffer | null>;

/** Runs `measure` on a page whose file input holds a random file, then closes browser and servers. */
export async function onBenchPage(
  { mib, files }: { readonly mib: number; readonly files: ServedFiles },
  measure: (bench: BenchPage) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "lightfield-bench-"));
  const sink = fork(new URL("./sink.mjs", import.meta.url), { stdio: ["ignore", "pipe", "inherit", "ipc"] });
  const pages = createServer(async ({ url = "/" }, response) => {
    const body = await files(url);
    if (body === null) return response.writeHead(404).end();
    return response.writeHead(200, { "content-type": url.endsWith(".js") ? "text/javascript" : "text/html" }).end(body);
  });
  let browser: Browser | null = null;
  try {
    const path = join(folder, "recording.bin");
    const md5 = await writeRandomFile(path, mib);
    const sinkUrl = `http://127.0.0.1:${await portOf(sink)}`;
    await new Promise<void>((resolve) => pages.listen(0, "127.0.0.1", resolve));
    browser = await chromium.launch({
      executablePath: findChromium() ?? "",
      args: ["--no-sandbox", "--disable-background-networking"],
    });
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(pages.address() as AddressInfo).port}/`);
    await page.setInputFiles("input", path);
    await page.evaluate("window.ready");
    await measure({ page, browser, sinkUrl, md5 });
  } finally {
    await browser?.close();
    pages.close();
    sink.disconnect();
    await rm(folder, { recursive: true, force: true });
  }
}

function portOf(sink: ChildProcess): Promise<number> {
  return new Promise((resolve) => sink.stdout?.once("data", (text) => resolve(Number(text))));
}

async function writeRandomFile(path: string, mib: number): Promise<string> {
  const file = await open(path, "w");
  const block = randomBytes(4 * 1_048_576);
  for (let written = 0; written < mib; written += 4) {
    block.writeUInt32LE(written);
    await file.write(block);
  }
  await file.close();
  const hash = createHash("md5");
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest("hex");
}

/** Samples the renderer's resident memory; `stop` returns the largest growth in MiB. */
export async function watchRenderer(on: Browser): Promise<{ stop(): number }> {
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
      // The browser may already be closed.
      cdp.detach().catch(() => {});
      return peak - before;
    },
  };
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
