/** What page and hash worker say to each other. Both sides are built together, except where a page hosts the worker. */

/** Told by a ready worker: a copy of `md5.worker.js` that its page forgot to update is not spoken to. */
export const PROTOCOL = 1;

export type ToWorker =
  | { readonly kind: "hash"; readonly job: number; readonly file: Blob }
  /** No answer follows. */
  | { readonly kind: "stop"; readonly job: number };

export type FromWorker =
  | { readonly kind: "ready"; readonly protocol: number }
  /** This worker cannot hash here (WebAssembly is not allowed, say). */
  | { readonly kind: "refused"; readonly reason: string }
  | { readonly kind: "digest"; readonly job: number; readonly md5: string }
  | { readonly kind: "unreadable"; readonly job: number; readonly reason: string }
  | { readonly kind: "broken"; readonly job: number; readonly reason: string };
