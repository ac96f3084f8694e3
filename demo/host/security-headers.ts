/**
 * Content Security Policy of the strict page: the bundle needs WebAssembly, a worker from its own origin and the
 * storage's origin, and nothing else. The two Trusted Types policies are Lit's and the element's, for its worker's
 * address.
 */
export function strictPolicy(storageOrigin: string | null): string {
  return [
    "default-src 'self'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "worker-src 'self'",
    "style-src 'self'",
    // The real Lightfield names its storage only per session, so the page must allow all https addresses.
    `connect-src 'self' ${storageOrigin ?? "https:"}`,
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types lit-html lightfield-uploader",
  ].join("; ");
}
