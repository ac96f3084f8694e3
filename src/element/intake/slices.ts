/** Time budget for each slice: half a frame. */
const SLICE_MS = 8;
/** Items in a piece. Reading the size of a dropped file blocks the page, in Chromium for 0.2 ms, or 10 ms when it is busy. */
const PIECE = 4;

/**
 * Calls `work` with one piece of the items after another, and lets the page run in between when the time budget is used
 * up. The first pieces are handled synchronously, so a few files are on the list when the call returns.
 */
export async function inSlices<T>(items: readonly T[], work: (piece: readonly T[]) => boolean): Promise<void> {
  let begun = performance.now();
  for (let at = 0; at < items.length; at += PIECE) {
    if (at > 0 && performance.now() - begun > SLICE_MS) {
      await nextTask();
      begun = performance.now();
    }
    if (!work(items.slice(at, at + PIECE))) return;
  }
}

/** Uses a message, because pages in the background get timers only once a second. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
