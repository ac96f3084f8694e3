import {
  createFileTokens,
  createTokenEndpoint,
  type FileTokenClaims,
  type TokenEndpointOptions,
} from "../../src/server/index.ts";
import type { Upstream } from "./scripted-upstream.ts";

export const API_KEY = "sk_lf_endpoint_secret";
export const SECRET = "a secret of the tests, long enough to sign with";
export const PAGE = "https://app.example";
export const ENDPOINT = `${PAGE}/api/uploads`;

export interface Asked {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: {
    error?: { type: string; message: string; code?: string; param?: string };
    token?: string;
    [field: string]: unknown;
  };
}

/** What an endpoint answers, and everything that ever left it. */
export interface Lab {
  ask(request: Request, options?: Partial<TokenEndpointOptions>): Promise<Asked>;
  /** Messages and stacks that `onError` was told. */
  readonly logged: string[];
  /** Every reply with its headers and every line of the log, as text. */
  readonly released: string[];
}

/** Endpoints before a scripted upstream, one for each set of options. */
export function createLab(upstream: () => Upstream, defaults: Partial<TokenEndpointOptions> = {}): Lab {
  const logged: string[] = [];
  const released: string[] = [];
  return {
    logged,
    released,
    async ask(request, options = {}) {
      const handle = createTokenEndpoint({
        apiKey: API_KEY,
        secret: SECRET,
        baseUrl: upstream().url,
        authorize: () => true,
        // Long enough for one answer on a busy machine, short enough for the tests in which none ever comes.
        retryForMs: 1500,
        onError: (error) => {
          logged.push(`${error.message}\n${error.stack}`);
          released.push(`${error.message}\n${error.stack}\n${String(error.cause)}`);
        },
        ...defaults,
        ...options,
      });
      const reply = await handle(request);
      const text = await reply.text();
      released.push(`${reply.status} ${reply.statusText} ${JSON.stringify([...reply.headers])} ${text}`);
      return { status: reply.status, headers: reply.headers, text, json: text ? JSON.parse(text) : {} };
    },
  };
}

export function post(path: string, body?: unknown, headers: Record<string, string> = {}): Request {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const json = { "content-type": "application/json", ...headers };
  return new Request(ENDPOINT + path, { method: "POST", headers: json, ...(text === undefined ? {} : { body: text }) });
}

export function get(path: string, headers: Record<string, string> = {}): Request {
  return new Request(ENDPOINT + path, { headers });
}

/** The header that proves a file to be somebody's; `fil_1`, nobody's in particular and for an hour unless told. */
export async function proof(claims: Partial<FileTokenClaims> = {}, secret = SECRET): Promise<Record<string, string>> {
  const defaults = { fileId: "fil_1", subject: "", expiresAt: Date.now() + 3_600_000 };
  return { "x-lightfield-file-token": await createFileTokens([secret]).sign({ ...defaults, ...claims }) };
}
