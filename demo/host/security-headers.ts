/**
 * Content Security Policy of the strict page: the bundle needs only WebAssembly, a worker from its own origin, and
 * requests to the storage's origin. The two Trusted Types policies are Lit's, and the element's for the URL of its worker.
 */
export function strictPolicy(storageOrigin: string | null): string {
  return [
    "default-src 'self'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "worker-src 'self'",
    "style-src 'self'",
    // The real Lightfield returns the storage URL only per session, so the page must allow all https origins.
    `connect-src 'self' ${storageOrigin ?? "https:"}`,
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types lit-html lightfield-uploader",
  ].join("; ");
}
