/** Whether a value is an object whose values are all strings, as a map of headers is. */
export function isTextMap(value: unknown): value is Readonly<Record<string, string>> {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  return isObject && Object.values(value).every((entry) => typeof entry === "string");
}
