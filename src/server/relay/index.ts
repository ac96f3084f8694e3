/** The relay: give `transfer` and `forget` to `createTokenEndpoint`, and mount `handle` or `listener` beside it. */
export type { NodeListener } from "./node-listener.ts";
export type { RelayOptions, RelayStorage } from "./options.ts";
export { createRelay, type Forgettable, type Relay } from "./relay.ts";
export type { ReadableStore } from "./store.ts";
