/** More broken endpoints: faults in CORS, addresses, redirects, ids and tokens. */
import { altered, correct, type Fault } from "./endpoints.ts";

type JsonObject = Record<string, unknown>;

export const OTHER_FAULTS: Readonly<Record<string, Fault>> = {
  "the token is accepted in the address": {
    make: (upstream) => {
      const handle = correct(upstream);
      return async (request) => {
        const token = new URL(request.url).searchParams.get("token");
        const headers = new Headers(request.headers);
        if (token !== null) headers.set("x-lightfield-file-token", token);
        return handle(new Request(request, { headers }));
      };
    },
    breaks: "the token counts only as a header",
    finds: /from the header X-Lightfield-File-Token only/,
  },
  "the token is not read from the header": {
    make: (upstream) => {
      const handle = correct(upstream);
      return async (request) => {
        const headers = new Headers(request.headers);
        headers.delete("x-lightfield-file-token");
        return handle(new Request(request, { headers }));
      };
    },
    breaks: "create, the transfer of the bytes",
    finds: /Return a `token` from create, and read it from the header/,
  },
  "a preflight that needs a login": {
    make: (upstream) =>
      altered(correct(upstream), async (reply, { method }) =>
        method === "OPTIONS" ? new Response("{}", { status: 401, headers: reply.headers }) : reply,
      ),
    breaks: "the page's origin may call the endpoint",
    finds: /Answer OPTIONS with 204, without a login/,
  },
  "a preflight for create only": {
    make: (upstream) =>
      altered(correct(upstream), async (reply, { method, url }) =>
        method === "OPTIONS" && !url.endsWith("/uploads") ? new Response(null, { status: 404 }) : reply,
      ),
    breaks: "the page's origin may call the endpoint",
    finds: /at every path below the endpoint/,
  },
  "no Vary": {
    make: (upstream) => altered(correct(upstream), async (reply) => withoutHeader(reply, "vary")),
    breaks: "caches keep the responses of different origins apart",
    finds: /Add Vary: Origin to every response/,
  },
  "cookies of the page's origin are not allowed": {
    make: (upstream) =>
      altered(correct(upstream), async (reply) => withoutHeader(reply, "access-control-allow-credentials")),
    breaks: "the user's cookie is accepted",
    finds: /Add Access-Control-Allow-Credentials: true to every response/,
  },
  "an id with a slash": {
    make: (upstream) =>
      altered(
        correct(upstream),
        changed(({ id, ...file }) => ({ ...file, id: `files/${id}` })),
      ),
    breaks: "create, the transfer of the bytes",
    finds: /Return Lightfield's own id, or one of 1 to 128 letters/,
  },
  "an id that is no text of Unicode": {
    make: (upstream) =>
      altered(
        correct(upstream),
        changed((file) => ({ ...file, id: "\ud800" })),
      ),
    breaks: "create, the transfer of the bytes",
    finds: /Return Lightfield's own id/,
  },
  "a token that is no header": {
    make: (upstream) =>
      altered(
        correct(upstream),
        changed((file) => (file.token ? { ...file, token: `${file.token}\n€` } : file)),
      ),
    breaks: "create, the transfer of the bytes",
    finds: /encode it as base64url/,
  },
  "a page for an unknown path": {
    make: (upstream) =>
      altered(correct(upstream), async (reply) =>
        reply.status === 404
          ? new Response("<h1>404</h1>", { status: 404, headers: { "content-type": "text/html" } })
          : reply,
      ),
    breaks: "an unknown path below the endpoint",
    finds: /This page is not the endpoint's, so route every path/,
  },
  "a redirect to the address with a slash": {
    make: () => async (request) => redirect(`${new URL(request.url).pathname}/`, 301),
    breaks: "create, the transfer of the bytes",
    finds: /with and without the slash at its end/,
  },
  "a redirect from https to http": {
    make: () => async (request) => redirect(request.url.replace("https:", "http:"), 307),
    breaks: "create, the transfer of the bytes",
    finds: /let the proxy in front send X-Forwarded-Proto/,
  },
  "complete without a body": {
    make: (upstream) =>
      altered(correct(upstream), async (reply, { url }) =>
        reply.ok && url.endsWith("/complete") ? new Response(null, { status: 204, headers: reply.headers }) : reply,
      ),
    breaks: "create, the transfer of the bytes",
    finds: /Answer with Lightfield's reply as JSON, also where nothing has changed/,
  },
  "a rate limit that the checker meets": {
    make: () => async () =>
      Response.json({ error: { type: "too_many_requests", message: "Too many calls." } }, { status: 429 }),
    breaks: "create, the transfer of the bytes",
    finds: /The endpoint limits the rate of calls/,
  },
  "a clock that is an hour behind": {
    make: (upstream) =>
      altered(correct(upstream), async (reply) => {
        const headers = new Headers(reply.headers);
        headers.set("date", new Date(Date.now() - 3_600_000).toUTCString());
        return new Response(reply.body, { status: reply.status, headers });
      }),
    breaks: "the endpoint's clock is right",
    finds: /Synchronize the clock of the server/,
  },
};

function withoutHeader(reply: Response, name: string): Response {
  const headers = new Headers(reply.headers);
  headers.delete(name);
  return new Response(reply.body, { status: reply.status, headers });
}

/** Changes the JSON of successful responses. */
function changed(change: (file: JsonObject) => JsonObject) {
  return async (reply: Response): Promise<Response> => {
    if (!reply.ok || reply.status === 204) return reply;
    return Response.json(change((await reply.json()) as JsonObject), { headers: reply.headers });
  };
}

function redirect(location: string, status: number): Response {
  return new Response(null, { status, headers: { location } });
}
