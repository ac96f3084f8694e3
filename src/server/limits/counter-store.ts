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

/**
 * Counters in this instance's memory. Beyond `maxKeys` keys the oldest are deleted, those with the shortest window
 * first, so memory stays bounded. Each call takes the same time, however many keys there are.
 */
export function createMemoryCounters({ maxKeys = 50_000, now = Date.now } = {}): CounterStore {
  /** Counters by the length of their window. Those of one window end in the order of their insertion. */
  const byWindow = new Map<number, Map<string, Counter>>();
  let size = 0;

  function deleteOldest(counters: Map<string, Counter>): void {
    for (const key of counters.keys()) {
      counters.delete(key);
      size -= 1;
      return;
    }
  }

  function deleteEnded(counters: Map<string, Counter>, nowMs: number): void {
    for (const { endsAt } of counters.values()) {
      if (endsAt > nowMs) return;
      deleteOldest(counters);
    }
  }

  function makeRoom(nowMs: number): void {
    if (size < maxKeys) return;
    for (const counters of byWindow.values()) deleteEnded(counters, nowMs);
    const windows = [...byWindow.keys()].sort((a, b) => a - b);
    for (const windowMs of windows) {
      const counters = byWindow.get(windowMs);
      while (counters && counters.size > 0 && size >= maxKeys) deleteOldest(counters);
    }
  }

  function countersOf(windowMs: number): Map<string, Counter> {
    const counters = byWindow.get(windowMs) ?? new Map<string, Counter>();
    byWindow.set(windowMs, counters);
    return counters;
  }

  return {
    add(key, amount, windowMs) {
      const nowMs = now();
      const counters = countersOf(windowMs);
      let counter = counters.get(key);
      if (!counter || counter.endsAt <= nowMs) {
        if (counters.delete(key)) size -= 1;
        makeRoom(nowMs);
        counter = { total: 0, endsAt: nowMs + windowMs };
        counters.set(key, counter);
        size += 1;
      }
      counter.total = Math.max(0, counter.total + amount);
      return { total: counter.total, endsInMs: counter.endsAt - nowMs };
    },
  };
}
