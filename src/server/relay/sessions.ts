import type { Locker } from "@tus/server";
import { Upload } from "@tus/server";
import { ApiError } from "../api-error.ts";
import type { Admit } from "./admission.ts";
import { type Deliveries, deliveryLock } from "./delivery/deliveries.ts";
import { type Binding, isSameTarget, isSuccessor } from "./store/binding.ts";
import type { Storage } from "./store/folder-store.ts";
import { bindingIdOf, bindingOfReceipt, newBytesId } from "./store/ids.ts";
import { busy, withLock } from "./store/locks.ts";
import { findUpload, type Records, removeEntry } from "./store/records.ts";
import type { Receiver } from "./tus/receiver.ts";

/** A file's session, before it has bytes. */
export type Session = Omit<Binding, "id" | "bytesId">;

/** Which bytes belong to which session. */
export interface Sessions {
  /** Null when the relay knows nothing of the file. */
  ofFile(fileId: string): Promise<Binding | null>;
  /**
   * Prepares a place for a session's bytes, or gives it those that another session of the same file has left.
   *
   * @param replaces the id of that file
   * @throws ApiError 503 when there is no room, or the other session's bytes are being passed on just now
   */
  open(session: Session, replaces: string | null): Promise<{ readonly binding: Binding; readonly offset: number }>;
  /** Bytes confirmed for a session: all of them once they were passed on; null when they are gone. */
  offset(binding: Binding): Promise<number | null>;
  /** Frees what a session holds. Bytes that another session has taken over stay. */
  close(binding: Binding): Promise<void>;
  /** Removes what is older than it may be; returns how many entries. */
  cleanUp(): Promise<number>;
}

export interface SessionsOptions {
  readonly storage: Storage;
  readonly secrets: readonly string[];
  readonly locker: Locker;
  readonly records: Records;
  readonly receiver: Receiver;
  readonly deliveries: Deliveries;
  readonly admit: Admit;
  readonly lockWaitMs: number;
}

/** How long a receipt answers for an answer that was lost: longer than any client goes on asking. */
const RECEIPT_MS = 30 * 60_000;

export function createSessions(options: SessionsOptions): Sessions {
  const { storage, secrets, locker, records, receiver, deliveries, admit, lockWaitMs } = options;
  const { store, list } = storage;
  const [newestSecret = ""] = secrets;

  async function ofFile(fileId: string): Promise<Binding | null> {
    for (const secret of secrets) {
      const binding = await records.find(bindingIdOf(secret, fileId));
      if (binding) return binding;
    }
    return null;
  }

  async function offset(binding: Binding): Promise<number | null> {
    const received = await receiver.offset(binding.bytesId);
    // More than the file has is nothing that could be gone on from: the store is damaged.
    if (received) return received.offset <= binding.sizeBytes ? received.offset : null;
    return (await records.hasReceipt(binding.id)) ? binding.sizeBytes : null;
  }

  /** Null when the previous session has no bytes to give (any more). */
  async function takeOver(previous: Binding, next: Binding): Promise<number | null> {
    // Waiting for a lock in memory costs a whole processor; waiting for a promise does not.
    if (!(await isDoneWithin(deliveries.settled(previous.id), lockWaitMs))) throw busy();
    return withLock(locker, deliveryLock(previous.bytesId), lockWaitMs, async () => {
      const isOwn = previous.id === next.id;
      if (await records.hasReceipt(previous.id)) return isOwn ? previous.sizeBytes : null;
      const received = await receiver.offset(previous.bytesId);
      if (!received || received.offset > previous.sizeBytes) return null;
      if (isOwn && isSameTarget(previous, next)) return received.offset;
      // In this order: at no time do two sessions own the same bytes, so that closing one cannot harm the other.
      await records.remove(previous.id);
      await records.write(next);
      return received.offset;
    });
  }

  async function openAnew(binding: Binding): Promise<void> {
    const { bytesId, sizeBytes } = binding;
    await admit(sizeBytes, () => store.create(new Upload({ id: bytesId, size: sizeBytes, offset: 0 })));
    try {
      await records.remove(binding.id);
      await records.write(binding);
    } catch (error) {
      await removeEntry(store, bytesId).catch(() => {});
      throw error;
    }
  }

  return {
    ofFile,
    offset,

    async open(session, replaces) {
      const id = bindingIdOf(newestSecret, session.fileId);
      const own = await ofFile(session.fileId);
      const fresh: Binding = { ...session, id, bytesId: newBytesId(session.sizeBytes) };
      if (own && !isSuccessor(fresh, own)) throw new ApiError(409, "Somebody else is sending this file.");
      // The same session again: its first answer was lost.
      for (const previous of [own, replaces === null ? null : await ofFile(replaces)]) {
        if (!previous || !isSuccessor(fresh, previous)) continue;
        const binding = { ...fresh, id: previous === own ? previous.id : id, bytesId: previous.bytesId };
        const confirmed = await takeOver(previous, binding);
        if (confirmed !== null) return { binding, offset: confirmed };
      }
      await openAnew(fresh);
      return { binding: fresh, offset: 0 };
    },

    async close(binding) {
      deliveries.abandon(binding.id);
      await deliveries.settled(binding.id);
      await withLock(locker, deliveryLock(binding.bytesId), lockWaitMs, async () => {
        const current = await records.find(binding.id);
        if (current?.bytesId !== binding.bytesId) return;
        await records.remove(binding.id);
        await receiver.remove(binding.bytesId);
      });
    },

    async cleanUp() {
      let removed = 0;
      for (const id of (await list?.()) ?? []) {
        const bindingId = bindingOfReceipt(id);
        if (bindingId === null) continue;
        const receipt = await findUpload(store, id);
        if (receipt?.creation_date && Date.now() - Date.parse(receipt.creation_date) < RECEIPT_MS) continue;
        await records.remove(bindingId);
        removed += 2;
      }
      return removed + (await receiver.removeExpired());
    },
  };
}

async function isDoneWithin(work: Promise<unknown>, ms: number): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, ms, false);
  });
  try {
    return await Promise.race([work.then(() => true), timeout]);
  } finally {
    clearTimeout(timer);
  }
}
