import assert from "node:assert/strict";
import { inspect } from "node:util";
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

/** Calls endpoints and records everything that leaves them. */
export interface Lab {
  ask(request: Request, options?: Partial<TokenEndpointOptions>): Promise<Asked>;
  /** Messages and stacks of `onError`. */
  readonly logged: string[];
  /** Fails if the API key, the secret or a presigned URL was leaked. For `afterEach`. */
  assertNothingLeaked(): void;
}

/** Signature in the URLs of the scripted storage (see CREATED). */
const SIGNATURE = "signature=";

/** Creates endpoints in front of a scripted upstream, one for each set of options. */
export function createLab(upstream: () => Upstream, defaults: Partial<TokenEndpointOptions> = {}): Lab {
  const logged: string[] = [];
  /** Everything that left an endpoint, as text. */
  const released: { readonly text: string; readonly isCreated: boolean }[] = [];
  return {
    logged,
    async ask(request, options = {}) {
      const handle = createTokenEndpoint({
        apiKey: API_KEY,
        secret: SECRET,
        baseUrl: upstream().url,
        authorize: () => true,
        // More than a busy machine needs; a test without any response sets its own.
        retryForMs: 20_000,
        onError: (error) => {
          logged.push(`${error.message}\n${error.stack}`);
          released.push({ text: `${inspect(error, { depth: 9, showHidden: true })}`, isCreated: false });
        },
        ...defaults,
        ...options,
      });
      const reply = await handle(request);
      const text = await reply.text();
      released.push({
        text: `${reply.status} ${reply.statusText} ${JSON.stringify([...reply.headers])} ${text}`,
        isCreated: reply.status === 200 && text.includes('"uploadUrl"'),
      });
      return { status: reply.status, headers: reply.headers, text, json: text ? JSON.parse(text) : {} };
    },
    assertNothingLeaked() {
      for (const { text, isCreated } of released) {
        for (const secret of [API_KEY, SECRET]) assert.ok(!text.includes(secret), text);
        assert.ok(isCreated || !text.includes(SIGNATURE), text);
      }
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

/** Header with a file token. Default: `fil_1`, without a subject, valid for an hour. */
export async function proof(claims: Partial<FileTokenClaims> = {}, secret = SECRET): Promise<Record<string, string>> {
  const defaults = { fileId: "fil_1", subject: "", expiresAt: Date.now() + 3_600_000 };
  return { "x-lightfield-file-token": await createFileTokens([secret]).sign({ ...defaults, ...claims }) };
}
