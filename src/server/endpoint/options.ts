import type { CreateReply, WireTransfer } from "../../host/protocol.ts";
import type { RequestOptions } from "../lightfield/request.ts";
import type { RateLimits } from "../limits/subject-limits.ts";
import type { Grant } from "./grant.ts";
import type { FileHooks } from "./hooks.ts";
import type { HostCall } from "./read-call.ts";

export interface TokenEndpointOptions extends RequestOptions, FileHooks {
  /**
   * Signs the tokens that keep each file in its own user's hands: at least 32 random characters, the same on every
   * instance. Of several the first signs and all verify. To replace one without a break, add the new one at the end on
   * every instance, then move it to the front, and take the old one out when the uploads under way are over (a token
   * lives a day longer than its session).
   */
  readonly secret: string | readonly string[];
  /**
   * Decides about every call: who is this, and may they? Look at the request's cookies or headers; its body is already
   * read and stands, parsed, in `call`. Return what is granted; `false` for a plain 403; a Response (see `refuse`) to
   * refuse in your own words.
   */
  readonly authorize: (request: Request, call: HostCall) => Authorization | Promise<Authorization>;
  /** The path at which the endpoint is mounted, "/api/lightfield" say. Default: worked out from each request. */
  readonly basePath?: string | undefined;
  /** Origins of the pages that may call beside your own, exactly: "https://app.example.com". Default none. */
  readonly allowedOrigins?: readonly string[] | undefined;
  /** The most a request's body may have. Default 65,536. */
  readonly maxBodyBytes?: number | undefined;
  /** How fast one subject may ask. `false` for no limit but Lightfield's own. */
  readonly rateLimit?: RateLimits | false | undefined;
  /** Told of what went wrong, with the API key, the secrets and the queries of URLs taken out. Default: one line on the console. */
  readonly onError?: ((error: Error) => void) | undefined;
  /**
   * Another way for the bytes than the direct PUT (a relay, say), whose presigned URL then stays on the server; undefined
   * keeps the PUT.
   */
  readonly transfer?:
    | ((file: CreateReply, call: TransferCall) => WireTransfer | undefined | Promise<WireTransfer | undefined>)
    | undefined;
}

/** What `transfer` may need to know of the call that made the file. */
export interface TransferCall {
  readonly request: Request;
  /** Who `authorize` said the user is; "" when it did not say. */
  readonly subject: string;
  /** The file's own token: who shows it may send the file's bytes. */
  readonly token: string;
  /** The session that this one takes the place of, proven by its token: its bytes may be kept. */
  readonly replaces: string | null;
}

export type Authorization = Grant | Response | false;

/** Complains about a mistake in the options, in a sentence that says what to do. It never quotes the key. */
export function checkOptions(options: TokenEndpointOptions): void {
  if (typeof options.apiKey !== "string" || options.apiKey === "") {
    throw new TypeError(
      "createTokenEndpoint needs `apiKey`: your Lightfield API key, from an environment variable of the server for " +
        "example (process.env.LIGHTFIELD_API_KEY). Is the variable set?",
    );
  }
  if (!/^[\x21-\x7e]+$/.test(options.apiKey)) {
    throw new TypeError(
      "`apiKey` holds a space, a line break or another character that no API key has: check how it is read.",
    );
  }
  checkSecrets(secretsOf(options));
  if (typeof options.authorize !== "function") {
    throw new TypeError(
      "createTokenEndpoint needs `authorize`: a function that says who may upload. Without one, everybody who finds " +
        "the endpoint could put files into your workspace. Return true from it for a signed-in user, false otherwise.",
    );
  }
  if (options.basePath !== undefined && !options.basePath.startsWith("/")) {
    throw new TypeError('`basePath` must begin with "/", like "/api/lightfield".');
  }
  for (const origin of options.allowedOrigins ?? []) {
    if (!isOrigin(origin)) {
      throw new TypeError(
        `\`allowedOrigins\` must list exact origins such as "https://app.example.com", without a path; "${origin}" is none.`,
      );
    }
  }
}

export function secretsOf({ secret }: TokenEndpointOptions): readonly string[] {
  return typeof secret === "string" ? [secret] : (secret ?? []);
}

function checkSecrets(secrets: readonly unknown[]): void {
  if (secrets.length > 0 && secrets.every((secret) => typeof secret === "string" && secret.length >= 32)) return;
  throw new TypeError(
    "createTokenEndpoint needs `secret`: at least 32 random characters that only your servers know, with which it signs " +
      "each file's token. Make one with `openssl rand -base64 33`, keep it where the API key is kept " +
      "(process.env.UPLOAD_SECRET, say), and give every instance the same.",
  );
}

function isOrigin(text: string): boolean {
  try {
    return text !== "null" && new URL(text).origin === text;
  } catch {
    return false;
  }
}
