import { type DataStore, ERRORS, Upload } from "@tus/server";
import { type Binding, parseBinding, writeBinding } from "./binding.ts";
import { type Ending, parseEnding, writeEnding } from "./ending.ts";
import { receiptIdOf } from "./ids.ts";

/** Bindings and receipts. They are stored beside the bytes, so every instance with that store knows them. */
export interface Records {
  find(bindingId: string): Promise<Binding | null>;
  write(binding: Binding): Promise<void>;
  /** Result of the last delivery of a binding's bytes; null if there is none, or if the binding has another target now. */
  endingOf(binding: Binding): Promise<Ending | null>;
  writeEnding(binding: Binding, ending: Ending): Promise<void>;
  /** Deletes the binding and then the receipt: without a binding no request starts new work. */
  remove(bindingId: string): Promise<void>;
}

/**
 * Size of a record, which is stored as the metadata of a tus upload whose only byte is never sent. (FileStore would
 * treat an upload of zero bytes as finished and never expire it.)
 */
const NEVER_SENT_BYTES = 1;

export function createRecords(store: DataStore): Records {
  const create = async (id: string, metadata: Record<string, string>): Promise<void> => {
    await store.create(new Upload({ id, size: NEVER_SENT_BYTES, offset: 0, metadata }));
  };

  return {
    async find(bindingId) {
      const upload = await findUpload(store, bindingId);
      return upload && parseBinding(bindingId, upload.metadata?.binding);
    },
    write: (binding) => create(binding.id, { binding: writeBinding(binding) }),
    async endingOf(binding) {
      const receipt = await findUpload(store, receiptIdOf(binding.id));
      return receipt && parseEnding(binding, receipt.metadata?.ending);
    },
    writeEnding: (binding, ending) => create(receiptIdOf(binding.id), { ending: writeEnding(binding, ending) }),
    async remove(bindingId) {
      await removeEntry(store, bindingId);
      await removeEntry(store, receiptIdOf(bindingId));
    },
  };
}

/** Reads an upload from the store; null if it does not exist or has expired. */
export async function findUpload(store: DataStore, id: string): Promise<Upload | null> {
  try {
    const upload = await store.getUpload(id);
    return isExpired(store, upload) ? null : upload;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** Deletes an entry. A missing entry is not an error, since another instance may have deleted it. */
export async function removeEntry(store: DataStore, id: string): Promise<void> {
  try {
    await store.remove(id);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}

/** Time at which the store expires an entry, in epoch milliseconds; null for never. */
export function expiryOf(store: DataStore, upload: Upload): number | null {
  const periodMs = store.getExpiration();
  return periodMs > 0 && upload.creation_date ? Date.parse(upload.creation_date) + periodMs : null;
}

function isExpired(store: DataStore, upload: Upload): boolean {
  const expiresAt = expiryOf(store, upload);
  return expiresAt !== null && expiresAt <= Date.now();
}

/** Whether a store's error means that the entry does not exist. Stores throw these two objects themselves. */
export function isMissing(error: unknown): boolean {
  return error === ERRORS.FILE_NOT_FOUND || error === ERRORS.FILE_NO_LONGER_EXISTS;
}
