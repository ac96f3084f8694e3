import { Calls, type EndpointOptions } from "./calls.ts";
import { Fault, type Finding, Skipped } from "./report.ts";
import { accessRules } from "./rules/access.ts";
import { corsRules } from "./rules/cors.ts";
import { errorRules } from "./rules/errors.ts";
import { limitRules } from "./rules/limits.ts";
import { readingRules } from "./rules/reading.ts";
import type { Lab, Rule } from "./rules/rule.ts";
import { uploadRules } from "./rules/upload.ts";
import { Sessions } from "./sample.ts";

export interface CheckOptions extends EndpointOptions {
  /** Purpose of the files that the checker creates. Absent: none. */
  readonly purpose?: string | undefined;
  /** Origin of the page if it differs from the endpoint's, for example "https://www.example.com". */
  readonly origin?: string | undefined;
  /** Called after each rule. */
  readonly onFinding?: ((finding: Finding) => void) | undefined;
}

/** The rules of errors come last, since they search every response that was seen before. */
const RULES: readonly Rule[] = [
  ...uploadRules,
  ...accessRules,
  ...limitRules,
  ...readingRules,
  ...corsRules,
  ...errorRules,
];

/**
 * Runs the contract (openapi.yaml) against a live endpoint, one call after another. It creates about 25 sessions, uploads
 * two files of 87 bytes (one of them with a wrong MD5) and cancels every other session at the end. It never throws and
 * always ends: when calls get no response any more, or all of them take too long, the rest is not checked.
 */
export async function checkEndpoint(options: CheckOptions): Promise<Finding[]> {
  const calls = new Calls(options);
  const sessions = new Sessions(calls, options.purpose);
  const pageOrigin = options.origin === undefined || options.origin === calls.endpoint.origin ? null : options.origin;
  const lab: Lab = { calls, sessions, pageOrigin, fetch: options.fetch ?? fetch, completed: null };
  const findings: Finding[] = [];
  for (const rule of RULES) {
    const finding = await tryRule(rule, lab);
    findings.push(finding);
    options.onFinding?.(finding);
  }
  await sessions.cancelAll();
  return findings;
}

async function tryRule({ group, rule, check }: Rule, lab: Lab): Promise<Finding> {
  try {
    await check(lab);
    return { group, rule, outcome: "passed" };
  } catch (error) {
    if (error instanceof Skipped) return { group, rule, outcome: "skipped", observed: error.message };
    if (error instanceof Fault) return { group, rule, outcome: "failed", observed: error.message, fix: error.fix };
    const observed = error instanceof Error ? error.message : String(error);
    return { group, rule, outcome: "failed", observed, fix: "The checker failed here; please report it." };
  }
}
