import { ApiError } from "../api-error.ts";
import { field, isObject } from "../json.ts";

/** What a token is good for; each includes the ones before it. The rest, `upload`, is the whole way of one's own file. */
const POWERS = ["read", "cancel", "upload"] as const;
export type TokenPower = (typeof POWERS)[number];

/** What a token says. It is good for one file and one subject only. */
export interface FileTokenClaims {
  readonly fileId: string;
  /** Who `authorize` said the user is; "" when it did not say. */
  readonly subject: string;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
  /** Absent: "upload". A token from a list has less, because it does not know the page's context. */
  readonly may?: TokenPower;
  /** What the page gave as `context` when the session was made. */
  readonly context?: unknown;
}

export interface FileTokens {
  sign(claims: FileTokenClaims): Promise<string>;
  /**
   * The claims of a token that is good for this file and subject, and for what is to be done (default "upload").
   * @throws ApiError 401 without one (`token_missing`) or past its time (`token_expired`), 403 for any other (`token_invalid`)
   */
  verify(
    token: string | null,
    expected: Pick<FileTokenClaims, "fileId" | "subject" | "may">,
    now: number,
  ): Promise<FileTokenClaims & { readonly may: TokenPower }>;
}

const PREFIX = "lightfield-uploader file token v1";
const HMAC = { name: "HMAC", hash: "SHA-256" };

/**
 * Tokens that let one end user, and nobody else, go on with one file: an HMAC over file id, subject, expiry and context.
 * Nothing is stored, so any instance with the same secret can check what another has signed. The subject is covered by
 * the signature but not written into the token, which the browser sees.
 *
 * @param secrets the newest first: it signs; all of them verify, so that a key can be replaced while uploads are under way
 */
export function createFileTokens(secrets: readonly string[]): FileTokens {
  const [newest, ...older] = secrets;
  if (newest === undefined) throw new TypeError("createFileTokens needs at least one secret.");
  // Made at the first use: some edge platforms allow no cryptography while a module is loaded.
  const signing = lazy(() => importKey(newest));
  const verifying = [signing, ...older.map((secret) => lazy(() => importKey(secret)))];

  async function isGenuine(payload: string, subject: string, signature: Uint8Array<ArrayBuffer>): Promise<boolean> {
    for (const key of verifying) {
      if (await crypto.subtle.verify("HMAC", await key(), signature, signedText(payload, subject))) return true;
    }
    return false;
  }

  return {
    async sign({ fileId, subject, expiresAt, may = "upload", context }) {
      const payload = toBase64Url(utf8(JSON.stringify({ f: fileId, e: expiresAt, m: may, c: context })));
      const signature = await crypto.subtle.sign("HMAC", await signing(), signedText(payload, subject));
      return `${payload}.${toBase64Url(new Uint8Array(signature))}`;
    },

    async verify(token, { fileId, subject, may = "upload" }, now) {
      if (!token) throw refusal(401, "token_missing", "This call needs the token that came with the file's session.");
      const [payload = "", signature = "", ...rest] = token.split(".");
      const signatureBytes = rest.length === 0 ? fromBase64Url(signature) : null;
      const genuine = signatureBytes !== null && (await isGenuine(payload, subject, signatureBytes));
      const claims = genuine ? parseClaims(payload, subject) : null;
      if (!claims || claims.fileId !== fileId || POWERS.indexOf(claims.may) < POWERS.indexOf(may)) {
        throw refusal(403, "token_invalid", "This token is not good for this file.");
      }
      if (claims.expiresAt <= now) throw refusal(401, "token_expired", "The time for this upload is over.");
      return claims;
    },
  };
}

function lazy<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => {
    made ??= make();
    return made;
  };
}

function importKey(secret: string): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", utf8(secret), HMAC, false, ["sign", "verify"]);
}

function signedText(payload: string, subject: string): Uint8Array<ArrayBuffer> {
  return utf8(`${PREFIX}\n${payload}\n${subject}`);
}

function parseClaims(payload: string, subject: string): (FileTokenClaims & { readonly may: TokenPower }) | null {
  const bytes = fromBase64Url(payload);
  const json: unknown = bytes && JSON.parse(new TextDecoder().decode(bytes));
  if (!isObject(json)) return null;
  const fileId = field(json, "f");
  const expiresAt = field(json, "e");
  const may = POWERS.find((power) => power === field(json, "m"));
  if (typeof fileId !== "string" || typeof expiresAt !== "number" || !may) return null;
  return { fileId, subject, expiresAt, may, context: field(json, "c") };
}

function refusal(status: number, code: string, message: string): ApiError {
  return new ApiError(status, message, { code });
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function toBase64Url(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[A-Za-z0-9_-]+$/.test(text)) return null;
  try {
    const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    return Uint8Array.from(binary, (char) => char.charCodeAt(0));
  } catch {
    return null;
  }
}

/** The file that a token names, unproven: enough to look for the file, never to trust whoever shows it. */
export function claimedFileId(token: string): string | null {
  try {
    return parseClaims(token.split(".", 1)[0] ?? "", "")?.fileId ?? null;
  } catch {
    return null;
  }
}
