/** 128 random bits as hex. Does not use `crypto.randomUUID()`, which exists only in secure contexts. */
export function randomId(): string {
  const [a = 0, b = 0, c = 0, d = 0] = crypto.getRandomValues(new Uint32Array(4));
  return hex(a) + hex(b) + hex(c) + hex(d);
}

function hex(number: number): string {
  return number.toString(16).padStart(8, "0");
}
