import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";

const EXPIRES = "X-Lf-Expires";
const SIGNED_HEADERS = "X-Lf-SignedHeaders";
const SIGNATURE = "X-Lf-Signature";

export interface Signable {
  readonly method: string;
  /** Path in the URL. */
  readonly path: string;
  /** Expiry in epoch milliseconds; the URL contains whole seconds. */
  readonly expiresAt: number;
  /** Headers that the request must have, unchanged. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Further query parameters, such as a content disposition. */
  readonly query?: Readonly<Record<string, string>>;
}

export interface ReceivedRequest {
  readonly method: string;
  readonly url: URL;
  header(name: string): string | null;
  readonly now: number;
}

export type SignatureVerdict = "valid" | "mismatch" | "expired";

/**
 * Presigned URLs like those of S3: an HMAC over method, path, every query parameter (including the expiry) and the
 * names and values of the signed headers. Further headers are allowed, and the length of the body is not
 * signed: a wrong size is detected when the file is completed.
 */
export class UrlSigner {
  readonly #secret: Buffer;

  constructor(secret: Buffer) {
    this.#secret = secret;
  }

  /** Path and query of the presigned URL. */
  presign(request: Signable): string {
    const headers = lowerCased(request.headers ?? {});
    const params = new URLSearchParams(request.query ?? {});
    params.set(EXPIRES, String(Math.floor(request.expiresAt / 1000)));
    params.set(SIGNED_HEADERS, [...headers.keys()].sort().join(";"));
    params.set(
      SIGNATURE,
      this.#sign(request.method, request.path, params, (name) => headers.get(name) ?? null),
    );
    return `${request.path}?${params}`;
  }

  verify({ method, url, header, now }: ReceivedRequest): SignatureVerdict {
    const params = new URLSearchParams(url.search);
    const given = params.getAll(SIGNATURE);
    params.delete(SIGNATURE);
    const wanted = Buffer.from(this.#sign(method, url.pathname, params, header), "hex");
    const received = Buffer.from(given[0] ?? "", "hex");
    const matches = given.length === 1 && received.length === wanted.length && timingSafeEqual(received, wanted);
    if (!matches) return "mismatch";
    return now < Number(params.get(EXPIRES)) * 1000 ? "valid" : "expired";
  }

  #sign(method: string, path: string, params: URLSearchParams, header: (name: string) => string | null): string {
    const query = [...params].map(([name, value]) => `${name}=${value}`).sort();
    // A missing header must not have the signature of an empty one.
    const headers = signedHeaderNames(params).map((name) => JSON.stringify([name, header(name)?.trim() ?? null]));
    const text = JSON.stringify([method, path, query, headers]);
    return createHmac("sha256", this.#secret).update(text).digest("hex");
  }
}

/** Names of the headers that a presigned URL requires. */
export function signedHeaderNames(params: URLSearchParams): string[] {
  return (params.get(SIGNED_HEADERS) ?? "").split(";").filter(Boolean);
}

/** The signing secret is stored with the data, so URLs stay valid after a restart. */
export function loadSecret(path: string): Buffer {
  if (!existsSync(path)) writeFileSync(path, randomBytes(32).toString("hex"), { mode: 0o600 });
  return Buffer.from(readFileSync(path, "utf8"), "hex");
}

function lowerCased(headers: Readonly<Record<string, string>>): Map<string, string> {
  return new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
