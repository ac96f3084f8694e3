/**
 * Whether a text is an absolute http(s) URL. `javascript:`, `blob:` and relative URLs are not: bytes are sent to such an
 * URL or downloaded from it, and a page must not be tricked into using one of its own.
 */
export function isHttpUrl(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}
