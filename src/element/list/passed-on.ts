/**
 * Whether the page's service worker may pass requests on with `fetch`: browsers then report no progress before their end, so
 * that silence is no standstill.
 */
export function isPassedOn(): boolean {
  return Boolean(navigator.serviceWorker?.controller);
}
