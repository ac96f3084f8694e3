/**
 * Browser tests in real Chromium, Firefox and WebKit.
 *
 *     npx web-test-runner                               every engine of this machine
 *     BROWSERS=chromium npx web-test-runner             one, or several: BROWSERS=chromium,webkit
 *     npx web-test-runner test/browser/locks.test.ts    some files
 *     npx web-test-runner --coverage                    (Chromium's numbers; worker code is not counted)
 *
 * With CI=true all three engines are required.
 */
import { fileURLToPath } from "node:url";
import { esbuildPlugin } from "@web/dev-server-esbuild";
import { chromeLauncher } from "@web/test-runner-chrome";
import { puppeteerLauncher } from "@web/test-runner-puppeteer";
import { routes, serverStart, serverStop } from "./test/support/backend.mjs";
import { BUNDLE_VARIABLE, bundleTests, servedBundle } from "./test/support/browser-bundle.mjs";
import { browserReporter } from "./test/support/browser-reporter.mjs";
import {
  chromiumArgs,
  ENGINES,
  findEngines,
  findFirefox,
  findTestChromium,
  findWebKit,
  installHint,
} from "./test/support/browsers.mjs";
import { freePort } from "./test/support/processes.mjs";
import { browserTestFiles } from "./test/support/test-files.mjs";
import { webkitLauncher } from "./test/support/webkit-launcher.mjs";
import { servedWorkerSource } from "./vite.worker.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Without events of every request, which nobody here reads: in Firefox they take a quarter of a run's processor time. */
const QUIET = { networkEnabled: false };

const LAUNCHERS = {
  chromium: () =>
    chromeLauncher({ launchOptions: { ...QUIET, executablePath: findTestChromium(), args: chromiumArgs() } }),
  firefox: () =>
    puppeteerLauncher({
      launchOptions: { ...QUIET, browser: "firefox", executablePath: findFirefox(), headless: true },
    }),
  webkit: () => webkitLauncher(findWebKit()),
};
const NAMES = { chromium: "Chromium", firefox: "Firefox", webkit: "WebKit" };

function chooseEngines() {
  const present = findEngines();
  const asked = (process.env.BROWSERS ?? "").split(/[\s,]+/).filter(Boolean);
  const unknown = asked.filter((engine) => !ENGINES.includes(engine));
  if (unknown.length > 0) throw new Error(`BROWSERS knows ${ENGINES.join(", ")}, not ${unknown.join(", ")}.`);

  const required = asked.length > 0 ? asked : process.env.CI ? ENGINES : [];
  const missing = required.filter((engine) => !present.includes(engine));
  if (missing.length > 0) throw new Error(`Missing browsers: ${missing.join(", ")}. ${installHint(missing)}`);
  if (present.length === 0) throw new Error(`No browser found. ${installHint(["chromium"])}`);
  return asked.length > 0 ? asked : present;
}

/** Adds the real name: the launchers call every Chromium "Chrome". */
function launcherFor(engine) {
  const launcher = LAUNCHERS[engine]();
  launcher.name = NAMES[engine];
  return launcher;
}

/** Stops the run in one line rather than with a stack of the test runner's own files. */
function orExplain(choose) {
  try {
    return choose();
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}

/** The whole run has built the tests already, once for all engines; a run by hand builds them itself, which takes a second. */
async function bundleFolder() {
  const built = process.env[BUNDLE_VARIABLE];
  if (built) return built;
  const { folder, remove } = await bundleTests(browserTestFiles());
  process.once("exit", remove);
  return folder;
}

/** @type {import("@web/test-runner").TestRunnerConfig} */
export default {
  files: browserTestFiles(),
  nodeResolve: true,
  hostname: "127.0.0.1",
  port: await freePort(),
  browsers: orExplain(chooseEngines).map(launcherFor),
  // One page at a time: Firefox slows a background tab's timers down, and the tests share one backend.
  concurrency: 1,
  concurrentBrowsers: 1,
  // A page with an upload under way asks before it is left, and there is nobody to answer.
  testRunnerHtml: (framework) => `<!doctype html>
    <script>
      addEventListener("beforeunload", (event) => event.isTrusted && event.stopImmediatePropagation(), true);
      // Lit's development build says so once a page; its other warnings stay.
      globalThis.litIssuedWarnings = new Set(["dev-mode"]);
    </script>
    <script type="module" src="${framework}"></script>`,
  // These limits end a run that hangs. No test rests on them, so they are far beyond what a slow machine needs.
  browserStartTimeout: 180_000,
  testsStartTimeout: 180_000,
  testsFinishTimeout: 2_400_000,
  // Only a hang may meet it: ten thousand files take 12 s in WebKit on an idle machine, and more than 60 s on a busy one.
  testFramework: { config: { timeout: 300_000 } },
  middleware: [routes, servedBundle(await bundleFolder())],
  plugins: [
    servedWorkerSource(),
    // For the few pages that load sources by themselves: frames, and a worker by its address.
    esbuildPlugin({ ts: true, tsconfig: here("tsconfig.json"), target: "es2022" }),
    { name: "backend", serverStart, serverStop },
  ],
  staticLogging: true,
  reporters: [browserReporter()],
  coverageConfig: { include: ["src/**"], reporters: ["text-summary", "lcov"] },
};
