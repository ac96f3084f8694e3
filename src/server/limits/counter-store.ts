export interface Count {
  readonly total: number;
  /** Milliseconds until the counter is forgotten and begins at 0 again. */
  readonly endsInMs: number;
}

/**
 * Where calls and files are counted. The default counts in the memory of one instance. Several instances that are to
 * share their counts need one of yours: in Redis it is INCRBY, and PEXPIRE when the answer equals `amount`.
 */
export interface CounterStore {
  /** Adds (also a negative amount) to a counter, which is forgotten `windowMs` after its first addition. */
  add(key: string, amount: number, windowMs: number): Count | Promise<Count>;
}

interface Counter {
  total: number;
  readonly endsAt: number;
}

/** Counts in this instance's memory, for at most `maxKeys` keys: the oldest give way, so that it cannot be flooded. */
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
