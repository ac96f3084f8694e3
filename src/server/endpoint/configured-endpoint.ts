import { ApiError } from "../api-error.ts";
import type { Authorization, TokenEndpointOptions } from "./options.ts";
import { jsonReply } from "./reply.ts";
import type { Route } from "./route.ts";
import { createTokenEndpoint as createEndpoint, type TokenEndpoint } from "./token-endpoint.ts";

/** Options as an environment gives them: a variable that is not set is undefined. */
export interface EnvironmentOptions extends Omit<TokenEndpointOptions, "apiKey" | "secret" | "authorize"> {
  /** Your Lightfield API key. While it is not set, as in a build, every call is answered with status 500. */
  readonly apiKey: string | undefined;
  /**
   * Signs the tokens that bind each file to its user: at least 32 random characters, the same on every instance. With
   * several, the first signs and all verify. To replace a secret without interruption, append the new one on every
   * instance, then move it to the front, and remove the old one when the uploads in progress have ended (a token is
   * valid for a day longer than its session). While it is not set, every call is answered with status 500.
   */
  readonly secret: string | readonly string[] | undefined;
  /**
   * Identifies the user of a call and decides whether they may make it. Read the request's cookies or headers: the body
   * is not read yet, so a client that sends it slowly must be authorized first (see `allows` for rules about the body).
   * Return what is granted; `false`, `null` or nothing for a plain 403; or a Response (see `refuse`) to refuse in your own
   * words.
   */
  readonly authorize: (
    request: Request,
    call: Route,
  ) => Authorization | null | undefined | Promise<Authorization | null | undefined>;
}

/**
 * Creates the endpoint between the uploader element and Lightfield. It holds the API key and permits what `authorize`
 * grants. It uses web standards only, so it runs on every platform that turns a `Request` into a `Response`. It keeps
 * no state that another instance would need: any instance can handle any call.
 *
 * Frameworks load their routes when they build, where the server's environment is not set: without `apiKey` or `secret`
 * nothing is thrown, and the calls are refused. Any other wrong option throws at once.
 */
export function createTokenEndpoint(options: EnvironmentOptions): TokenEndpoint {
  const { apiKey, secret, authorize } = options;
  if (apiKey && secret) {
    const decide = async (request: Request, call: Route) => (await authorize(request, call)) ?? false;
    const isFunction = typeof authorize === "function";
    return createEndpoint({ ...options, apiKey, secret, authorize: isFunction ? decide : authorize });
  }
  const unset = apiKey ? "secret (UPLOAD_SECRET, for example)" : "apiKey (LIGHTFIELD_API_KEY, for example)";
  const error = new TypeError(
    `createTokenEndpoint got no ${unset}: the variable is not set where this server runs. Every call is refused.`,
  );
  const report = options.onError ?? (({ message }: Error) => console.error(`lightfield-uploader: ${message}`));
  const refuse = async (): Promise<Response> => {
    report(error);
    const refusal = new ApiError(500, "The server is not set up for uploads: see its log.", { code: "not_configured" });
    return jsonReply(refusal.status, JSON.stringify(refusal.toReply()), refusal.headers);
  };
  const problems = [{ code: "not_configured", message: error.message }] as const;
  return Object.assign(refuse, { validate: async () => ({ ok: false, problems }) });
}
