const ID_BYTES = 16;

/** 128 random bits as hex. Does not use `crypto.randomUUID()`, which exists only in secure contexts. */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(ID_BYTES));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
