/**
 * Runs after the next frame, when the page is idle, or 200 ms later in Safari, which has no `requestIdleCallback`. Without
 * the frame it could be before the first paint, which it would delay. Pages in the background wait until they are shown.
 */
export function whenIdle(run: () => void): void {
  requestAnimationFrame(() => {
    if (typeof requestIdleCallback === "function") requestIdleCallback(run);
    else setTimeout(run, 200);
  });
}
