/** Attributes that say the same as the given properties, as far as text can. */
export function attributesOf(
  given: Readonly<Record<string, unknown>>,
  attributes: Readonly<Record<string, string | null>>,
): Record<string, string> {
  const written: Record<string, string> = {};
  for (const [property, attribute] of Object.entries(attributes)) {
    const value = given[property];
    if (attribute === null || value === false || value === undefined || value === null) continue;
    if (typeof value !== "object" && typeof value !== "function") written[attribute] = value === true ? "" : `${value}`;
  }
  return written;
}
