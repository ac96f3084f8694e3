/**
 * Whether the page's service worker may pass requests on with `fetch`: browsers then report no progress before their end, so
 * that silence is no standstill.
 */
export function isPassedOn(): boolean {
  // In a sandboxed frame without an origin, reading `serviceWorker` throws.
  return self.origin !== "null" && Boolean(navigator.serviceWorker?.controller);
}
