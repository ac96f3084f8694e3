/** Keys through which careless code could change a prototype. No page needs them in its context. */
const UNSAFE_KEYS = ["__proto__", "constructor", "prototype"];

/**
 * Copies parsed JSON without the keys that reach a prototype.
 * @throws RangeError if it is nested deeper than `levels`
 */
export function plainJson(value: unknown, levels: number): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (levels === 0) throw new RangeError("This JSON is nested too deeply.");
  if (Array.isArray(value)) return value.map((item) => plainJson(item, levels - 1));
  const kept = Object.entries(value).filter(([key]) => !UNSAFE_KEYS.includes(key));
  return Object.fromEntries(kept.map(([key, item]) => [key, plainJson(item, levels - 1)]));
}
