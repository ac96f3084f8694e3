import type { Locks } from "../engine/ports.ts";

/** Locks that this page has given back and the browser has not taken yet. */
const returning = new Map<string, Promise<unknown>>();

/**
 * Web Locks: held by a tab, and gone with it, however it ends. Where they do not exist (pages without a secure context)
 * every lock is free: two tabs could then send the same file, which the server's offset check still keeps from harm.
 */
export const browserLocks: Locks = {
  async tryAcquire(name) {
    const locks = await lockManager(name);
    if (!locks) return () => {};
    return new Promise((resolve) => {
      const over = locks
        .request(name, { ifAvailable: true }, (lock) => {
          if (!lock) return resolve(null);
          return new Promise<void>((release) => {
            resolve(() => {
              returning.set(name, over);
              release();
            });
          });
        })
        .catch(() => resolve(() => {}))
        .finally(() => {
          if (returning.get(name) === over) returning.delete(name);
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
 * The browser takes a lock back a moment after it was given back, and until then it would be refused even to the page
 * that gave it back.
 */
async function lockManager(name: string): Promise<LockManager | undefined> {
  await returning.get(name);
  return (navigator as { readonly locks?: LockManager }).locks;
}
