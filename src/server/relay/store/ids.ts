import { createHmac, randomBytes } from "node:crypto";

/**
 * Names in the store. Three kinds of entries lie there, told apart by the first letter, and only the first kind can be
 * addressed from outside:
 *
 *     f…  binding   which file's session the bytes are for, and where they go in the end
 *     b…  bytes     what has arrived
 *     r…  receipt   the bytes of that binding were passed on
 *
 * All are lower-case hex: FileStore finds its entries by sorting names as words are sorted, where "a" and "A" are alike.
 */
const BINDING = /^f[0-9a-f]{64}$/;
const RECEIPT = /^r[0-9a-f]{64}$/;
const BYTES = /^b([0-9a-f]{12})[0-9a-f]{64}$/;

/** Whether an entry is of our making, whatever its kind. */
export function isEntryId(name: string): boolean {
  return BINDING.test(name) || RECEIPT.test(name) || BYTES.test(name);
}

/** Derived, so that any instance finds the binding of a file; keyed, so that nobody else can. */
export function bindingIdOf(secret: string, fileId: string): string {
  return `f${createHmac("sha256", secret).update(`lightfield-uploader relay binding v1\n${fileId}`).digest("hex")}`;
}

export function isBindingId(text: string): boolean {
  return BINDING.test(text);
}

export function receiptIdOf(bindingId: string): string {
  return `r${bindingId.slice(1)}`;
}

/** The binding that an entry is the receipt of; null for any other entry. */
export function bindingOfReceipt(id: string): string | null {
  return RECEIPT.test(id) ? `f${id.slice(1)}` : null;
}

/** The size is part of the name: what a folder may come to hold is then known from its list of names. */
export function newBytesId(sizeBytes: number): string {
  return `b${sizeBytes.toString(16).padStart(12, "0")}${randomBytes(32).toString("hex")}`;
}

/** The bytes that an entry will have when it is complete; null for an entry that holds none. */
export function reservedBytes(id: string): number | null {
  const size = BYTES.exec(id)?.[1];
  return size === undefined ? null : Number.parseInt(size, 16);
}
