import type { Locker } from "@tus/server";
import type { Readiness } from "../health.ts";
import { TIMED_OUT, within } from "../within.ts";
import type { Deliveries } from "./delivery/deliveries.ts";
import type { Storage } from "./store/folder-store.ts";
import { withLock } from "./store/locks.ts";
import { findUpload } from "./store/records.ts";
import type { Receiver } from "./tus/receiver.ts";

export interface LifecycleParts {
  readonly storage: Storage;
  readonly locker: Locker;
  readonly receiver: Receiver;
  readonly deliveries: Deliveries;
}

/** Start and end of service of one instance. */
export interface Lifecycle {
  readonly isClosing: () => boolean;
  /** Counts a request until `work` ends. */
  track<T>(work: Promise<T>): Promise<T>;
  close(withinMs: number): Promise<void>;
  ready(): Promise<Readiness>;
}

/** Time for a store or a locker to answer a readiness check. */
const CHECK_MS = 2000;
/** Time for the responses to requests whose bodies were ended, after the deliveries have finished. */
const ANSWER_MS = 2000;

export function createLifecycle({ storage, locker, receiver, deliveries }: LifecycleParts): Lifecycle {
  const requests = new Set<Promise<unknown>>();
  let isClosing = false;
  let closed: Promise<void> | null = null;

  async function stop(withinMs: number): Promise<void> {
    // Bytes that have arrived are written and confirmed, and the client sends the rest to another instance.
    receiver.stopAll();
    await deliveries.finish(withinMs);
    await within(ANSWER_MS, Promise.allSettled([...requests]));
  }

  return {
    isClosing: () => isClosing,

    track(work) {
      requests.add(work);
      const end = () => requests.delete(work);
      work.then(end, end);
      return work;
    },

    close(withinMs) {
      isClosing = true;
      closed ??= stop(withinMs);
      return closed;
    },

    async ready() {
      if (isClosing) return { isReady: false, problems: ["The relay is closing."] };
      const problems = await Promise.all([
        problemOf("The store of the relay", async () => {
          await storage.check?.();
          await findUpload(storage.store, NO_ENTRY);
        }),
        problemOf("The locker of the relay", () =>
          withLock(locker, `readiness-${crypto.randomUUID()}`, CHECK_MS, async () => {}),
        ),
      ]);
      const found = problems.filter((problem) => problem !== null);
      return { isReady: found.length === 0, problems: found };
    },
  };
}

/** Name of an entry that does not exist. */
const NO_ENTRY = `f${"0".repeat(64)}`;

async function problemOf(what: string, check: () => Promise<unknown>): Promise<string | null> {
  try {
    const ended = await within(CHECK_MS, check());
    return ended === TIMED_OUT ? `${what} does not answer within ${CHECK_MS} ms.` : null;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "an error";
    return `${what} failed (${code}).`;
  }
}
