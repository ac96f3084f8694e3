import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, BrowserContextOptions, Download } from "playwright-core";
import type { RunningEmulator } from "../../demo/emulator/index.ts";
import type { DemoOptions, RunningDemo } from "../../demo/host/start-demo.ts";
import { startDemo } from "../../demo/host/start-demo.ts";
import { CapturedConsole } from "../support/announced.ts";
import { openBrowser } from "./shared-browser.mjs";
import { PATIENCE_MS } from "./waiting.ts";
import { WidgetPage } from "./widget-page.ts";

/** The whole demo on free ports, a Chromium, and a folder for source files: all gone after `close`. */
export interface Stage {
  readonly demo: RunningDemo;
  readonly emulator: RunningEmulator;
  readonly browser: Browser;
  /** For the files that a test drops. */
  readonly sourceDir: string;
  /** A page in a context of its own, or in the given one; of the demo, or of a site in front of it. */
  open(path?: string, within?: BrowserContext, origin?: string): Promise<WidgetPage>;
  newContext(options?: BrowserContextOptions): Promise<BrowserContext>;
  /** Bytes of files that the demo's relay holds at this moment. */
  relayBytes(): Promise<number>;
  /** What the host and the local Lightfield print. */
  readonly hostLog: CapturedConsole;
  /** Closes the pages of a test and fails if a page or the host logged what the test did not announce. */
  endTest(): Promise<void>;
  close(): Promise<void>;
}

export type StageOptions = Partial<Pick<DemoOptions, "emulator" | "authorize" | "calls" | "relay">>;

/** Room for tests that are not about rate limits, which the demo and the widget would otherwise spend time waiting out. */
export const NO_RATE_LIMIT = { limits: { requestsPerSecond: 10_000 } } as const;

/** @param own browser of this stage alone, which it closes; absent: the shared one */
export async function openStage(options: StageOptions = { emulator: NO_RATE_LIMIT }, own?: Browser): Promise<Stage> {
  const hostLog = new CapturedConsole();
  const folder = await mkdtemp(join(tmpdir(), "lightfield-e2e-"));
  const sourceDir = await mkdtemp(join(folder, "source-"));
  const demo = await startDemo({ port: 0, dataDir: join(folder, "stored"), ...options });
  const { emulator } = demo;
  if (!emulator) throw new Error("These tests need the local Lightfield.");
  const browser = own ?? (await openBrowser());
  const pages = new TestPages();
  const newContext = (contextOptions: BrowserContextOptions = {}) => openContext(browser, contextOptions);
  return {
    demo,
    emulator,
    browser,
    sourceDir,
    hostLog,
    newContext,
    open: async (path = "/", within, origin = demo.url) => pages.open(within ?? (await newContext()), origin + path),
    relayBytes: () => bytesIn(join(folder, "stored", "relay")),
    async endTest() {
      emulator.faults.clear();
      emulator.requests.clear();
      try {
        await pages.end();
      } finally {
        hostLog.assertAsAnnounced("the host's console");
      }
    },
    async close() {
      await browser.close();
      await demo.close();
      await rm(folder, { recursive: true, force: true });
      // What is logged about connections that end with the test file belongs to no test.
      hostLog.release();
    },
  };
}

/** The pages of one test. */
export class TestPages {
  readonly #open: WidgetPage[] = [];

  async open(context: BrowserContext, url: string): Promise<WidgetPage> {
    const page = await WidgetPage.open(context, url);
    this.#open.push(page);
    return page;
  }

  /** Closes them, and fails if one of them complained unexpectedly. */
  async end(): Promise<void> {
    const ended = this.#open.splice(0);
    for (const page of ended) await page.close();
    for (const { complaints } of ended) complaints.assertExpected();
  }
}

/** A new context of a usual size, in which everything may take its time. */
export async function openContext(browser: Browser, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, ...options });
  context.setDefaultTimeout(PATIENCE_MS);
  return context;
}

/** Bytes of a download, wherever the browser has put them. */
export async function downloaded(download: Download): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Of whatever is larger than the little that a relay writes down about an upload. */
async function bytesIn(folder: string): Promise<number> {
  const names = await readdir(folder).catch(() => []);
  const sizes = await Promise.all(
    names.map(async (name) => (await stat(join(folder, name)).catch(() => null))?.size ?? 0),
  );
  return sizes.filter((size) => size > 65_536).reduce((sum, size) => sum + size, 0);
}
