import type { CheckpointStore } from "../ports.ts";

/** Keeps nothing: for pages that want it so, and for browsers that cannot. */
export const NO_CHECKPOINTS: CheckpointStore = {
  list: async () => [],
  save: async () => {},
  remove: async () => {},
  reopen: async () => null,
};
