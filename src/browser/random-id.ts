/** Random bits for the next ids: asking the browser for them takes longer than making an id. */
const bits = new Uint32Array(1024);
let used = bits.length;

/** 128 random bits as hex. Does not use `crypto.randomUUID()`, which exists only in secure contexts. */
export function randomId(): string {
  if (used >= bits.length) {
    crypto.getRandomValues(bits);
    used = 0;
  }
  const part = () => (bits[used++] ?? 0).toString(16).padStart(8, "0");
  // Joined and not added: thousands of files keep their ids, and an added text keeps its parts.
  return [part(), part(), part(), part()].join("");
}
