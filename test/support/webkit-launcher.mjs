/**
 * WebKit for the test runner: WebKitGTK's own driver and browser on a virtual screen, both started when the run starts
 * and stopped when it ends. Two runs at once do not meet: Xvfb chooses its display, the driver gets a free port.
 */
import { webdriverLauncher } from "@web/test-runner-webdriver";
import { freePort, startProgram, stopProgram } from "./processes.mjs";

/** Ends a driver that hangs. Far beyond what a slow machine needs. */
const READY_WITHIN_MS = 180_000;

/** @param {{driver: string, browser: string, xvfb: string | null}} programs */
export function webkitLauncher({ driver, browser, xvfb }) {
  const options = {
    hostname: "127.0.0.1",
    port: 0,
    path: "/",
    logLevel: "error",
    // A command waits for the page to load, which takes long when the machine is busy. The runner has its own limit.
    connectionRetryTimeout: 1_200_000,
    capabilities: {
      browserName: "MiniBrowser",
      // Without it webdriverio asks for BiDi, and the driver answers "Failed to match capabilities".
      "wdio:enforceWebDriverClassic": true,
      "webkitgtk:browserOptions": { binary: browser, args: ["--automation"] },
    },
  };
  const launcher = webdriverLauncher(options);
  const initialize = launcher.initialize.bind(launcher);
  const stop = launcher.stop.bind(launcher);
  let screen = null;
  let server = null;

  return Object.assign(launcher, {
    async initialize(config) {
      await initialize(config);
      launcher.name = "WebKit";
      const env = { ...process.env };
      if (xvfb) {
        screen = await startScreen(xvfb);
        env.DISPLAY = screen.display;
        delete env.WAYLAND_DISPLAY;
      }
      options.port = await freePort();
      server = startProgram(driver, [`--port=${options.port}`], { env });
      await driverReady(options.port, server);
    },
    async stop() {
      await stop();
      await stopProgram(server);
      await stopProgram(screen?.child);
      server = screen = null;
    },
  });
}

/** Xvfb takes a free display by itself and writes its number to the descriptor that it is given. */
function startScreen(xvfb) {
  const args = ["-displayfd", "3", "-screen", "0", "1280x900x24", "-nolisten", "tcp"];
  const child = startProgram(xvfb, args, { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`Xvfb ended with ${code} before it had a display.`)));
    child.stdio[3].once("data", (number) => resolve({ child, display: `:${String(number).trim()}` }));
  });
}

async function driverReady(port, server) {
  const giveUpAt = Date.now() + READY_WITHIN_MS;
  while (Date.now() < giveUpAt) {
    if (server.exitCode !== null) throw new Error(`WebKitWebDriver ended with ${server.exitCode}.`);
    const answer = await fetch(`http://127.0.0.1:${port}/status`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`WebKitWebDriver did not answer within ${READY_WITHIN_MS / 1000} seconds.`);
}
