/** So long may a piece of work keep the page from answering: half of a frame. */
const SLICE_MS = 8;
/** So many at once: the size of a dropped file costs Chromium 0.2 ms as a rule, and 10 when it is busy, for which the page waits. */
const PIECE = 4;

/**
 * Gives the items in pieces, and between them leaves the page its turn whenever the work on them took too long. The first
 * pieces come at once: few files are on the list when the call returns.
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

/** A message, since a timer of a page in the background comes once a second. */
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
