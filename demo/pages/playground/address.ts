import type { ElementApi } from "./manifest.ts";
import { fromHash, toHash } from "./state.ts";
import type { Store } from "./store.ts";

/** Delay before the address is updated, in milliseconds. Browsers limit how often a page may change its address. */
const WRITE_AFTER_MS = 200;

/** Stores the settings in the page's address, so that they survive a reload and can be shared as a link. */
export function keepInAddress(store: Store, api: ElementApi): void {
  store.replace(fromHash(location.hash, api));
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = () => {
    clearTimeout(timer);
    const hash = toHash(store.state);
    if (hash !== location.hash.slice(1)) history.replaceState(null, "", hash ? `#${hash}` : location.pathname);
  };
  store.follow(() => {
    clearTimeout(timer);
    timer = setTimeout(write, WRITE_AFTER_MS);
  });
  addEventListener("pagehide", write);
  addEventListener("hashchange", () => store.replace(fromHash(location.hash, api)));
}
