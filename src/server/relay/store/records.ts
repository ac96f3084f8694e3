import { type DataStore, ERRORS, Upload } from "@tus/server";
import { type Binding, parseBinding, writeBinding } from "./binding.ts";
import { receiptIdOf } from "./ids.ts";

/** Bindings and receipts, kept in the store beside the bytes, so that every instance on that store knows them. */
export interface Records {
  find(bindingId: string): Promise<Binding | null>;
  write(binding: Binding): Promise<void>;
  hasReceipt(bindingId: string): Promise<boolean>;
  writeReceipt(bindingId: string): Promise<void>;
  /** The binding first: without one, nobody begins anything new. */
  remove(bindingId: string): Promise<void>;
}

/**
 * A record is a tus upload of one byte that never comes. (Of no byte at all, FileStore would take it for a finished one
 * and never let it expire.)
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
    hasReceipt: async (bindingId) => (await findUpload(store, receiptIdOf(bindingId))) !== null,
    writeReceipt: (bindingId) => create(receiptIdOf(bindingId), {}),
    async remove(bindingId) {
      await removeEntry(store, bindingId);
      await removeEntry(store, receiptIdOf(bindingId));
    },
  };
}

/** Null when there is none, or none any more. */
export async function findUpload(store: DataStore, id: string): Promise<Upload | null> {
  try {
    const upload = await store.getUpload(id);
    return isExpired(store, upload) ? null : upload;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** Removing what is not there is no error: somebody else was faster. */
export async function removeEntry(store: DataStore, id: string): Promise<void> {
  try {
    await store.remove(id);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}

/** When the store gives the entry up: epoch milliseconds, null for never. */
export function expiryOf(store: DataStore, upload: Upload): number | null {
  const periodMs = store.getExpiration();
  return periodMs > 0 && upload.creation_date ? Date.parse(upload.creation_date) + periodMs : null;
}

function isExpired(store: DataStore, upload: Upload): boolean {
  const expiresAt = expiryOf(store, upload);
  return expiresAt !== null && expiresAt <= Date.now();
}

/** The stores throw these two objects themselves. */
export function isMissing(error: unknown): boolean {
  return error === ERRORS.FILE_NOT_FOUND || error === ERRORS.FILE_NO_LONGER_EXISTS;
}
