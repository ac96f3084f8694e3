import { ApiError } from "./api-error.ts";
import { field, isObject } from "./json.ts";

/** What a token says. It is good for one file and one subject only. */
export interface FileTokenClaims {
  readonly fileId: string;
  /** Who `authorize` said the user is; "" when it did not say. */
  readonly subject: string;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
  /** What the page gave as `context` when the session was made. */
  readonly context?: unknown;
}

export interface FileTokens {
  sign(claims: FileTokenClaims): Promise<string>;
  /**
   * The claims of a token that is good for this file and subject.
   * @throws ApiError 401 without one (`token_missing`) or past its time (`token_expired`), 403 for any other (`token_invalid`)
   */
  verify(
    token: string | null,
    expected: Pick<FileTokenClaims, "fileId" | "subject">,
    now: number,
  ): Promise<FileTokenClaims>;
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
  const keys = secrets.map((secret) => crypto.subtle.importKey("raw", utf8(secret), HMAC, false, ["sign", "verify"]));

  return {
    async sign({ fileId, subject, expiresAt, context }) {
      const key = await keys[0];
      if (!key) throw new TypeError("createFileTokens needs at least one secret.");
      const payload = toBase64Url(utf8(JSON.stringify({ f: fileId, e: expiresAt, c: context })));
      const signature = await crypto.subtle.sign("HMAC", key, signedText(payload, subject));
      return `${payload}.${toBase64Url(new Uint8Array(signature))}`;
    },

    async verify(token, { fileId, subject }, now) {
      if (!token) throw refusal(401, "token_missing", "This call needs the token that came with the file's session.");
      const [payload = "", signature = "", ...rest] = token.split(".");
      const signatureBytes = fromBase64Url(signature);
      let genuine = false;
      if (signatureBytes && rest.length === 0) {
        for (const key of keys) {
          genuine ||= await crypto.subtle.verify("HMAC", await key, signatureBytes, signedText(payload, subject));
        }
      }
      const claims = genuine ? parseClaims(payload, subject) : null;
      if (!claims || claims.fileId !== fileId) {
        throw refusal(403, "token_invalid", "This token is not good for this file.");
      }
      if (claims.expiresAt <= now) throw refusal(401, "token_expired", "The time for this upload is over.");
      return claims;
    },
  };
}

function signedText(payload: string, subject: string): Uint8Array<ArrayBuffer> {
  return utf8(`${PREFIX}\n${payload}\n${subject}`);
}

function parseClaims(payload: string, subject: string): FileTokenClaims | null {
  const bytes = fromBase64Url(payload);
  const json: unknown = bytes && JSON.parse(new TextDecoder().decode(bytes));
  if (!isObject(json)) return null;
  const fileId = field(json, "f");
  const expiresAt = field(json, "e");
  if (typeof fileId !== "string" || typeof expiresAt !== "number") return null;
  return { fileId, subject, expiresAt, context: field(json, "c") };
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
