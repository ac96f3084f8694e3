import type { JsonObject } from "./body-fields.ts";
import type { ApiKey } from "./keys.ts";

/** One authenticated call of the API: key, scope and version are checked, and the body is JSON. */
export interface Call {
  readonly key: ApiKey;
  /** Id in the path; "" if there is none. */
  readonly id: string;
  readonly query: URLSearchParams;
  readonly body: JsonObject;
}

/** Returns the JSON of the response or throws an `ApiError`. */
export type Operation = (call: Call) => unknown;
