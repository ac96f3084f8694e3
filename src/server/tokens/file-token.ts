import { ApiError } from "../api-error.ts";
import { field, isObject } from "../json.ts";

/** Powers of a token. Each includes the ones before it; `upload` permits every call for the user's own file. */
const POWERS = ["read", "cancel", "upload"] as const;
export type TokenPower = (typeof POWERS)[number];

/** Contents of a token. A token is valid for one file and one subject only. */
export interface FileTokenClaims {
  readonly fileId: string;
  /** The user's `subject` from `authorize`; "" if it gave none. */
  readonly subject: string;
  /** End of validity, in epoch milliseconds. */
  readonly expiresAt: number;
  /** Power of the token. Default "upload". A token from a list permits less, because it has no context of the page. */
  readonly may?: TokenPower;
  /** The `context` that the page sent when it created the session. */
  readonly context?: unknown;
}

export interface FileTokens {
  sign(claims: FileTokenClaims): Promise<string>;
  /**
   * Returns the claims of a token that is valid for this file and subject and permits `may` (default "upload").
   * @throws ApiError 401 if it is missing (`token_missing`) or expired (`token_expired`), otherwise 403
   * (`token_invalid`)
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
 * Creates tokens that permit only one end user to continue one file: an HMAC over file id, subject, expiry and context.
 * Nothing is stored, so every instance with the same secret can verify the tokens of the others. The signature covers
 * the subject, but the token does not contain it, because the browser can read the token.
 *
 * @param secrets newest first. The newest signs and all verify, so a secret can be replaced while uploads are in
 * progress
 */
export function createFileTokens(secrets: readonly string[]): FileTokens {
  const [newest, ...older] = secrets;
  if (newest === undefined) throw new TypeError("createFileTokens needs at least one secret.");
  // Imported on first use: some edge platforms do not allow cryptography while a module is being loaded.
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
      if (!token)
        throw refusal(
          401,
          "token_missing",
          "This call needs the file token that was returned when the session was created.",
        );
      const [payload = "", signature = "", ...rest] = token.split(".");
      const signatureBytes = rest.length === 0 ? fromBase64Url(signature) : null;
      const genuine = signatureBytes !== null && (await isGenuine(payload, subject, signatureBytes));
      const claims = genuine ? parseClaims(payload, subject) : null;
      if (!claims || claims.fileId !== fileId || POWERS.indexOf(claims.may) < POWERS.indexOf(may)) {
        throw refusal(403, "token_invalid", "This token is not valid for this file.");
      }
      if (claims.expiresAt <= now) throw refusal(401, "token_expired", "The token of this upload has expired.");
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

/**
 * File id in a token whose signature is not verified: enough to look the file up, not to trust the caller. Null if
 * unreadable.
 */
export function claimedFileId(token: string): string | null {
  try {
    return parseClaims(token.split(".", 1)[0] ?? "", "")?.fileId ?? null;
  } catch {
    return null;
  }
}
