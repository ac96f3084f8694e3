import type { Locks } from "../engine/ports.ts";

/**
 * Web Locks: held by a tab, and gone with it, however it ends. Where they do not exist (pages without a secure context)
 * every lock is free: two tabs could then send the same file, which the server's offset check still keeps from harm.
 */
export const browserLocks: Locks = {
  tryAcquire(name) {
    const { locks } = navigator as { readonly locks?: LockManager };
    if (!locks) return Promise.resolve(() => {});
    return new Promise((resolve) => {
      locks
        .request(name, { ifAvailable: true }, (lock) => {
          if (!lock) return resolve(null);
          return new Promise<void>((release) => resolve(release));
        })
        .catch(() => resolve(() => {}));
    });
  },
};
