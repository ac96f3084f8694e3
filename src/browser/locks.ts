import type { Locks } from "../engine/ports.ts";

/** Locks that this page has released and the browser has not freed yet. */
const releasing = new Map<string, Promise<unknown>>();

/**
 * Web Locks: held by a tab and released when the tab ends in any way. Where they do not exist (pages without a secure
 * context) every lock is free. Two tabs could then send the same file, which the server's offset check makes harmless.
 */
export const browserLocks: Locks = {
  async tryAcquire(name) {
    const locks = await lockManager(name);
    if (!locks) return () => {};
    return new Promise((resolve) => {
      const released = locks
        .request(name, { ifAvailable: true }, (lock) => {
          if (!lock) return resolve(null);
          return new Promise<void>((release) => {
            resolve(() => {
              releasing.set(name, released);
              release();
            });
          });
        })
        .catch(() => resolve(() => {}))
        .finally(() => {
          if (releasing.get(name) === released) releasing.delete(name);
        });
    });
  },

  async isFree(name) {
    try {
      const held = (await (await lockManager(name))?.query())?.held ?? [];
      return !held.some((lock) => lock.name === name);
    } catch {
      return true;
    }
  },
};

/**
 * The lock manager, once a lock of this name that this page just released is free. Browsers free it a moment later and
 * until then refuse it even to the same page.
 */
async function lockManager(name: string): Promise<LockManager | undefined> {
  await releasing.get(name);
  return (navigator as { readonly locks?: LockManager }).locks;
}
