/**
 * Whole pages in each engine: what depends on the engine. Every other file of this folder runs in Chromium.
 * `ENGINES=firefox,webkit` chooses some of them; without it every engine that is installed.
 */
import { after, afterEach, before, describe, it } from "node:test";
import { findEngines } from "../../support/browsers.mjs";
import type { EngineBrowser } from "./engine.ts";
import { INTAKE } from "./intake-cases.ts";
import { launchChromium, launchFirefox } from "./puppeteer.ts";
import { SENDING } from "./sending-cases.ts";
import { type EngineStage, openEngineStage } from "./stage.ts";
import { launchWebKit } from "./webkit.ts";

const LAUNCH: Readonly<Record<string, () => Promise<EngineBrowser>>> = {
  chromium: launchChromium,
  firefox: launchFirefox,
  webkit: launchWebKit,
};

const present: readonly string[] = findEngines();
const asked = process.env.ENGINES?.split(",") ?? Object.keys(LAUNCH);

for (const [engine, launch] of Object.entries(LAUNCH)) {
  if (!asked.includes(engine)) continue;
  const isMissing = !present.includes(engine) && !process.env.CI;
  describe(`a page in ${engine}`, { skip: isMissing && `${engine} is not installed` }, () => {
    let stage: EngineStage;
    before(async () => {
      stage = await openEngineStage(launch);
    });
    afterEach(() => stage.endCase());
    after(() => stage.close());

    for (const [behaviour, run] of Object.entries({ ...INTAKE, ...SENDING })) it(behaviour, () => run(stage));
  });
}
