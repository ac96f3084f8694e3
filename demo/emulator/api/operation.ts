import type { JsonObject } from "./body-fields.ts";
import type { ApiKey } from "./keys.ts";

/** One call of the API, let in: key, scope and version are checked, the body is JSON. */
export interface Call {
  readonly key: ApiKey;
  /** The id in the path; empty where there is none. */
  readonly id: string;
  readonly query: URLSearchParams;
  readonly body: JsonObject;
}

/** Gives the answer's JSON, or throws an `ApiError`. */
export type Operation = (call: Call) => unknown;
