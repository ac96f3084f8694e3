import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RunningEmulator } from "../../../demo/emulator/index.ts";
import { startDemo } from "../../../demo/host/start-demo.ts";
import { CapturedConsole } from "../../support/announced.ts";
import { NO_RATE_LIMIT } from "../support.ts";
import type { EngineBrowser, EnginePage } from "./engine.ts";
import { Site } from "./site.ts";
import { EngineWidget } from "./widget.ts";

/** The whole demo behind a site, and one browser of any engine. */
export interface EngineStage {
  readonly emulator: RunningEmulator;
  readonly site: Site;
  /** For the files that a test chooses. */
  readonly sourceDir: string;
  /** Opens the page of the demo in a tab of its own, which is closed after the case. */
  open(path?: string): Promise<EngineWidget>;
  openBlank(): Promise<EnginePage>;
  /** Number of requests of that kind that Lightfield and its storage got since the case began. */
  asked(phase: string): number;
  endCase(): Promise<void>;
  close(): Promise<void>;
}

export async function openEngineStage(launch: () => Promise<EngineBrowser>): Promise<EngineStage> {
  // The host's own lines about refused calls are the subject of other tests.
  const hostLog = new CapturedConsole();
  const folder = await mkdtemp(join(tmpdir(), "lightfield-engine-"));
  const sourceDir = await mkdtemp(join(folder, "source-"));
  const demo = await startDemo({ port: 0, dataDir: join(folder, "stored"), emulator: NO_RATE_LIMIT });
  const { emulator } = demo;
  if (!emulator) throw new Error("These tests need the local Lightfield.");
  const site = await Site.start(demo.url);
  const browser = await launch();
  const pages: EnginePage[] = [];
  const openPage = async (url: string) => {
    const page = await browser.open(url);
    pages.push(page);
    return page;
  };
  return {
    emulator,
    site,
    sourceDir,
    open: async (path = "/") => EngineWidget.on(await openPage(site.origin + path)),
    openBlank: () => openPage(`${site.origin}/blank`),
    asked: (phase) => emulator.requests.entries.filter((entry) => entry.phase === phase).length,
    async endCase() {
      for (const page of pages.splice(0)) await page.close();
      emulator.faults.clear();
      emulator.requests.clear();
      site.reset();
    },
    async close() {
      await browser.close();
      site.close();
      await demo.close();
      await rm(folder, { recursive: true, force: true });
      hostLog.release();
    },
  };
}
