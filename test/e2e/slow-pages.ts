import type { Browser } from "playwright-core";

/** Time in milliseconds for which a page runs until it is stopped again; a busy machine makes it longer, and the stop with it. */
const RUN_MS = 4;

/**
 * Slows the pages of a browser: their processes are stopped for most of the time, with all threads. The throttling of
 * Chromium instead keeps a processor busy for as long as it is on, which the tests beside this one need.
 *
 * @param rate how many times slower, above 1
 * @returns lets the pages run again
 */
export async function slowPages(browser: Browser, rate: number): Promise<() => void> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  const pages = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => id);
  if (pages.length === 0) throw new Error("The browser has no page.");
  let timer: NodeJS.Timeout;
  const run = () => {
    const startedAt = performance.now();
    for (const page of pages) signal(page, "SIGCONT");
    timer = setTimeout(() => stop(performance.now() - startedAt), RUN_MS);
  };
  const stop = (ranMs: number) => {
    for (const page of pages) signal(page, "SIGSTOP");
    timer = setTimeout(run, ranMs * (rate - 1));
  };
  run();
  return () => {
    clearTimeout(timer);
    for (const page of pages) signal(page, "SIGCONT");
  };
}

/** A page that is closed has no process. */
function signal(page: number, name: "SIGCONT" | "SIGSTOP"): void {
  try {
    process.kill(page, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
