/** The context as comparable text; "" for none, null if it is not JSON. */
export function asComparable(context: unknown): string | null {
  try {
    return context === undefined || context === null ? "" : (JSON.stringify(context) ?? "");
  } catch {
    return null;
  }
}
