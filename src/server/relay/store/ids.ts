import { createHmac, randomBytes } from "node:crypto";

/**
 * Names of entries in the store. The first letter gives the kind, and only bindings can be addressed by a URL:
 *
 *     f…  binding   session that the bytes belong to, and the address to deliver them to
 *     b…  bytes     bytes that have arrived
 *     r…  receipt   the bytes of that binding were delivered
 *
 * All names are lower-case hex, because FileStore finds entries by a sort order that ignores case.
 */
const BINDING = /^f[0-9a-f]{64}$/;
const RECEIPT = /^r[0-9a-f]{64}$/;
const BYTES = /^b([0-9a-f]{12})[0-9a-f]{64}$/;

/** Whether a name is that of a binding, bytes or a receipt. */
export function isEntryId(name: string): boolean {
  return BINDING.test(name) || RECEIPT.test(name) || BYTES.test(name);
}

/** Binding id of a file: derived, so every instance can find it, and keyed, so nobody else can compute it. */
export function bindingIdOf(secret: string, fileId: string): string {
  return `f${createHmac("sha256", secret).update(`lightfield-uploader relay binding v1\n${fileId}`).digest("hex")}`;
}

export function isBindingId(text: string): boolean {
  return BINDING.test(text);
}

export function receiptIdOf(bindingId: string): string {
  return `r${bindingId.slice(1)}`;
}

/** Binding id of a receipt; null for another entry. */
export function bindingOfReceipt(id: string): string | null {
  return RECEIPT.test(id) ? `f${id.slice(1)}` : null;
}

/** New name for bytes. It contains the file size, so the promised bytes of a folder are known from its listing. */
export function newBytesId(sizeBytes: number): string {
  return `b${sizeBytes.toString(16).padStart(12, "0")}${randomBytes(32).toString("hex")}`;
}

/** Size that the bytes of an entry will have when complete; null for a binding or a receipt. */
export function reservedBytes(id: string): number | null {
  const size = BYTES.exec(id)?.[1];
  return size === undefined ? null : Number.parseInt(size, 16);
}
