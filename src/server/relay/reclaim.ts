import type { Locker } from "@tus/server";
import { deliveryLock } from "./delivery/deliveries.ts";
import type { Binding } from "./store/binding.ts";
import { isBindingId } from "./store/ids.ts";
import { isBusy, withLock } from "./store/locks.ts";
import type { Records } from "./store/records.ts";
import type { Receiver } from "./tus/receiver.ts";

export interface ReclaimOptions {
  readonly list: () => Promise<readonly string[]>;
  readonly locker: Locker;
  readonly records: Records;
  readonly receiver: Receiver;
}

/** Maximum time to wait for bytes that another request is using. */
const WAIT_MS = 250;

/**
 * Creates a function that deletes those of the given bytes whose session has ended, or that belong to no session. It
 * skips bytes that are arriving, being delivered, or being assigned to another session.
 */
export function createReclaim({ list, locker, records, receiver }: ReclaimOptions) {
  /** Bindings by the bytes that they own. */
  async function owners(): Promise<Map<string, Binding>> {
    const found = new Map<string, Binding>();
    for (const id of (await list()).filter(isBindingId)) {
      const binding = await records.find(id);
      if (!binding) continue;
      // After a crash two sessions may own the same bytes; the one that has not ended counts.
      const other = found.get(binding.bytesId);
      if (!other || hasEnded(other)) found.set(binding.bytesId, binding);
    }
    return found;
  }

  async function deleteIfEnded(bytesId: string, owner: Binding | undefined): Promise<void> {
    if (receiver.isReceiving(bytesId) || (owner && !hasEnded(owner))) return;
    await withLock(locker, deliveryLock(bytesId), WAIT_MS, async () => {
      // Under the lock no session can take the bytes over, so the owner is final.
      const current = owner ? await records.find(owner.id) : (await owners()).get(bytesId);
      if (current?.bytesId === bytesId && !hasEnded(current)) return;
      if (current?.bytesId === bytesId) await records.remove(current.id);
      else if (owner) return;
      await receiver.remove(bytesId);
    }).catch((error: unknown) => {
      if (!isBusy(error)) throw error;
    });
  }

  return async (bytesIds: readonly string[]): Promise<void> => {
    const ownerOf = await owners();
    for (const bytesId of bytesIds) await deleteIfEnded(bytesId, ownerOf.get(bytesId));
  };
}

function hasEnded({ expiresAt }: Binding): boolean {
  return expiresAt !== null && expiresAt <= Date.now();
}
