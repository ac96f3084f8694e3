import type { Page } from "playwright-core";

/** Bytes that the page's JavaScript and DOM use after a garbage collection; without the contents of files and buffers. */
export async function heapOf(page: Page): Promise<number> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("HeapProfiler.enable");
  // What the first pass frees may have kept something else alive.
  for (let pass = 0; pass < 3; pass += 1) await cdp.send("HeapProfiler.collectGarbage");
  const { usedSize, embedderHeapUsedSize } = await cdp.send("Runtime.getHeapUsage");
  await cdp.detach();
  return usedSize + (embedderHeapUsedSize ?? 0);
}
