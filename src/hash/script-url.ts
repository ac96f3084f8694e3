/** The required part of the Trusted Types API, which TypeScript's DOM library lacks. */
interface TrustedTypePolicyFactory {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

const POLICY_NAME = "lightfield-uploader";
let toTrusted: ((url: string) => string) | null = null;

/**
 * Converts a URL to what `new Worker` accepts where Trusted Types are enforced. The policy returns a `TrustedScriptURL`
 * object, which is typed as a string because the `Worker` constructor is declared that way.
 */
export function scriptUrl(url: string): string {
  toTrusted ??= policy();
  return toTrusted(url);
}

function policy(): (url: string) => string {
  const factory = (globalThis as { trustedTypes?: TrustedTypePolicyFactory }).trustedTypes;
  const plain = (url: string) => url;
  try {
    const made = factory?.createPolicy(POLICY_NAME, { createScriptURL: plain });
    return made ? (url) => made.createScriptURL(url) : plain;
  } catch {
    // The page does not allow our policy, or another copy of this script has created it. A default policy may still accept
    // the plain string; otherwise the Worker constructor throws, and hashing continues without a worker.
    return plain;
  }
}
