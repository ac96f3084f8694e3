import type { ElementApi } from "./manifest.ts";
import { fromHash, toHash } from "./state.ts";
import type { Store } from "./store.ts";

/** Browsers stop listening to a page that writes its address at every step of a slider. */
const WRITE_AFTER_MS = 200;

/** Keeps what is set in the page's address, so that it survives a reload and can be passed on. */
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
