import type { Calls } from "../calls.ts";
import type { Sessions } from "../sample.ts";

export interface Lab {
  readonly calls: Calls;
  readonly sessions: Sessions;
  /** Replaces the global `fetch` when the sample is sent. */
  readonly fetch: typeof fetch;
  /** Origin of the page, if it differs from the endpoint's; null if they are the same. */
  readonly pageOrigin: string | null;
  /** Shared between rules: the id and token of a file that was completed; null until then. */
  completed: { readonly id: string; readonly token: string | null } | null;
}

/** One rule of the contract. `check` throws a Fault when the endpoint breaks it. */
export interface Rule {
  readonly group: string;
  readonly rule: string;
  check(lab: Lab): Promise<void>;
}

/** Path of a call for one file. */
export function pathOf(id: string, verb: "" | "complete" | "cancel" | "url" = ""): string {
  return `/${encodeURIComponent(id)}${verb === "" ? "" : `/${verb}`}`;
}
