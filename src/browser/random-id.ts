const ID_BYTES = 16;

/** 128 unguessable bits as hex. Not `crypto.randomUUID()`: that exists on secure pages only. */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(ID_BYTES));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
