import type { Connectivity } from "../engine/ports.ts";

/**
 * The browser's word on the network. Only its "offline" is worth something: "online" may mean a router without a line.
 * It listens while somebody has subscribed, and not otherwise.
 */
export function createConnectivity(): Connectivity {
  return {
    get online() {
      return navigator.onLine;
    },
    subscribe(onChange) {
      // One function for each subscription, so that subscribing the same callback twice takes two calls to undo.
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
