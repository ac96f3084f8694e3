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

/** Counters in this instance's memory. Beyond `maxKeys` keys the oldest are deleted, so memory stays bounded. */
export function createMemoryCounters({ maxKeys = 50_000, now = Date.now } = {}): CounterStore {
  const counters = new Map<string, Counter>();

  function makeRoom(nowMs: number): void {
    if (counters.size < maxKeys) return;
    for (const [key, { endsAt }] of counters) if (endsAt <= nowMs) counters.delete(key);
    for (const key of counters.keys()) {
      if (counters.size < maxKeys) return;
      counters.delete(key);
    }
  }

  return {
    add(key, amount, windowMs) {
      const nowMs = now();
      let counter = counters.get(key);
      if (!counter || counter.endsAt <= nowMs) {
        counters.delete(key);
        makeRoom(nowMs);
        counter = { total: 0, endsAt: nowMs + windowMs };
        counters.set(key, counter);
      }
      counter.total = Math.max(0, counter.total + amount);
      return { total: counter.total, endsInMs: counter.endsAt - nowMs };
    },
  };
}
