/** Runs contenders in one Chromium, each on a page of its own, against one sink, and measures them from outside. */
import { type ChildProcess, fork } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdtemp, open, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, request as openRequest, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { type Browser, chromium, type Page } from "playwright-core";
import { chromiumArgs, findChromium } from "../support/browsers.mjs";
import { bundlePage, type Files, type PageName } from "./bundles.ts";
import type { Job, Ran } from "./pages/contender.ts";

export interface Measured extends Ran {
  /** Seconds of CPU that the page's processes used. */
  readonly cpuS: number;
  /** Largest growth of the page's memory, in MiB. */
  readonly grownMib: number;
}

export interface Loaded {
  readonly path: string;
  readonly gzipBytes: number;
}

export class Stage {
  readonly browser: Browser;
  readonly folder: string;
  readonly sinkUrl: string;
  readonly #sink: ChildProcess;
  readonly #server: Server;
  readonly #pages: Map<string, Files>;
  readonly #loaded: Loaded[] = [];
  #runs = 0;

  static async open(names: readonly PageName[]): Promise<Stage> {
    const folder = await mkdtemp(join(tmpdir(), "lightfield-bench-"));
    const pages = new Map<string, Files>();
    for (const name of names) pages.set(name, await bundlePage(name));
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const sink = fork(new URL("./sink.mjs", import.meta.url), { stdio: ["ignore", "pipe", "inherit", "ipc"] });
    const sinkPort = await new Promise<number>((resolve, reject) => {
      sink.stdout?.once("data", (text) => resolve(Number(text)));
      sink.once("exit", () => reject(new Error("The sink did not start: `npm run build` comes first.")));
    });
    const browser = await chromium.launch({
      executablePath: findChromium() ?? "",
      args: [...chromiumArgs(), "--disable-background-networking"],
    });
    return new Stage({ browser, folder, sink, sinkUrl: `http://127.0.0.1:${sinkPort}`, server, pages });
  }

  private constructor(parts: {
    browser: Browser;
    folder: string;
    sink: ChildProcess;
    sinkUrl: string;
    server: Server;
    pages: Map<string, Files>;
  }) {
    this.browser = parts.browser;
    this.folder = parts.folder;
    this.sinkUrl = parts.sinkUrl;
    this.#sink = parts.sink;
    this.#server = parts.server;
    this.#pages = parts.pages;
    parts.server.on("request", (incoming, response) => {
      const { url = "/", headers, method } = incoming;
      // The endpoint is on the origin of the page, as in an application.
      if (url.startsWith("/api/")) {
        const onward = openRequest(`${parts.sinkUrl}${url}`, { method, headers }, (answer) => {
          response.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(response);
        });
        incoming.pipe(onward);
        return;
      }
      const body = this.#pages.get(headers.host?.split(".")[0] ?? "")?.get(url);
      if (body === undefined) return void response.writeHead(404).end();
      if (url.endsWith(".js")) this.#loaded.push({ path: url, gzipBytes: gzipSync(body, { level: 9 }).length });
      response.writeHead(200, { "content-type": typeOf(url), "cache-control": "no-store" }).end(body);
    });
  }

  /** Scripts that pages have loaded since the last call. */
  takeLoaded(): Loaded[] {
    return this.#loaded.splice(0);
  }

  /** Opens a fresh page of a contender. Each has its own host, and with it its own process and cache. */
  async openPage(name: PageName, { cpuRate = 1 } = {}): Promise<Page> {
    const context = await this.browser.newContext();
    const page = await context.newPage();
    page.on("pageerror", (error) => console.error(name, error));
    if (cpuRate > 1) {
      const cdp = await context.newCDPSession(page);
      await cdp.send("Emulation.setCPUThrottlingRate", { rate: cpuRate });
    }
    await page.goto(`http://${name}.localhost:${(this.#server.address() as AddressInfo).port}/`);
    return page;
  }

  /** Uploads the files once with a contender, on a fresh page, which `before` and `after` may look at. */
  async run(
    name: PageName,
    paths: readonly string[],
    {
      before,
      after,
      ...job
    }: Omit<Job, "sinkUrl"> & { before?: (page: Page) => Promise<void>; after?: (page: Page) => Promise<void> },
  ): Promise<Measured> {
    const page = await this.openPage(name);
    await page.setInputFiles("#files", [...paths]);
    await page.evaluate("window.ready");
    await before?.(page);
    const watch = await this.#watch();
    const sinkUrl = `${this.sinkUrl}/run-${++this.#runs}`;
    const ran = await page.evaluate((given) => window.run(given), { ...job, sinkUrl } as Job);
    const used = await watch();
    await after?.(page);
    await page.context().close();
    return { ...ran, ...used };
  }

  /** Measures CPU and memory of the page's processes until the returned function is called. */
  async #watch(): Promise<() => Promise<{ cpuS: number; grownMib: number }>> {
    const cdp = await this.browser.newBrowserCDPSession();
    const { processInfo } = await cdp.send("SystemInfo.getProcessInfo");
    await cdp.detach();
    const pids = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => id);
    const cpu = await cpuOf(pids);
    const memory = await residentMib(pids);
    let peak = memory;
    const timer = setInterval(() => void residentMib(pids).then((mib) => (peak = Math.max(peak, mib))), 100);
    return async () => {
      clearInterval(timer);
      return { cpuS: (await cpuOf(pids)) - cpu, grownMib: peak - memory };
    };
  }

  async writeRandomFile(name: string, mib: number): Promise<{ readonly path: string; readonly md5: string }> {
    const path = join(this.folder, name);
    const file = await open(path, "w");
    const block = randomBytes(1_048_576);
    for (let written = 0; written < mib; written += 1) {
      block.writeUInt32LE(written);
      await file.write(block);
    }
    await file.close();
    const hash = createHash("md5");
    for await (const chunk of createReadStream(path)) hash.update(chunk);
    return { path, md5: hash.digest("hex") };
  }

  async writeSmallFiles(count: number, bytes: number, ending: string): Promise<string[]> {
    const paths = Array.from({ length: count }, (_, index) =>
      join(this.folder, `file-${String(index).padStart(5, "0")}.${ending}`),
    );
    for (let at = 0; at < count; at += 500) {
      await Promise.all(paths.slice(at, at + 500).map((path) => writeFile(path, randomBytes(bytes))));
    }
    return paths;
  }

  async close(): Promise<void> {
    await this.browser.close();
    this.#server.close();
    this.#sink.disconnect();
    await rm(this.folder, { recursive: true, force: true });
  }
}

function typeOf(url: string): string {
  return url.endsWith(".js") ? "text/javascript" : url.endsWith(".css") ? "text/css" : "text/html";
}

/** Clock ticks a second in /proc, which is 100 on every Linux that Node supports. */
const TICKS = 100;

async function cpuOf(pids: readonly number[]): Promise<number> {
  const texts = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/stat`, "utf8").catch(() => "")));
  const ticks = texts.map((text) => {
    // The name may contain spaces, so the fields are counted from its end.
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    return Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
  });
  return ticks.reduce((sum, one) => sum + one, 0) / TICKS;
}

async function residentMib(pids: readonly number[]): Promise<number> {
  const texts = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/status`, "utf8").catch(() => "")));
  return texts.reduce((sum, text) => sum + Number(/^RssAnon:\s+(\d+)/m.exec(text)?.[1] ?? 0) / 1_024, 0);
}
