import type { Connectivity } from "../engine/ports.ts";

/**
 * Connectivity as the browser reports it. Only "offline" is reliable: "online" may mean a router without internet access.
 * Event listeners exist only while there are subscribers.
 */
export function createConnectivity(): Connectivity {
  return {
    get online() {
      return navigator.onLine;
    },
    subscribe(onChange) {
      // One listener per subscription, so that a callback subscribed twice must be unsubscribed twice.
      const listener = () => onChange();
      addEventListener("online", listener);
      addEventListener("offline", listener);
      return () => {
        removeEventListener("online", listener);
        removeEventListener("offline", listener);
      };
    },
  };
}
