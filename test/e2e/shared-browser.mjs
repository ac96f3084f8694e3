/**
 * What the files of whole-page tests share: one Chromium, and the page that shows every state, bundled once. The runner
 * starts both and passes their addresses on by environment variables. A file that runs alone starts its own.
 */
import { createRequire } from "node:module";
import { chromiumLaunch, findChromium } from "../support/browsers.mjs";
import { serveStatesBundle } from "./states-bundle.mjs";

/** Not imported: Node would first search megabytes of CommonJS for the names of exports, which takes 0.15 s. */
const { chromium } = createRequire(import.meta.url)("playwright-core");

const BROWSER = "LIGHTFIELD_TEST_BROWSER";
const STATES = "LIGHTFIELD_TEST_STATES";

/** @returns {Promise<{env: Record<string, string>, close: () => Promise<void>}>} variables for the test processes */
export async function startSharedBrowser() {
  const states = await serveStatesBundle();
  const browser = await chromium.launchServer({ ...chromiumLaunch(), host: "127.0.0.1" });
  return {
    env: { [BROWSER]: browser.wsEndpoint(), [STATES]: states.url },
    async close() {
      await browser.close();
      await states.close();
    },
  };
}

/** A Chromium of one test: with a clipboard of its own, or with other arguments. */
export function launchBrowser(options = {}) {
  return chromium.launch({ ...chromiumLaunch(), ...options });
}

/** A Chromium of one test with windows: for what only these have, as tabs that close by themselves and a cache of pages. */
export function launchWithWindows(options = {}) {
  const executablePath = findChromium();
  return launchBrowser({ ...(executablePath && { executablePath }), ...options });
}

/** The shared Chromium, or a new one. Closing it closes this process's pages, and the new one itself. */
export function openBrowser() {
  const endpoint = process.env[BROWSER];
  return endpoint ? chromium.connect(endpoint) : launchBrowser();
}

/** The shared server of the page that shows every state, or a new one. */
export async function openStates() {
  const url = process.env[STATES];
  return url ? { url, close: async () => {} } : serveStatesBundle();
}
