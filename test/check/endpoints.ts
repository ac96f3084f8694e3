/** A correct endpoint in front of the local Lightfield, and eight with one fault each. */
import { createTokenEndpoint, type TokenEndpointOptions } from "../../src/server/index.ts";

export const ENDPOINT = "https://app.example/api/uploads";
export const PAGE = "https://page.example";
export const ANNA = { cookie: "user=anna" };
export const BEN = { cookie: "user=ben" };

export type Handler = (request: Request) => Promise<Response>;

export interface Upstream {
  readonly apiKey: string;
  readonly apiUrl: string;
}

export function correct({ apiKey, apiUrl }: Upstream, options: Partial<TokenEndpointOptions> = {}): Handler {
  const handle = createTokenEndpoint({
    apiKey,
    secret: "a secret of the tests, long enough to sign with",
    baseUrl: apiUrl,
    basePath: "/api/uploads",
    allowedOrigins: [PAGE],
    authorize(request) {
      const subject = /user=(\w+)/.exec(request.headers.get("cookie") ?? "")?.[1];
      return subject ? { subject, reads: true, cancels: "any" } : false;
    },
    onError: () => {},
    ...options,
  });
  return async (request) => {
    const reply = await handle(request);
    const headers = new Headers(reply.headers);
    headers.set("date", new Date().toUTCString());
    return new Response(reply.body, { status: reply.status, headers });
  };
}

/** A broken endpoint; `breaks` begins the broken rule, `finds` matches its fix. */
export interface Fault {
  make(upstream: Upstream): Handler;
  readonly breaks: string;
  readonly finds: RegExp;
}

export const BROKEN: Readonly<Record<string, Fault>> = {
  "no token check": {
    // The server knows every token, as if it looked it up by the file's id and never compared it.
    make: (upstream) => withKnownTokens(upstream, () => true),
    breaks: "complete and cancel without the token",
    finds: /Sign a token at create .* verify it/,
  },
  "the token of another file is accepted": {
    make: (upstream) => withKnownTokens(upstream, (given, known) => known.includes(given)),
    breaks: "the token of another file is refused",
    finds: /403 when it belongs to another file/,
  },
  "the API key in an error": {
    make: (upstream) =>
      altered(correct(upstream), async (reply) => {
        if (reply.status !== 400) return reply;
        const text = `Request failed: {"authorization":"Bearer ${upstream.apiKey}"}`;
        return json(400, { error: { type: "bad_request", message: text } });
      }),
    breaks: "no response contains an API key",
    finds: /replace the key at once/,
  },
  "wrong limits": {
    make: (upstream) => {
      const handle = correct(upstream);
      return async (request) => {
        if (request.method !== "POST" || !/uploads$/.test(request.url)) return handle(request);
        // It shortens sizes and names to the limits instead of refusing them.
        const body = (await request
          .clone()
          .json()
          .catch(() => null)) as { sizeBytes?: unknown; filename?: unknown } | null;
        if (body === null) return handle(request);
        const size = Math.min(Math.max(Number(body.sizeBytes), 1), 536_870_912);
        const name = String(body.filename).slice(0, 255);
        return handle(new Request(request, { body: JSON.stringify({ ...body, sizeBytes: size, filename: name }) }));
      };
    },
    breaks: "a name of 256 characters is refused",
    finds: /only with 1 to 255 characters/,
  },
  "no CORS": {
    make: (upstream) =>
      altered(correct(upstream), async (reply) => {
        const headers = new Headers(reply.headers);
        for (const name of [...headers.keys()]) if (name.startsWith("access-control-")) headers.delete(name);
        return new Response(reply.body, { status: reply.status, headers });
      }),
    breaks: "the page's origin may call the endpoint",
    finds: /Answer OPTIONS with 204.*Access-Control-Allow-Origin: https:\/\/page\.example/,
  },
  "CORS * with credentials": {
    make: (upstream) =>
      altered(correct(upstream), async (reply, request) => {
        const headers = new Headers(reply.headers);
        headers.set("access-control-allow-origin", "*");
        headers.set("access-control-allow-credentials", "true");
        const status = request.method === "OPTIONS" ? 204 : reply.status;
        return new Response(status === 204 ? null : reply.body, { status, headers });
      }),
    breaks: "foreign pages may not call",
    finds: /Name the page's origin instead of \*/,
  },
  "200 with HTML": {
    make: (upstream) => {
      const handle = correct(upstream);
      return async (request) =>
        /uploads$/.test(new URL(request.url).pathname)
          ? handle(request)
          : new Response("<!doctype html><title>App</title>", { headers: { "content-type": "text/html" } });
    },
    breaks: "create, the transfer of the bytes",
    finds: /mount the endpoint there, before any catch-all page/,
  },
  "idempotency is ignored": {
    make: (upstream) => {
      const handle = correct(upstream);
      return async (request) => {
        const headers = new Headers(request.headers);
        headers.delete("idempotency-key");
        return handle(new Request(request, { headers }));
      };
    },
    breaks: "the same Idempotency-Key returns",
    finds: /Send the Idempotency-Key of the request to Lightfield/,
  },
};

/**
 * An endpoint that remembers the tokens and puts the right one into each call whose token `accept` accepts, so that it
 * checks less than it should.
 */
function withKnownTokens(upstream: Upstream, accept: (given: string, known: readonly string[]) => boolean): Handler {
  const handle = correct(upstream);
  const tokens = new Map<string, { token: string; cookie: string }>();
  return async (request) => {
    const id = /uploads\/([^/?]+)/.exec(request.url)?.[1];
    const known = id === undefined ? undefined : tokens.get(id);
    const given = request.headers.get("x-lightfield-file-token") ?? "";
    let forwarded = request;
    if (
      known &&
      request.headers.has("cookie") &&
      accept(
        given,
        [...tokens.values()].map(({ token }) => token),
      )
    ) {
      const headers = new Headers(request.headers);
      headers.set("x-lightfield-file-token", known.token);
      headers.set("cookie", known.cookie);
      forwarded = new Request(request, { headers });
    }
    const reply = await handle(forwarded);
    if (id === undefined && request.method === "POST" && reply.ok) {
      const created = (await reply.clone().json()) as { id: string; token: string };
      tokens.set(created.id, { token: created.token, cookie: request.headers.get("cookie") ?? "" });
    }
    return reply;
  };
}

export function altered(handle: Handler, change: (reply: Response, request: Request) => Promise<Response>): Handler {
  return async (request) => change(await handle(request), request);
}

function json(status: number, value: unknown): Response {
  return new Response(JSON.stringify(value), {
    status,
    headers: { "content-type": "application/json", "cache-control": "no-store" },
  });
}

/** A `fetch` that asks the handler below ENDPOINT and the network elsewhere (storage). */
export function fetchFrom(handle: Handler): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    return request.url.startsWith(ENDPOINT) ? handle(request) : fetch(request);
  };
}
