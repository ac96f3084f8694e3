/** When the page has nothing better to do. Safari has no `requestIdleCallback`, so there it is a little later. */
export function whenIdle(run: () => void): void {
  if (typeof requestIdleCallback === "function") requestIdleCallback(run);
  else setTimeout(run, 200);
}
