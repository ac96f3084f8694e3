/** The relay: pass `transfer` and `forget` to `createTokenEndpoint`, and mount `handle` or `listener` at its `url`. */

export type { RelayOptions, RelayStorage } from "./options.ts";
export { createRelay, type Forgettable, type Relay } from "./relay.ts";
export type { ReadableStore } from "./store/folder-store.ts";
export type { NodeListener } from "./tus/node-listener.ts";
