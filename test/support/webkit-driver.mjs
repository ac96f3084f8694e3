/** WebKitGTK's own driver, on a virtual screen where there is no other. Two at once do not meet: each has its display and port. */
import { freePort, startProgram, stopProgram } from "./processes.mjs";

/** Ends a driver that hangs. Far beyond what a slow machine needs. */
const READY_WITHIN_MS = 180_000;

/** Capabilities of a session with the given browser. @param {string} browser path of MiniBrowser */
export function webkitCapabilities(browser) {
  return {
    browserName: "MiniBrowser",
    "webkitgtk:browserOptions": { binary: browser, args: ["--automation"] },
  };
}

/**
 * Starts the driver, and resolves when it answers.
 * @param {{driver: string, xvfb: string | null}} programs
 * @returns {Promise<{port: number, stop: () => Promise<void>}>}
 */
export async function startWebKitDriver({ driver, xvfb }) {
  // A software GL that puts layers together takes a third of a run's processor time, and no test takes pictures of it.
  const env = { ...process.env, WEBKIT_DISABLE_COMPOSITING_MODE: "1" };
  const screen = xvfb ? await startScreen(xvfb) : null;
  if (screen) {
    env.DISPLAY = screen.display;
    delete env.WAYLAND_DISPLAY;
  }
  const port = await freePort();
  const server = startProgram(driver, [`--port=${port}`], { env });
  await driverReady(port, server);
  return {
    port,
    async stop() {
      await stopProgram(server);
      await stopProgram(screen?.child);
    },
  };
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
