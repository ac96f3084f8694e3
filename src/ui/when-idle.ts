/**
 * Runs after the next frame, when the page is idle, or 200 ms later in Safari, which has no `requestIdleCallback`. Pages in
 * the background wait until they are shown.
 */
export function whenIdle(run: () => void): void {
  // The second frame begins when the first one has left the main thread. The browser still has to rasterize that one, which
  // work on every core would delay.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      if (typeof requestIdleCallback === "function") requestIdleCallback(run);
      else setTimeout(run, 200);
    }),
  );
}
