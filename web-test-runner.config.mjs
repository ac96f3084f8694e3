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
import { defaultReporter } from "@web/test-runner";
import { chromeLauncher } from "@web/test-runner-chrome";
import { puppeteerLauncher } from "@web/test-runner-puppeteer";
import { routes, serverStart, serverStop } from "./test/support/backend.mjs";
import {
  chromiumArgs,
  ENGINES,
  findChromium,
  findEngines,
  findFirefox,
  findWebKit,
  installHint,
} from "./test/support/browsers.mjs";
import { engineSummary, quietWhenPassed } from "./test/support/engine-summary.mjs";
import { freePort } from "./test/support/processes.mjs";
import { webkitLauncher } from "./test/support/webkit-launcher.mjs";
import { servedWorkerSource } from "./vite.worker.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const LAUNCHERS = {
  chromium: () => chromeLauncher({ launchOptions: { executablePath: findChromium(), args: chromiumArgs() } }),
  firefox: () =>
    puppeteerLauncher({ launchOptions: { browser: "firefox", executablePath: findFirefox(), headless: true } }),
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

/** @type {import("@web/test-runner").TestRunnerConfig} */
export default {
  files: "test/{support,element,files,hash,transports,host,browser,transcripts,integration}/**/*.test.ts",
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
    </script>
    <script type="module" src="${framework}"></script>`,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 180_000,
  // WebKitGTK once left a request unanswered, for a reason not found: what fails twice is a failure.
  testFramework: { config: { timeout: 20_000, retries: process.env.CI ? 1 : 0 } },
  middleware: [routes],
  plugins: [
    servedWorkerSource(),
    esbuildPlugin({ ts: true, tsconfig: here("tsconfig.json"), target: "es2022" }),
    { name: "backend", serverStart, serverStop },
  ],
  staticLogging: !process.stdout.isTTY,
  reporters: [quietWhenPassed(defaultReporter({ reportTestProgress: Boolean(process.stdout.isTTY) })), engineSummary()],
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith("Lit is in dev mode"),
  coverageConfig: { include: ["src/**"], reporters: ["text-summary", "lcov"] },
};
