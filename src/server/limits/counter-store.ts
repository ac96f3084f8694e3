export interface Count {
  readonly total: number;
  /** Milliseconds until the counter is deleted and starts at 0 again. */
  readonly endsInMs: number;
}

/**
 * Counters for calls and files. The default keeps them in the memory of one instance. To share counts between
 * instances, implement this interface on a shared store: with Redis, INCRBY, then PEXPIRE if the result equals
 * `amount`.
 */
export interface CounterStore {
  /** Adds `amount`, which may be negative, to a counter. The counter is deleted `windowMs` after its first addition. */
  add(key: string, amount: number, windowMs: number): Count | Promise<Count>;
}

interface Counter {
  total: number;
  readonly endsAt: number;
}

/** Counters of one length of window, which end in the order of their insertion. */
interface Window {
  readonly counters: Map<string, Counter>;
  /** Kept, because a new iterator of a `Map` passes every deleted key again. */
  keys: Iterator<string>;
  /** Last key that `keys` returned. */
  oldest: string | undefined;
}

function newWindow(): Window {
  const counters = new Map<string, Counter>();
  return { counters, keys: counters.keys(), oldest: undefined };
}

function oldestOf(window: Window): string | undefined {
  const { counters } = window;
  while (counters.size > 0) {
    if (window.oldest !== undefined && counters.has(window.oldest)) return window.oldest;
    const { done, value } = window.keys.next();
    window.oldest = done ? undefined : value;
    // An iterator that has come to the end does not see what is added later.
    if (done) window.keys = counters.keys();
  }
  return undefined;
}

/**
 * Counters in this instance's memory. Beyond `maxKeys` keys the oldest are deleted, those with the shortest window
 * first, so memory stays bounded. Each call takes the same time, however many keys there are.
 */
export function createMemoryCounters({ maxKeys = 50_000, now = Date.now } = {}): CounterStore {
  const byWindow = new Map<number, Window>();
  let size = 0;

  function remove({ counters }: Window, key: string): void {
    if (counters.delete(key)) size -= 1;
  }

  function makeRoom(nowMs: number): void {
    if (size < maxKeys) return;
    for (const window of byWindow.values()) {
      for (let key = oldestOf(window); key !== undefined; key = oldestOf(window)) {
        if ((window.counters.get(key)?.endsAt ?? 0) > nowMs) break;
        remove(window, key);
      }
    }
    const lengths = [...byWindow.keys()].sort((a, b) => a - b);
    for (const windowMs of lengths) {
      const window = windowOf(windowMs);
      for (let key = oldestOf(window); key !== undefined && size >= maxKeys; key = oldestOf(window)) {
        remove(window, key);
      }
    }
  }

  function windowOf(windowMs: number): Window {
    const window = byWindow.get(windowMs) ?? newWindow();
    byWindow.set(windowMs, window);
    return window;
  }

  return {
    add(key, amount, windowMs) {
      const nowMs = now();
      const window = windowOf(windowMs);
      let counter = window.counters.get(key);
      if (!counter || counter.endsAt <= nowMs) {
        remove(window, key);
        if (window.oldest === key) window.oldest = undefined;
        makeRoom(nowMs);
        counter = { total: 0, endsAt: nowMs + windowMs };
        window.counters.set(key, counter);
        size += 1;
      }
      counter.total = Math.max(0, counter.total + amount);
      return { total: counter.total, endsInMs: counter.endsAt - nowMs };
    },
  };
}
