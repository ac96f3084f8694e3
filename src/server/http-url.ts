/** The parsed URL if `text` is an absolute http or https URL, otherwise null. */
export function parseHttpUrl(text: string): URL | null {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return null;
  return new URL(text);
}
