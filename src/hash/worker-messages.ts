/** Messages between the page and the hash worker. Both are built together, except when a page hosts the worker file. */

/** Protocol version, reported by a ready worker. An outdated copy of `md5.worker.js` is detected by it and not used. */
export const PROTOCOL_VERSION = 1;

export type ToWorker =
  | { readonly kind: "hash"; readonly job: number; readonly file: Blob }
  /** Stops a job. There is no reply. */
  | { readonly kind: "stop"; readonly job: number };

export type FromWorker =
  | { readonly kind: "ready"; readonly protocol: number }
  /** This worker cannot hash on this page, for example because WebAssembly is not allowed. */
  | { readonly kind: "refused"; readonly reason: string }
  | { readonly kind: "digest"; readonly job: number; readonly md5: string }
  | { readonly kind: "unreadable"; readonly job: number; readonly reason: string }
  | { readonly kind: "broken"; readonly job: number; readonly reason: string };
