import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { chromium } from "playwright-core";
import type { RunningEmulator } from "../../demo/emulator/index.ts";
import type { DemoOptions, RunningDemo } from "../../demo/host/start-demo.ts";
import { startDemo } from "../../demo/host/start-demo.ts";
import { chromiumArgs, findChromium } from "../support/browsers.mjs";
import { WidgetPage } from "./widget-page.ts";

/** The whole demo on free ports, one Chromium, and a folder for source files: all gone after `close`. */
export interface Stage {
  readonly demo: RunningDemo;
  readonly emulator: RunningEmulator;
  readonly browser: Browser;
  /** For the files that a test drops. */
  readonly sourceDir: string;
  open(path?: string): Promise<WidgetPage>;
  /** Bytes of files that the demo's relay holds at this moment. */
  relayBytes(): Promise<number>;
  close(): Promise<void>;
}

export type StageOptions = Partial<Pick<DemoOptions, "emulator" | "authorize">>;

/** Room for tests that are not about rate limits, which the demo and the widget would otherwise spend time waiting out. */
export const NO_RATE_LIMIT = { limits: { requestsPerSecond: 10_000 } } as const;

export async function openStage(options: StageOptions = { emulator: NO_RATE_LIMIT }): Promise<Stage> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error("There is no Chromium on this machine: install it or set CHROMIUM_PATH.");
  const folder = await mkdtemp(join(tmpdir(), "lightfield-e2e-"));
  const sourceDir = await mkdtemp(join(folder, "source-"));
  const demo = await startDemo({ port: 0, dataDir: join(folder, "stored"), ...options });
  if (!demo.emulator) throw new Error("These tests need the local Lightfield.");
  const browser = await chromium.launch({ executablePath, args: chromiumArgs() });
  return {
    demo,
    emulator: demo.emulator,
    browser,
    sourceDir,
    async open(path = "/") {
      const context = await browser.newContext({ viewport: { width: 1200, height: 900 } });
      return WidgetPage.open(context, demo.url + path);
    },
    relayBytes: () => bytesIn(join(folder, "stored", "relay")),
    async close() {
      await browser.close();
      await demo.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Of whatever is larger than the little that a relay writes down about an upload. */
async function bytesIn(folder: string): Promise<number> {
  const names = await readdir(folder).catch(() => []);
  const sizes = await Promise.all(
    names.map(async (name) => (await stat(join(folder, name)).catch(() => null))?.size ?? 0),
  );
  return sizes.filter((size) => size > 65_536).reduce((sum, size) => sum + size, 0);
}

/** Asks again until the answer is yes; says what was waited for when it never is. */
export async function until(what: string, isSo: () => boolean | Promise<boolean>, timeoutMs = 15_000): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`Waited ${timeoutMs / 1000} s in vain until ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
