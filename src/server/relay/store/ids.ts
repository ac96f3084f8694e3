import { createHmac, randomBytes } from "node:crypto";

/**
 * Names of entries in the store. The first letter gives the kind, and only bindings can be addressed by a URL:
 *
 *     f…  binding   session that the bytes belong to, and the address to deliver them to
 *     b…  bytes     bytes that have arrived
 *     r…  receipt   how the delivery of that binding's bytes ended
 *
 * All names are lower-case hex, because FileStore finds entries by a sort order that ignores case.
 */
const BINDING = /^f[0-9a-f]{64}$/;
const RECEIPT = /^r[0-9a-f]{64}$/;
const BYTES = /^b([0-9a-f]{12})([0-9a-f]{10})([0-9a-f]{16})[0-9a-f]{38}$/;

/** Field of a name for a session without an end. */
const NO_END = 0xff_ffff_ffff;
const NOBODY = "0".repeat(16);

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

/** Upload that the relay promised to store when it opened a session. */
export interface Promised {
  readonly sizeBytes: number;
  /** Keyed hash of the subject; null if `authorize` gave none. */
  readonly subjectTag: string | null;
  /** End of the session in epoch milliseconds; null if unknown. */
  readonly endsAt: number | null;
}

/** Short keyed hash of a subject, so that names in the store do not reveal it; null for "". */
export function subjectTagOf(secret: string, subject: string): string | null {
  if (subject === "") return null;
  const text = `lightfield-uploader relay subject v1\n${subject}`;
  return createHmac("sha256", secret).update(text).digest("hex").slice(0, NOBODY.length);
}

/** New name for bytes. It contains what was promised, so the state of a whole store is known from its listing. */
export function newBytesId(sizeBytes: number, { subjectTag, endsAt }: Partial<Promised> = {}): string {
  const end = endsAt == null ? NO_END : Math.max(0, Math.min(NO_END - 1, Math.ceil(endsAt / 1000)));
  const fields = [hex(sizeBytes, 12), hex(end, 10), subjectTag ?? NOBODY];
  return `b${fields.join("")}${randomBytes(19).toString("hex")}`;
}

/** Promise that the name of an entry for bytes contains; null for a binding or a receipt. */
export function promisedBy(id: string): Promised | null {
  const [, size, end, tag] = BYTES.exec(id) ?? [];
  if (size === undefined || end === undefined || tag === undefined) return null;
  const seconds = Number.parseInt(end, 16);
  return {
    sizeBytes: Number.parseInt(size, 16),
    subjectTag: tag === NOBODY ? null : tag,
    endsAt: seconds === NO_END ? null : seconds * 1000,
  };
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, "0");
}
