/**
 * WebKit for the test runner: WebKitGTK's own driver and browser on a virtual screen, both started when the run starts
 * and stopped when it ends.
 */
import { webdriverLauncher } from "@web/test-runner-webdriver";
import { startWebKitDriver, webkitCapabilities } from "./webkit-driver.mjs";

/** @param {{driver: string, browser: string, xvfb: string | null}} programs */
export function webkitLauncher(programs) {
  const options = {
    hostname: "127.0.0.1",
    port: 0,
    path: "/",
    logLevel: "error",
    // A command waits for the page to load, which takes long when the machine is busy. The runner has its own limit.
    connectionRetryTimeout: 1_200_000,
    capabilities: {
      ...webkitCapabilities(programs.browser),
      // Without it webdriverio asks for BiDi, and the driver answers "Failed to match capabilities".
      "wdio:enforceWebDriverClassic": true,
    },
  };
  const launcher = webdriverLauncher(options);
  const initialize = launcher.initialize.bind(launcher);
  const stop = launcher.stop.bind(launcher);
  let running = null;

  return Object.assign(launcher, {
    async initialize(config) {
      await initialize(config);
      launcher.name = "WebKit";
      running = await startWebKitDriver(programs);
      options.port = running.port;
    },
    // The runner asks for the title once a minute, so that hired browsers do not end. Where a page is being opened meanwhile,
    // this driver never answers the command that opens it (seen in 3 of 27), and the run stood still for twenty minutes.
    setupHeartbeat() {},
    async stop() {
      await stop();
      await running?.stop();
      running = null;
    },
  });
}
