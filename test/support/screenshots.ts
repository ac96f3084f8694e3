/**
 * Photographs the elements in every state, theme and width into `screenshots/`.
 *
 *     npm run screenshots                      all
 *     npm run screenshots -- uploading error   some states
 *     npm run screenshots -- lang=ar error     in another language
 */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { chromiumArgs, findChromium } from "./browsers.mjs";
import { FILES_STATES } from "./screenshots/files-states.ts";
import { STATES } from "./screenshots/states.ts";
import { ROOT, serveSources } from "./source-server.ts";

const THEMES = ["light", "dark"] as const;
const WIDTHS = [320, 640, 960];

const folder = join(ROOT, "screenshots");
const isLang = (word: string) => word.startsWith("lang=");
const lang = process.argv.find(isLang)?.slice(5) ?? "en";
const asked = process.argv.slice(2).filter((word) => !isLang(word));
const states = [...Object.keys(STATES), ...Object.keys(FILES_STATES)].filter(
  (state) => asked.length === 0 || asked.includes(state),
);

const server = await serveSources();
const executablePath = findChromium();
const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: chromiumArgs() });
try {
  await mkdir(folder, { recursive: true });
  const page = await browser.newPage({ deviceScaleFactor: 2, reducedMotion: "reduce" });
  page.on("pageerror", (error) => {
    process.exitCode = 1;
    console.error(error);
  });
  for (const state of states) {
    for (const theme of THEMES) {
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 1000 });
        await page.goto(`${server.url}test/support/screenshots/index.html?state=${state}&theme=${theme}&lang=${lang}`);
        await page.locator("html[data-ready]").waitFor();
        await page
          .locator("body")
          .screenshot({ path: join(folder, `${state}-${theme}-${width}${lang === "en" ? "" : `-${lang}`}.png`) });
      }
    }
    console.log(state);
  }
} finally {
  await browser.close();
  await server.close();
}
