import type { CreateReply, WireTransfer } from "../../host/protocol.ts";
import { parseHttpUrl } from "../http-url.ts";
import type { RequestOptions } from "../lightfield/request.ts";
import type { RateLimits } from "../limits/subject-limits.ts";
import { areSecrets, checkAllowedOrigins, secretsOf } from "../shared-options.ts";
import type { Grant } from "./grant.ts";
import type { FileHooks } from "./hooks.ts";
import type { Route } from "./route.ts";

export interface TokenEndpointOptions extends RequestOptions, FileHooks {
  /**
   * Signs the tokens that bind each file to its user: at least 32 random characters, the same on every instance. With
   * several, the first signs and all verify. To replace a secret without interruption, append the new one on every
   * instance, then move it to the front, and remove the old one when the uploads in progress have ended (a token is
   * valid for a day longer than its session).
   */
  readonly secret: string | readonly string[];
  /**
   * Identifies the user of a call and decides whether they may make it. Read the request's cookies or headers: the body
   * is not read yet, so a client that sends it slowly must be authorized first (see `allows` for rules about the body).
   * Return what is granted, `false` for a plain 403, or a Response (see `refuse`) to refuse in your own words.
   */
  readonly authorize: (request: Request, call: Route) => Authorization | Promise<Authorization>;
  /** Path at which the endpoint is mounted, for example "/api/lightfield". Default: derived from each request. */
  readonly basePath?: string | undefined;
  /**
   * Address of this server for browsers: "https://app.example.com". Set it behind a proxy that ends TLS or changes the
   * Host header: browsers without `Sec-Fetch-Site` (pages on plain http, Safari before 16.4) are otherwise refused.
   */
  readonly publicUrl?: string | undefined;
  /** Exact origins of other pages that may call: "https://app.example.com". Default none. */
  readonly allowedOrigins?: readonly string[] | undefined;
  /** Maximum size of a request body in bytes. Default 65,536. */
  readonly maxBodyBytes?: number | undefined;
  /** Time limit for the body of a request to arrive, in milliseconds. Default 10,000. */
  readonly bodyTimeoutMs?: number | undefined;
  /** Rate limits for each subject. `false` leaves only Lightfield's own limit. */
  readonly rateLimit?: RateLimits | false | undefined;
  /** Called with each error; API key, secrets and URL queries are removed. Default: one line on the console. */
  readonly onError?: ((error: Error) => void) | undefined;
  /**
   * Replaces the direct PUT to storage by another transfer, for example a relay. The presigned URL then stays on the
   * server. Return undefined to keep the PUT.
   */
  readonly transfer?:
    | ((file: CreateReply, call: TransferCall) => WireTransfer | undefined | Promise<WireTransfer | undefined>)
    | undefined;
}

/** Second argument of `transfer`: the call that created the session. */
export interface TransferCall {
  readonly request: Request;
  /** The user's `subject` from `authorize`; "" if it gave none. */
  readonly subject: string;
  /** The file token. A client that presents it may send the file's bytes. */
  readonly token: string;
  /**
   * File id of the session that this one replaces, proven by its token; its bytes may be kept. Null if there is none.
   */
  readonly replaces: string | null;
  /** Origin of `publicUrl`; null or absent if that is not set. */
  readonly publicOrigin?: string | null;
}

export type Authorization = Grant | Response | false;

/** Checks the options. The error says what to change and never quotes the key. @throws TypeError */
export function checkOptions(options: TokenEndpointOptions): void {
  if (typeof options.apiKey !== "string" || options.apiKey === "") {
    throw new TypeError(
      "createTokenEndpoint needs `apiKey`: your Lightfield API key, for example from an environment variable of the " +
        "server (process.env.LIGHTFIELD_API_KEY). Is the variable set?",
    );
  }
  if (!/^[\x21-\x7e]+$/.test(options.apiKey)) {
    throw new TypeError(
      "`apiKey` contains a space, a line break or another character that API keys do not have. Check how it is read.",
    );
  }
  if (!areSecrets(secretsOf(options))) {
    throw new TypeError(
      "createTokenEndpoint needs `secret`: at least 32 random characters, known only to your servers, that sign the file " +
        "tokens. Create one with `openssl rand -base64 33`, store it with the API key (process.env.UPLOAD_SECRET, for " +
        "example), and give it to every instance.",
    );
  }
  if (typeof options.authorize !== "function") {
    throw new TypeError(
      "createTokenEndpoint needs `authorize`: a function that decides who may upload. Without it, anyone who finds the " +
        "endpoint could put files into your workspace. Return true for a signed-in user, otherwise false.",
    );
  }
  if (options.basePath !== undefined && !options.basePath.startsWith("/")) {
    throw new TypeError('`basePath` must begin with "/", like "/api/lightfield".');
  }
  if (options.publicUrl !== undefined && parseHttpUrl(options.publicUrl) === null) {
    throw new TypeError('`publicUrl` must be an absolute http(s) URL such as "https://app.example.com".');
  }
  checkAllowedOrigins(options.allowedOrigins);
}
