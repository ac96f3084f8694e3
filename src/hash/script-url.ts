/** The part of Trusted Types that is needed here: TypeScript's own DOM library does not know it. */
interface TrustedTypePolicyFactory {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

const POLICY_NAME = "lightfield-uploader";
let toTrusted: ((url: string) => string) | null = null;

/**
 * The address in the form that `new Worker` takes where Trusted Types are enforced. What the policy returns is an object
 * that the browser knows; for the type system it stays a string, as for the Worker constructor.
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
    // The page does not allow our policy, or another copy of this script has it already. A default policy may still
    // let the plain string pass; otherwise the Worker constructor throws, and hashing goes on without a worker.
    return plain;
  }
}
