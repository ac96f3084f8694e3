import type { Locker } from "@tus/server";
import { Upload } from "@tus/server";
import { ApiError } from "../api-error.ts";
import { TIMED_OUT, within } from "../within.ts";
import type { Admit } from "./admission.ts";
import { type Deliveries, deliveryLock } from "./delivery/deliveries.ts";
import { type Binding, isSameTarget, isSuccessor } from "./store/binding.ts";
import type { Storage } from "./store/folder-store.ts";
import { bindingIdOf, bindingOfReceipt, newBytesId, subjectTagOf } from "./store/ids.ts";
import { busy, isBusy, withLock } from "./store/locks.ts";
import { findUpload, type Records, removeEntry } from "./store/records.ts";
import type { Receiver } from "./tus/receiver.ts";

/** A session without the bytes that belong to it. */
export type Session = Omit<Binding, "id" | "bytesId">;

/** A session and the number of its bytes that are stored. */
export interface Opened {
  readonly binding: Binding;
  readonly offset: number;
}

/** Assigns stored bytes to sessions. */
export interface Sessions {
  /** The binding of a file; null if the relay does not know the file. */
  ofFile(fileId: string): Promise<Binding | null>;
  /**
   * Creates an empty upload for a session, or assigns it the bytes of an earlier session of the same file.
   *
   * @param replaces file id of the earlier session, or null
   * @throws ApiError 503 if there is no room, or if the bytes of the earlier session are being delivered
   */
  open(session: Session, replaces: string | null): Promise<Opened>;
  /** Confirmed bytes of a session: all of them after delivery; null if they were deleted. */
  offset(binding: Binding): Promise<number | null>;
  /** Deletes the binding and bytes of a session. Bytes that another session has taken over are kept. */
  close(binding: Binding): Promise<void>;
  /** Deletes expired entries; returns their number. */
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

/** Name of the lock that a request holds while it opens a session. */
const openingLock = (bindingId: string): string => `${bindingId}-opening`;

/** Time for which a receipt is kept for clients that lost the response. No client retries for longer. */
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
    // More bytes than the file has: the store is damaged, so the upload cannot be resumed.
    if (received) return received.offset <= binding.sizeBytes ? received.offset : null;
    return (await isStored(binding)) ? binding.sizeBytes : null;
  }

  async function isStored(binding: Binding): Promise<boolean> {
    return (await records.endingOf(binding))?.kind === "stored";
  }

  /** Assigns the bytes of the previous session to the next one and returns their number; null if there are none. */
  async function takeOver(previous: Binding, next: Binding): Promise<number | null> {
    // MemoryLocker waits in a busy loop that uses a whole processor core; waiting for a promise does not.
    if ((await within(lockWaitMs, deliveries.settled(previous.id))) === TIMED_OUT) throw busy();
    return withLock(locker, deliveryLock(previous.bytesId), lockWaitMs, async () => {
      const isOwn = previous.id === next.id;
      // Another request may have closed the previous session, or assigned its bytes, while this one waited.
      if ((await records.find(previous.id))?.bytesId !== previous.bytesId) return null;
      if (await isStored(previous)) return isOwn ? previous.sizeBytes : null;
      const received = await receiver.offset(previous.bytesId);
      if (!received || received.offset > previous.sizeBytes) return null;
      if (isOwn && isSameTarget(previous, next)) return received.offset;
      // In this order, a crash in between loses no bytes; the repeated call removes the binding that is left.
      await records.write(next);
      if (!isOwn) await records.remove(previous.id);
      return received.offset;
    });
  }

  async function openEmpty(binding: Binding): Promise<void> {
    const { bytesId, sizeBytes } = binding;
    try {
      await admit(bytesId, () => store.create(new Upload({ id: bytesId, size: sizeBytes, offset: 0 })));
      await records.remove(binding.id);
      await records.write(binding);
    } catch (error) {
      if (error instanceof ApiError) throw error;
      await removeEntry(store, bytesId).catch(() => {});
      throw storeFailed(error);
    }
  }

  async function openAlone(session: Omit<Binding, "bytesId">, replaces: string | null): Promise<Opened> {
    const own = await ofFile(session.fileId);
    const replaced = replaces === null ? null : await ofFile(replaces);
    const fresh: Binding = { ...session, bytesId: nameFor(session) };
    if (own && !isSuccessor(fresh, own)) throw otherUser();
    // `own` is the same session, if its first response was lost.
    for (const previous of [own, replaced]) {
      if (!previous || !isSuccessor(fresh, previous)) continue;
      const binding = { ...fresh, id: previous === own ? previous.id : session.id, bytesId: previous.bytesId };
      const confirmed = await takeOver(previous, binding);
      if (confirmed === null) continue;
      // The first call assigned the bytes of the replaced session and ended in a crash before it removed the binding.
      if (previous === own && replaced?.bytesId === own.bytesId) await records.remove(replaced.id);
      return { binding, offset: confirmed };
    }
    await openEmpty(fresh);
    return { binding: fresh, offset: 0 };
  }

  function nameFor({ sizeBytes, subject, expiresAt }: Session): string {
    return newBytesId(sizeBytes, { subjectTag: subjectTagOf(newestSecret, subject), endsAt: expiresAt });
  }

  return {
    ofFile,
    offset,

    open(session, replaces) {
      const id = bindingIdOf(newestSecret, session.fileId);
      // Parallel calls for one file (a repeated request, say) wait for each other, so that they find the same bytes.
      return withLock(locker, openingLock(id), lockWaitMs, () => openAlone({ ...session, id }, replaces));
    },

    async close(binding) {
      deliveries.abandon(binding.id);
      await deliveries.settled(binding.id);
      await withLock(locker, deliveryLock(binding.bytesId), lockWaitMs, async () => {
        const current = await records.find(binding.id);
        if (current?.bytesId !== binding.bytesId) return;
        await records.remove(binding.id);
        await receiver.remove(binding.bytesId).catch((error: unknown) => {
          // A request that is still writing, in an instance that hangs, keeps them. The session is closed nevertheless, and
          // the bytes are deleted when they expire.
          if (!isBusy(error)) throw error;
        });
      });
    },

    async cleanUp() {
      let removed = 0;
      for (const id of (await list?.()) ?? []) {
        const bindingId = bindingOfReceipt(id);
        if (bindingId === null) continue;
        const receipt = await findUpload(store, id);
        // A receipt without an entry is being written at this moment, or has expired.
        if (!receipt?.creation_date || Date.now() - Date.parse(receipt.creation_date) < RECEIPT_MS) continue;
        // Bytes that storage did not take are kept for another session until they expire.
        const binding = await records.find(bindingId);
        if (binding && !(await isStored(binding))) continue;
        await records.remove(bindingId);
        removed += 2;
      }
      return removed + (await receiver.removeExpired());
    },
  };
}

function otherUser(): ApiError {
  return new ApiError(409, "Another user is uploading this file.", { code: "session_of_another_user" });
}

function storeFailed(cause: unknown): ApiError {
  return new ApiError(503, "The upload server cannot store files at the moment. Please try again shortly.", {
    code: "store_failed",
    headers: { "retry-after": "5" },
    cause,
  });
}
