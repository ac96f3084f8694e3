/** 128 random bits as hex. Does not use `crypto.randomUUID()`, which exists only in secure contexts. */
export function randomId(): string {
  // Joined and not added: thousands of files keep their ids, and an added text keeps its parts.
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(16).padStart(8, "0")).join("");
}
