import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, it } from "node:test";
import {
  ApiError,
  createTokenEndpoint,
  type HostCall,
  type Route,
  refuse,
  type TokenEndpointOptions,
} from "../../../src/server/index.ts";
import { CREATED, FILE, NEW_FILE, startUpstream, type Upstream } from "../scripted-upstream.ts";
import { API_KEY, type Asked, createLab, ENDPOINT, get, type Lab, PAGE, post, proof, SECRET } from "../support.ts";

describe("the token endpoint", () => {
  let upstream: Upstream;
  let lab: Lab;
  let logged: string[];

  before(async () => {
    upstream = await startUpstream();
  });
  after(() => upstream.close());
  beforeEach(() => {
    upstream.received.length = 0;
    upstream.answer(({ method, url }) => ({ json: method === "POST" && url === "/v1/files" ? CREATED : FILE }));
    lab = createLab(() => upstream);
    logged = lab.logged;
  });
  afterEach(() => lab.assertNothingLeaked());

  function endpoint(options: Partial<TokenEndpointOptions> = {}) {
    return createTokenEndpoint({
      apiKey: API_KEY,
      secret: SECRET,
      baseUrl: upstream.url,
      authorize: () => true,
      ...options,
    });
  }

  function ask(request: Request, options: Partial<TokenEndpointOptions> = {}): Promise<Asked> {
    return lab.ask(request, options);
  }

  /** Header with the token of `fil_1`. */
  let own: Record<string, string>;
  before(async () => {
    own = await proof();
  });

  describe("when it is created", () => {
    it("does not quote an invalid key", () => {
      const broken = () => endpoint({ apiKey: "sk_lf_abc\n" });
      assert.throws(broken, (error: Error) => /line break/.test(error.message) && !error.message.includes("sk_lf"));
    });

    it("requires a secret of at least 32 characters and says how to create one, without quoting it", () => {
      const short = "too short a secret";
      const secrets = [short, [], [SECRET, short], [SECRET, 5]];
      for (const secret of secrets as unknown as string[]) {
        assert.throws(
          () => endpoint({ secret }),
          ({ message }: Error) => /needs `secret`.*openssl rand/.test(message) && !message.includes(short),
          String(secret),
        );
      }
      endpoint({ secret: [SECRET, `${SECRET} of last year`] });
    });

    it("requires authorize and says why", () => {
      const options = { apiKey: API_KEY, secret: SECRET } as unknown as TokenEndpointOptions;
      assert.throws(() => createTokenEndpoint(options), /needs `authorize`.*who may upload/s);
    });

    it("requires exact origins, an absolute base URL and a path that begins with a slash", () => {
      for (const origin of ["*", "app.example", "https://app.example/", "null"]) {
        assert.throws(() => endpoint({ allowedOrigins: [origin] }), /exact origins/, origin);
      }
      assert.throws(() => endpoint({ baseUrl: "api.lightfield.app" }), /absolute http\(s\) URL/);
      assert.throws(() => endpoint({ basePath: "api/uploads" }), /begin with "\/"/);
    });
  });

  describe("as a proxy", () => {
    it("creates a session without sending the page's context to Lightfield", async () => {
      const calls: HostCall[] = [];
      const body = { ...NEW_FILE, purpose: "meeting_transcript", context: { meeting: 7 }, status: "COMPLETED" };
      const reply = await ask(post("", body, { "idempotency-key": "page-key" }), {
        authorize: () => ({ allows: (call) => calls.push(call) > 0 }),
      });
      assert.equal(reply.status, 200);
      const { token, ...created } = reply.json;
      assert.deepEqual(created, CREATED);
      assert.ok(typeof token === "string" && token.length > 50);
      assert.equal(reply.headers.get("cache-control"), "no-store");
      const sent = upstream.received[0];
      assert.deepEqual(JSON.parse(sent?.body ?? ""), { ...NEW_FILE, purpose: "meeting_transcript" });
      assert.match(String(sent?.headers["idempotency-key"]), /^[0-9a-f]{64}$/);
      const { status: _dropped, ...known } = body;
      assert.deepEqual(calls, [{ action: "create", body: known, idempotencyKey: "page-key" }]);
    });

    it("completes, cancels and retrieves", async () => {
      const md5 = "ABCDEF0123456789abcdef0123456789";
      assert.deepEqual((await ask(post("/fil_1/complete", { md5 }, own))).json, FILE);
      assert.deepEqual((await ask(post("/fil_1/cancel", undefined, own))).json, FILE);
      assert.deepEqual((await ask(get("/fil_1", own))).json, FILE);
      assert.deepEqual(
        upstream.received.map(({ method, url, body }) => [method, url, body]),
        [
          ["POST", "/v1/files/fil_1/complete", JSON.stringify({ md5: md5.toLowerCase() })],
          ["POST", "/v1/files/fil_1/cancel", "{}"],
          ["GET", "/v1/files/fil_1", ""],
        ],
      );
    });

    it("drops unknown fields of Lightfield's reply", async () => {
      upstream.answer({ json: { ...CREATED, internalOwner: "org_1" } });
      const { token: _token, ...known } = (await ask(post("", NEW_FILE))).json;
      assert.deepEqual(known, CREATED);
    });

    it("replaces the PUT by another transfer, and then keeps its URL on the server", async () => {
      const transfer = { kind: "tus", url: `${PAGE}/relay/1` } as const;
      const reply = await ask(post("", NEW_FILE), { transfer: (file) => (file.id === "fil_1" ? transfer : undefined) });
      const { uploadUrl: _url, uploadHeaders: _headers, ...session } = CREATED;
      assert.deepEqual(reply.json, { ...session, token: reply.json.token, transfer });
      const put = await ask(post("", NEW_FILE), { transfer: () => undefined });
      assert.equal(put.json.uploadUrl, CREATED.uploadUrl);
    });

    it("cancels a session whose transfer is refused, unless a retry may succeed", async () => {
      for (const [status, cancels] of [
        [413, 1],
        [503, 0],
      ] as const) {
        const before = upstream.received.length;
        const transfer = (): never => {
          throw new ApiError(status, "No room.");
        };
        assert.equal((await ask(post("", NEW_FILE), { transfer })).status, status);
        const cancelled = upstream.received.slice(before).filter(({ url }) => url === "/v1/files/fil_1/cancel");
        assert.equal(cancelled.length, cancels, `after a ${status}`);
      }
    });

    it("passes on the message of Lightfield's refusal", async () => {
      const error = {
        type: "unprocessable_content",
        message: "Too big for this purpose.",
        code: "c",
        param: "sizeBytes",
      };
      upstream.answer({ status: 422, json: { error } });
      const reply = await ask(post("", NEW_FILE));
      assert.equal(reply.status, 422);
      assert.deepEqual(reply.json, { error });
    });

    it("adds the error envelope to a refusal without it", async () => {
      upstream.answer({ status: 409, json: { type: "conflict", message: "Not pending." } });
      assert.deepEqual((await ask(post("/fil_1/complete", {}, own))).json, {
        error: { type: "conflict", message: "Not pending.", code: "conflict" },
      });
      upstream.answer({ status: 404, text: "<h1>nginx</h1>", headers: { "content-type": "text/html" } });
      assert.deepEqual((await ask(get("/fil_1", own))).json, {
        error: { type: "not_found", message: "Lightfield responded with status 404.", code: "not_found" },
      });
    });

    it("passes on a 429 with Retry-After and rate limits, and no other header", async () => {
      upstream.answer({
        status: 429,
        json: { error: { type: "too_many_requests", message: "Slow down." } },
        headers: { "retry-after": "60", "x-ratelimit-remaining": "0", "set-cookie": "a=b", "x-internal": "1" },
      });
      const { status, headers } = await ask(post("", NEW_FILE));
      assert.equal(status, 429);
      assert.equal(headers.get("retry-after"), "60");
      assert.equal(headers.get("x-ratelimit-remaining"), "0");
      assert.equal(headers.get("set-cookie"), null);
      assert.equal(headers.get("x-internal"), null);
    });

    it("responds 503 without internals if Lightfield cannot be reached, and logs why", async () => {
      upstream.answer("disconnect");
      const { status, json, text } = await ask(post("", NEW_FILE));
      assert.equal(status, 503);
      assert.equal(json.error?.type, "service_unavailable");
      assert.doesNotMatch(text, /127\.0\.0\.1|fetch|socket|ECONN/);
      assert.match(logged.join(), /could not be reached.*fetch failed/);
    });
  });

  describe("with its API key", () => {
    it("never reveals it, even if Lightfield repeats it everywhere", async () => {
      const echo = `key ${API_KEY}!`;
      const replies = [
        {
          json: {
            ...CREATED,
            filename: echo,
            uploadUrl: `https://s.example/?k=${API_KEY}`,
            uploadHeaders: { a: echo },
          },
        },
        { status: 401, json: { error: { type: echo, message: echo, code: echo, param: echo } } },
        { status: 500, text: echo },
        { status: 429, json: {}, headers: { "retry-after": echo, "x-ratelimit-limit": API_KEY } },
      ];
      for (const reply of replies) {
        upstream.answer(reply);
        const asked = await ask(post("", NEW_FILE));
        const everything = asked.text + JSON.stringify([...asked.headers]) + logged.join();
        assert.ok(!everything.includes(API_KEY), everything);
        assert.match(asked.text + JSON.stringify([...asked.headers]), /\[redacted\]|status 500|key_refused/);
      }
    });

    it("removes it from an error of the host's code before it is logged", async () => {
      const authorize = () => {
        throw new Error("boom", { cause: new Error(`config {apiKey: ${API_KEY}}`) });
      };
      const { status, text } = await ask(post("", NEW_FILE), { authorize });
      assert.equal(status, 500);
      assert.doesNotMatch(text, /boom|config/);
      assert.match(logged.join(), /boom: config \{apiKey: \[redacted\]\}/);
      assert.ok(!logged.join().includes(API_KEY));
    });

    it("reports that Lightfield refused the key, and does not blame the user's login", async () => {
      upstream.answer({ status: 401, json: { error: { type: "unauthorized", message: "Unknown API key." } } });
      const { status, json, text } = await ask(get("/fil_1", own));
      assert.deepEqual([status, json.error?.code], [502, "key_refused"]);
      assert.doesNotMatch(text, /API key/);
      assert.match(logged.join(), /Unknown API key/);
    });

    it("sends Lightfield nothing more when the browser has disconnected", async () => {
      const browser = new AbortController();
      upstream.answer(() => {
        browser.abort();
        return "disconnect";
      });
      const request = new Request(get("/fil_1", own), { signal: browser.signal });
      assert.equal((await ask(request)).status, 499);
      assert.equal(upstream.received.length, 1);
      assert.deepEqual(logged, []);
    });

    it("responds although the log itself fails", async () => {
      upstream.answer("disconnect");
      const onError = () => {
        throw new Error("disk full");
      };
      assert.equal((await ask(get("/fil_1", own), { onError })).status, 503);
    });
  });

  describe("authorize", () => {
    it("refuses with false and with values of a wrong type", async () => {
      for (const answer of [false, undefined, null, "yes", 1]) {
        const authorize = () => answer as unknown as boolean as true;
        const { status, json } = await ask(post("", NEW_FILE), { authorize });
        assert.equal(status, 403);
        assert.equal(json.error?.type, "forbidden");
      }
      assert.equal(upstream.received.length, 0);
    });

    it("refuses with its own message", async () => {
      const { status, json } = await ask(post("", NEW_FILE), { authorize: async () => refuse(401, "Sign in first.") });
      assert.equal(status, 401);
      assert.deepEqual(json, { error: { type: "unauthorized", message: "Sign in first.", code: "unauthorized" } });
      assert.equal(upstream.received.length, 0);
    });

    describe("of each call", () => {
      const makeEach = async (authorize: TokenEndpointOptions["authorize"]) => {
        upstream.answer(({ url }) =>
          url.includes("?limit") ? { json: { object: "list", data: [], totalCount: 0 } } : { json: FILE },
        );
        await ask(post("/fil_1/complete", {}), { authorize });
        await ask(post("/fil_1/cancel", {}), { authorize });
        await ask(get("/fil_1"), { authorize });
        await ask(get("?limit=3"), { authorize });
        await ask(get("/fil_1/url"), { authorize });
      };

      it("is asked for with what the method and the path say, before the body is read", async () => {
        const calls: Route[] = [];
        await makeEach((request, call) => {
          assert.equal(request.bodyUsed, false);
          calls.push(call);
          return { reads: true };
        });
        assert.deepEqual(calls, [
          { action: "complete", fileId: "fil_1" },
          { action: "cancel", fileId: "fil_1" },
          { action: "retrieve", fileId: "fil_1" },
          { action: "list" },
          { action: "url", fileId: "fil_1" },
        ]);
      });

      it("may depend on the body by a rule of the grant", async () => {
        const calls: HostCall[] = [];
        await makeEach(() => ({ reads: true, allows: (call) => calls.push(call) > 0 }));
        assert.deepEqual(calls, [
          { action: "complete", fileId: "fil_1", body: {} },
          { action: "cancel", fileId: "fil_1" },
          { action: "retrieve", fileId: "fil_1" },
          { action: "list", limit: 3, offset: undefined },
          { action: "url", fileId: "fil_1" },
        ]);
      });
    });

    it("is refused by a rule of the grant: false, a Response, anything that is not true", async () => {
      const refusedBy = async (answer: unknown) => {
        const allows = () => answer as boolean;
        const { status, json } = await ask(post("", NEW_FILE), { authorize: () => ({ allows }) });
        return [status, json.error?.message];
      };
      assert.deepEqual(await refusedBy(false), [403, "You are not allowed to do this here."]);
      assert.deepEqual(await refusedBy(undefined), [403, "You are not allowed to do this here."]);
      assert.deepEqual(await refusedBy(Promise.resolve(false)), [403, "You are not allowed to do this here."]);
      assert.deepEqual(await refusedBy(refuse(403, "Not your meeting.")), [403, "Not your meeting."]);
      assert.equal(upstream.received.length, 0);
    });

    const grant = { purposes: ["meeting_transcript"], maxFileBytes: 100, mimeTypes: ["text/*", "application/pdf"] };
    const allowed = { ...NEW_FILE, purpose: "meeting_transcript" };
    for (const [what, body, param] of [
      ["another purpose", { ...allowed, purpose: "knowledge_workspace" }, "purpose"],
      ["no purpose at all", NEW_FILE, "purpose"],
      ["a larger file", { ...allowed, sizeBytes: 101 }, "sizeBytes"],
      ["another type", { ...allowed, mimeType: "application/x-msdownload" }, "mimeType"],
    ] as const) {
      it(`limits: ${what} is refused`, async () => {
        const { status, json } = await ask(post("", body), { authorize: () => grant });
        assert.equal(status, 403);
        assert.equal(json.error?.param, param);
        assert.equal(upstream.received.length, 0);
      });
    }

    it("limits: a file within them is accepted", async () => {
      for (const mimeType of ["text/vtt", "Application/PDF", "text/plain; charset=utf-8"]) {
        assert.equal((await ask(post("", { ...allowed, mimeType }), { authorize: () => grant })).status, 200, mimeType);
      }
    });

    it("must grant reads before files are listed or opened; querying an own file is always possible", async () => {
      assert.equal((await ask(get(""))).status, 403);
      assert.equal((await ask(get("/fil_1/url"))).status, 403);
      assert.equal(upstream.received.length, 0);
      assert.equal((await ask(get("/fil_1", own))).status, 200);
      upstream.answer({ json: { object: "list", data: [FILE], totalCount: 1 } });
      const reads = { authorize: () => ({ reads: true }) };
      assert.equal((await ask(get("?limit=25&offset=0"), reads)).status, 200);
      upstream.answer({ json: { url: "https://storage.example/get", expiresAt: FILE.expiresAt } });
      assert.equal((await ask(get("/fil_1/url"), reads)).json.url, "https://storage.example/get");
    });
  });

  describe("validates input and", () => {
    for (const [what, body, param] of [
      ["no name", { ...NEW_FILE, filename: undefined }, "filename"],
      ["a name that is only a path", { ...NEW_FILE, filename: "../.." }, "filename"],
      ["a name of 256 characters", { ...NEW_FILE, filename: "n".repeat(256) }, "filename"],
      ["a name that is not text", { ...NEW_FILE, filename: { toString: "x" } }, "filename"],
      ["an invalid type", { ...NEW_FILE, mimeType: "text/vtt\r\nx-evil: 1" }, "mimeType"],
      ["zero bytes", { ...NEW_FILE, sizeBytes: 0 }, "sizeBytes"],
      ["512 MiB and one byte", { ...NEW_FILE, sizeBytes: 536_870_913 }, "sizeBytes"],
      ["half a byte", { ...NEW_FILE, sizeBytes: 0.5 }, "sizeBytes"],
      ["a size in words", { ...NEW_FILE, sizeBytes: "12" }, "sizeBytes"],
      ["a purpose that is no word", { ...NEW_FILE, purpose: "a b" }, "purpose"],
      [
        "fields that only the prototype has",
        '{"__proto__":{"filename":"a","mimeType":"a/b","sizeBytes":1}}',
        "filename",
      ],
    ] as const) {
      it(`refuses to create with ${what}`, async () => {
        const { status, json } = await ask(post("", body));
        assert.equal(status, 400);
        assert.equal(json.error?.param, param);
        assert.equal(upstream.received.length, 0);
      });
    }

    it("accepts the largest file and the longest name", async () => {
      const body = { ...NEW_FILE, sizeBytes: 536_870_912, filename: `${"n".repeat(251)}.vtt` };
      assert.equal((await ask(post("", body))).status, 200);
    });

    it("cleans the name", async () => {
      await ask(post("", { ...NEW_FILE, filename: "C:\\calls\\..\\ma\u0000rch.vtt" }));
      assert.equal(JSON.parse(upstream.received[0]?.body ?? "").filename, "march.vtt");
    });

    it("refuses an invalid digest", async () => {
      for (const md5 of ["", "xyz", "0".repeat(31), 5, ["0".repeat(32)]]) {
        const { status, json } = await ask(post("/fil_1/complete", { md5 }));
        assert.deepEqual([status, json.error?.param], [400, "md5"]);
      }
    });

    for (const [what, body, headers, status] of [
      ["text that is not JSON", "{", {}, 400],
      ["JSON that is no object", "[1]", {}, 400],
      ["an empty body", "", {}, 400],
      ["a form", "filename=a", { "content-type": "application/x-www-form-urlencoded" }, 415],
      ["JSON that calls itself text", JSON.stringify(NEW_FILE), { "content-type": "text/plain" }, 415],
      ["10 MB of JSON", `{"filename":"${"n".repeat(10_000_000)}"}`, {}, 413],
      ["an idempotency key of 256 characters", NEW_FILE, { "idempotency-key": "k".repeat(256) }, 400],
    ] as const) {
      it(`responds to ${what} with ${status}`, async () => {
        const reply = await ask(post("", body, headers));
        assert.equal(reply.status, status);
        assert.ok(reply.json.error?.message);
        assert.equal(upstream.received.length, 0);
      });
    }

    it("stops reading an endless body without a length", async () => {
      let pulled = 0;
      const body = new ReadableStream({
        pull(controller) {
          pulled += 1;
          controller.enqueue(new Uint8Array(8192).fill(32));
        },
      });
      const init = { method: "POST", body, duplex: "half", headers: { "content-type": "application/json" } };
      assert.equal((await ask(new Request(ENDPOINT, init as RequestInit))).status, 413);
      assert.ok(pulled < 20, `read ${pulled} chunks`);
    });

    it("survives deeply nested JSON and refuses it as context", async () => {
      const deep = (field: string, levels: number) =>
        `{"filename":"a.txt","mimeType":"a/b","sizeBytes":1,"${field}":${"[".repeat(levels)}${"]".repeat(levels)}}`;
      for (const levels of [17, 30_000]) {
        const { status, json } = await ask(post("", deep("context", levels)));
        assert.deepEqual([status, json.error?.param], [400, "context"]);
      }
      assert.equal((await ask(post("", deep("context", 16)))).status, 200);
      assert.equal((await ask(post("", deep("unknown", 30_000)))).status, 200);
    });

    it("accepts a context of 4 KB and none that is larger, since it is sent in a header", async () => {
      const body = (chars: number) => ({ ...NEW_FILE, context: "ü".repeat(chars / 2) });
      assert.equal((await ask(post("", body(4094)))).status, 200);
      const { status, json } = await ask(post("", body(4096)));
      assert.deepEqual([status, json.error?.param], [400, "context"]);
    });

    it("refuses invalid ids", async () => {
      for (const id of ["fil_..%2f..", "fil_1%0d%0a", `fil_${"x".repeat(130)}`]) {
        assert.equal((await ask(get(`/${id}`))).status, 404, id);
        assert.equal((await ask(post(`/${id}/complete`, {}))).status, 404, id);
      }
      assert.equal(upstream.received.length, 0);
    });

    it("refuses invalid limits and offsets of a list", async () => {
      for (const query of ["?limit=26", "?limit=0", "?limit=1e1", "?offset=-1", "?offset=x"]) {
        assert.equal((await ask(get(query), { authorize: () => ({ reads: true }) })).status, 400, query);
      }
    });

    it("responds 405 to other methods, with the allowed ones", async () => {
      const reply = await ask(new Request(ENDPOINT, { method: "DELETE" }));
      assert.equal(reply.status, 405);
      assert.equal(reply.headers.get("allow"), "POST, GET, OPTIONS");
    });
  });

  describe("for pages of other origins", () => {
    const other = "https://pages.example";

    it("refuses a page of another origin before the body is read or authorize is called", async () => {
      let asked = false;
      const authorize = () => (asked = true);
      for (const origin of [other, "null", "http://app.example", `${PAGE}.evil.example`]) {
        const reply = await ask(post("", NEW_FILE, { origin, cookie: "session=1" }), { authorize });
        assert.equal(reply.status, 403, origin);
        assert.equal(reply.headers.get("access-control-allow-origin"), null);
      }
      assert.equal(asked, false);
    });

    it("allows its own pages, also behind a proxy that ends TLS", async () => {
      assert.equal((await ask(post("", NEW_FILE, { origin: PAGE }))).status, 200);
      const behindProxy = { origin: "https://public.example", "sec-fetch-site": "same-origin" };
      assert.equal((await ask(post("", NEW_FILE, behindProxy))).status, 200);
    });

    it("names an allowed origin exactly, in responses and refusals", async () => {
      for (const body of [NEW_FILE, {}]) {
        const { headers } = await ask(post("", body, { origin: other }), { allowedOrigins: [other] });
        assert.equal(headers.get("access-control-allow-origin"), other);
        assert.equal(headers.get("access-control-allow-credentials"), "true");
        assert.match(headers.get("access-control-expose-headers") ?? "", /retry-after/);
        assert.equal(headers.get("vary"), "origin");
      }
    });

    it("also names it in a Response of authorize", async () => {
      const options = { allowedOrigins: [other], authorize: () => new Response("no", { status: 401 }) };
      const reply = await endpoint(options)(post("", NEW_FILE, { origin: other }));
      assert.equal(reply.status, 401);
      assert.equal(reply.headers.get("access-control-allow-origin"), other);
    });

    it("responds to a preflight with what the page may send", async () => {
      const preflight = (origin: string) =>
        new Request(ENDPOINT, {
          method: "OPTIONS",
          headers: {
            origin,
            "access-control-request-method": "POST",
            "access-control-request-headers": "content-type,idempotency-key,x-csrf-token",
          },
        });
      const good = await ask(preflight(other), { allowedOrigins: [other] });
      assert.equal(good.status, 204);
      assert.equal(good.headers.get("access-control-allow-origin"), other);
      assert.equal(good.headers.get("access-control-allow-headers"), "content-type, idempotency-key, x-csrf-token");
      assert.match(good.headers.get("access-control-allow-methods") ?? "", /POST/);
      const bad = await ask(preflight("https://evil.example"), { allowedOrigins: [other] });
      assert.equal(bad.status, 403);
      assert.equal(bad.headers.get("access-control-allow-headers"), null);
    });
  });
});
