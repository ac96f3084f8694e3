import assert from "node:assert/strict";
import { after, before, beforeEach, describe, it } from "node:test";
import { UploadError } from "../../src/engine/errors.ts";
import type { CreateRequest, Session } from "../../src/engine/ports.ts";
import { createHostClient, type EndpointFunctions, type HostClientOptions } from "../../src/host/host-client.ts";
import type { CreateReply, FileReply } from "../../src/host/protocol.ts";
import { CREATED, FILE, type Reply, startUpstream, type Upstream } from "./scripted-upstream.ts";

const REQUEST: CreateRequest = {
  filename: "call.vtt",
  mimeType: "text/vtt",
  sizeBytes: 12,
  purpose: "meeting_transcript",
  context: { meeting: 7 },
  replaces: null,
  idempotencyKey: "key-1",
};
const SESSION: Session = {
  id: "fil_1",
  filename: "call.vtt",
  expiresAt: null,
  token: null,
  transfer: { kind: "put", url: "https://storage.example/", headers: {} },
};
const MD5 = "0123456789abcdef0123456789abcdef";
const never = new AbortController().signal;

describe("the host client", () => {
  let server: Upstream;

  before(async () => {
    server = await startUpstream();
  });
  after(() => server.close());
  beforeEach(() => {
    server.received.length = 0;
    server.answer({ json: FILE });
  });

  function client(options: Partial<HostClientOptions> = {}) {
    return createHostClient({ endpoint: `${server.url}/api/uploads`, ...options });
  }

  /** The UploadError of a complete call with the given reply. */
  async function refusalOf(reply: Reply): Promise<UploadError> {
    server.answer(reply);
    return refusal(client().complete(SESSION, MD5, never));
  }

  async function refusal(promise: Promise<unknown>): Promise<UploadError> {
    const error: unknown = await promise.then(
      () => assert.fail("it was not refused"),
      (reason: unknown) => reason,
    );
    assert.ok(error instanceof UploadError, String(error));
    return error;
  }

  describe("sends", () => {
    it("create, with the page's context and the idempotency key", async () => {
      server.answer({ status: 201, json: CREATED });
      await client().create(REQUEST, never);
      const { idempotencyKey, replaces: _none, ...body } = REQUEST;
      const [seen] = server.received;
      assert.equal(`${seen?.method} ${seen?.url}`, "POST /api/uploads");
      assert.deepEqual(JSON.parse(seen?.body ?? ""), body);
      assert.equal(seen?.headers["idempotency-key"], idempotencyKey);
      assert.equal(seen?.headers["content-type"], "application/json");
    });

    it("create without empty fields", async () => {
      server.answer({ json: CREATED });
      await client().create({ ...REQUEST, purpose: null, context: undefined }, never);
      assert.deepEqual(Object.keys(JSON.parse(server.received[0]?.body ?? "")), ["filename", "mimeType", "sizeBytes"]);
    });

    it("complete, cancel and retrieve, once each, with the file's token", async () => {
      const session = { ...SESSION, token: "file-token" };
      await client().complete(session, MD5, never);
      await client().cancel(session, never);
      await client().retrieve(session, never);
      assert.deepEqual(
        server.received.map(({ method, url, body }) => `${method} ${url} ${body}`),
        [
          `POST /api/uploads/fil_1/complete {"md5":"${MD5}"}`,
          "POST /api/uploads/fil_1/cancel {}",
          "GET /api/uploads/fil_1 ",
        ],
      );
      for (const { headers } of server.received) assert.equal(headers["x-lightfield-file-token"], "file-token");
    });

    it("the file's token in addition to the page's own login", async () => {
      server.answer({ json: CREATED });
      const page = client({ headers: { authorization: "Bearer login" } });
      await page.create({ ...REQUEST, replaces: { ...SESSION, id: "fil_0", token: "old-token" } }, never);
      server.answer({ json: FILE });
      await page.complete({ ...SESSION, token: "file-token" }, MD5, never);
      assert.deepEqual(
        server.received.map(({ headers }) => [headers.authorization, headers["x-lightfield-file-token"]]),
        [
          ["Bearer login", "old-token"],
          ["Bearer login", "file-token"],
        ],
      );
    });

    it("calls below an endpoint with a query or a trailing slash", async () => {
      await client({ endpoint: `${server.url}/api/uploads?team=a/b` }).complete(SESSION, MD5, never);
      await client({ endpoint: `${server.url}/api/uploads/` }).retrieve({ ...SESSION, id: "$&/.." }, never);
      assert.deepEqual(
        server.received.map(({ url }) => url),
        ["/api/uploads/fil_1/complete?team=a/b", "/api/uploads/%24%26%2F.."],
      );
    });

    it("the page's headers, fixed or computed for each call", async () => {
      await client({ headers: { "x-csrf-token": "fixed" } }).retrieve(SESSION, never);
      let calls = 0;
      const fresh = client({
        headers: async () => {
          calls += 1;
          return { "x-csrf-token": `fresh-${calls}` };
        },
      });
      await fresh.retrieve(SESSION, never);
      await fresh.cancel(SESSION, never);
      assert.deepEqual(
        server.received.map(({ headers }) => headers["x-csrf-token"]),
        ["fixed", "fresh-1", "fresh-2"],
      );
    });

    it("the requested credentials, and a cancel that outlives the page", async () => {
      const inits: RequestInit[] = [];
      const host = client({
        credentials: "include",
        fetch: async (_url, init) => {
          inits.push(init ?? {});
          return Response.json(FILE);
        },
      });
      await host.cancel(SESSION, never);
      await host.retrieve(SESSION, never);
      assert.deepEqual(
        inits.map(({ credentials, keepalive, cache }) => ({ credentials, keepalive, cache })),
        [
          { credentials: "include", keepalive: true, cache: "no-store" },
          { credentials: "include", keepalive: undefined, cache: "no-store" },
        ],
      );
    });
  });

  describe("parses", () => {
    const created = async (reply: object): Promise<Session> => {
      server.answer({ json: { ...CREATED, ...reply } });
      return client().create(REQUEST, never);
    };

    it("a session with a PUT, the URL unchanged", async () => {
      assert.deepEqual(await created({}), {
        id: "fil_1",
        filename: "call.vtt",
        expiresAt: Date.parse(CREATED.expiresAt),
        token: null,
        transfer: { kind: "put", url: CREATED.uploadUrl, headers: CREATED.uploadHeaders },
      });
    });

    it("a token and a transfer of another kind", async () => {
      const tus = { kind: "tus", url: "https://relay.example/1", chunkBytes: 8_388_608 };
      const session = await created({ token: "t", transfer: tus });
      assert.equal(session.token, "t");
      const fromTheStart = { ...tus, headers: {}, offset: 0, checksum: null };
      assert.deepEqual(session.transfer, fromTheStart);
      assert.deepEqual((await created({ transfer: { ...tus, chunkBytes: -1 } })).transfer, {
        ...fromTheStart,
        chunkBytes: null,
      });
      const kept = { ...tus, offset: 4096, checksum: "md5" };
      assert.deepEqual((await created({ transfer: kept })).transfer, { ...kept, headers: {} });
      assert.equal((await created({ transfer: tus, uploadUrl: undefined, uploadHeaders: undefined })).id, "fil_1");
      const put = { kind: "put", url: "https://other.example/", headers: { a: "b" } };
      assert.deepEqual((await created({ transfer: put })).transfer, put);
    });

    it("a file, its times as numbers", async () => {
      const completedAt = "2026-03-01T10:30:00+01:00";
      server.answer({ json: { ...FILE, status: "COMPLETED", completedAt, expiresAt: null } });
      assert.deepEqual(await client().retrieve(SESSION, never), {
        id: "fil_1",
        filename: "call.vtt",
        mimeType: "text/vtt",
        sizeBytes: 12,
        status: "COMPLETED",
        createdAt: Date.parse("2026-03-01T10:00:00Z"),
        completedAt: Date.parse("2026-03-01T09:30:00Z"),
        expiresAt: null,
      });
    });

    it("no unknown transfer", async () => {
      const error = await refusal(created({ transfer: { kind: "carrier-pigeon", url: "https://x.example/" } }));
      assert.equal(error.code, "unsupported-transfer");
      assert.match(error.message, /carrier-pigeon/);
    });
  });

  describe("takes for nonsense", () => {
    const badUrls = [
      "javascript:alert(1)",
      "/relative",
      "//storage.example/x",
      "blob:https://a/b",
      "http://",
      "http:x",
      "",
    ];
    for (const [what, change, named] of [
      ...badUrls.map((url) => [`the upload URL "${url}"`, { uploadUrl: url }, "uploadUrl"] as const),
      ["a tus URL without http", { transfer: { kind: "tus", url: "ftp://a/b" } }, "url"],
      ["upload headers that are not text", { uploadHeaders: { a: 1 } }, "uploadHeaders"],
      ["a transfer that is no object", { transfer: "tus" }, "transfer"],
      ["no id", { id: null }, "id"],
    ] as const) {
      it(what, async () => {
        server.answer({ json: { ...CREATED, ...change } });
        const error = await refusal(client().create(REQUEST, never));
        assert.equal(error.code, "protocol");
        assert.match(error.message, new RegExp(`\\b${named}\\b`));
      });
    }

    for (const [what, json] of [
      ["an invalid status", { ...FILE, status: "LOST" }],
      ["a size in words", { ...FILE, sizeBytes: "12" }],
      ["a list", [FILE]],
      ["null", null],
      ["a number", 7],
    ] as const) {
      it(what, async () => {
        server.answer({ json });
        assert.equal((await refusal(client().retrieve(SESSION, never))).code, "protocol");
      });
    }

    it("a web page, and names the address", async () => {
      server.answer({ text: "<!doctype html><title>Log in</title>", headers: { "content-type": "text/html" } });
      const error = await refusal(client().create(REQUEST, never));
      assert.equal(error.code, "protocol");
      assert.ok(error.message.includes(`${server.url}/api/uploads did not answer with JSON.`), error.message);
    });
  });

  describe("parses a refusal", () => {
    it("with the server's message, code and field", async () => {
      const error = await refusalOf({
        status: 422,
        json: { error: { type: "unprocessable_content", message: "<b>No</b>", code: "bad_name", param: "filename" } },
      });
      const { code, status, detail, apiCode, param } = error;
      assert.deepEqual(
        { code, status, detail, apiCode, param },
        { code: "refused", status: 422, detail: "<b>No</b>", apiCode: "bad_name", param: "filename" },
      );
    });

    for (const [what, reply, detail] of [
      ["without the envelope", { status: 409, json: { type: "conflict", message: "Not now." } }, "Not now."],
      ["that is a string", { status: 409, json: { error: "Not now." } }, "Not now."],
      ["that is a web page", { status: 409, text: "<h1>409</h1>" }, undefined],
      ["that is null", { status: 409, json: null }, undefined],
    ] as const) {
      it(what, async () => {
        const error = await refusalOf(reply);
        assert.deepEqual([error.code, error.detail], ["conflict", detail]);
      });
    }

    for (const [status, code] of [
      [401, "signed-out"],
      [403, "forbidden"],
      [404, "not-found"],
      [429, "rate-limited"],
      [502, "server"],
    ] as const) {
      it(`of ${status} as ${code}`, async () => assert.equal((await refusalOf({ status, json: {} })).code, code));
    }

    it("of a file token that is over as no end of the user's session", async () => {
      const json = { error: { code: "token_expired", message: "No." } };
      assert.equal((await refusalOf({ status: 401, json })).code, "unauthorized");
    });

    it("with a Retry-After date, compared with the server's clock and not with the user's", async () => {
      for (const offMs of [-3_600_000, 0, 360_000]) {
        const date = new Date(Date.now() + offMs).toUTCString();
        const headers = { date, "retry-after": new Date(Date.parse(date) + 3_000).toUTCString() };
        assert.equal((await refusalOf({ status: 429, json: {}, headers })).retryAfterMs, 3_000);
      }
    });

    it("of the digest as a checksum error", async () => {
      for (const error of [{ param: "md5" }, { code: "md5_mismatch" }, { code: "CHECKSUM_FAILED" }]) {
        for (const status of [400, 422]) {
          assert.equal((await refusalOf({ status, json: { error } })).code, "checksum", JSON.stringify(error));
        }
      }
      assert.equal((await refusalOf({ status: 403, json: { error: { param: "md5" } } })).code, "forbidden");
    });

    it("of an object of another size as a conflict, which a new session with a new name resolves", async () => {
      for (const error of [{ param: "sizeBytes" }, { code: "size_mismatch" }]) {
        server.answer({ status: 422, json: { error } });
        const refused = client().complete(SESSION, null, never);
        await assert.rejects(refused, { code: "conflict" }, JSON.stringify(error));
      }
      // Of another call it is an ordinary refusal.
      server.answer({ status: 422, json: { error: { param: "sizeBytes" } } });
      await assert.rejects(client().retrieve(SESSION, never), { code: "refused" });
    });

    it("with the Retry-After in seconds or as a date", async () => {
      const told = async (retryAfter: string) =>
        (await refusalOf({ status: 429, json: {}, headers: { "retry-after": retryAfter } })).retryAfterMs;
      assert.equal(await told("7"), 7000);
      assert.equal(await told("0"), 0);
      assert.equal(await told("soon"), undefined);
      assert.equal(await told(new Date(0).toUTCString()), 0);
      const inAMinute = (await told(new Date(Date.now() + 60_000).toUTCString())) ?? 0;
      assert.ok(inAMinute > 0 && inAMinute <= 60_000, String(inAMinute));
    });
  });

  describe("recognizes a session of the site that has ended by", () => {
    const page = (text: string): Reply => ({ text, headers: { "content-type": "text/html" } });
    const signIn = page("<!doctype html><form><input name=user><input type='password'></form>");

    it("a sign-in form in place of the first answer, and then asks the developer to check", async () => {
      server.answer(signIn);
      const { code, advice } = await refusal(client().create(REQUEST, never));
      assert.equal(code, "signed-out");
      assert.match(advice ?? "", /If the user is signed in/);
    });

    it("any web page, once the endpoint has answered", async () => {
      const host = client();
      await host.retrieve(SESSION, never);
      server.answer(page("<!doctype html><title>Welcome</title>"));
      const { code, advice } = await refusal(host.complete(SESSION, MD5, never));
      assert.deepEqual([code, advice], ["signed-out", undefined]);
    });

    it("a redirect to another address, also when what is there answers with JSON", async () => {
      for (const there of [signIn, { status: 404, json: {} }, { json: { user: null } }] as const) {
        server.answer({ status: 302, headers: { location: "/login?next=/api/uploads" } }, there);
        const error = await refusal(client().complete(SESSION, MD5, never));
        assert.equal(error.code, "signed-out");
        assert.match(error.message, /complete was redirected to .*\/login/);
      }
    });
  });

  it("names an endpoint that redirects, because browsers turn the POST into a GET", async () => {
    for (const location of ["/api/uploads/", "/en/api/uploads"]) {
      const list = { json: { object: "list", data: [], totalCount: 0 } };
      server.answer({ status: 301, headers: { location } }, list);
      const error = await refusal(client().create(REQUEST, never));
      assert.equal(error.code, "protocol");
      assert.ok(error.message.includes(`redirected to ${server.url}${location}: set \`endpoint\``), error.message);
    }
  });

  it("follows a redirect that keeps the method and ends at an endpoint", async () => {
    server.answer({ status: 307, headers: { location: "/en/api/uploads" } }, { json: CREATED });
    assert.equal((await client().create(REQUEST, never)).id, "fil_1");
  });

  describe("ends", () => {
    it("as a network error if the connection is cut, without a retry", async () => {
      server.answer("disconnect");
      assert.equal((await refusal(client().retrieve(SESSION, never))).code, "network");
      assert.equal(server.received.length, 1);
    });

    it("as a timeout if the server does not respond", async () => {
      server.answer("silence");
      assert.equal((await refusal(client({ timeoutMs: 50 }).retrieve(SESSION, never))).code, "timeout");
    });

    it("as a timeout if the page's headers are never resolved", async () => {
      const host = client({ timeoutMs: 50, headers: () => new Promise<HeadersInit>(() => {}) });
      assert.equal((await refusal(host.retrieve(SESSION, never))).code, "timeout");
    });

    it("with the signal's reason if it is aborted, before or during the call", async () => {
      server.answer("silence");
      const before = AbortSignal.abort("given up");
      await assert.rejects(client().retrieve(SESSION, before), (reason) => reason === "given up");
      assert.equal(server.received.length, 0);

      const controller = new AbortController();
      const reason = new Error("changed my mind");
      const asked = client().retrieve(SESSION, controller.signal);
      controller.abort(reason);
      await assert.rejects(asked, (thrown) => thrown === reason);
    });
  });

  describe("with functions in place of an address", () => {
    const file = FILE as FileReply;
    function functions(change: Partial<EndpointFunctions> = {}) {
      const calls: unknown[][] = [];
      const told = <T>(name: string, args: unknown[], reply: T): Promise<T> => {
        calls.push([name, ...args]);
        return Promise.resolve(reply);
      };
      const endpoint: EndpointFunctions = {
        create: (...args) => told("create", args, { ...(CREATED as CreateReply), token: "t" }),
        complete: (...args) => told("complete", args, file),
        cancel: (...args) => told("cancel", args, file),
        retrieve: (...args) => told("retrieve", args, file),
        ...change,
      };
      return { host: createHostClient({ endpoint, timeoutMs: 50 }), calls };
    }

    it("calls them with plain data", async () => {
      const { host, calls } = functions();
      const session = await host.create(REQUEST, never);
      await host.complete(session, MD5, never);
      await host.cancel(session, never);
      assert.equal((await host.retrieve(session, never)).status, "PENDING");
      const { idempotencyKey, replaces: _none, ...body } = REQUEST;
      assert.deepEqual(calls, [
        ["create", body, { idempotencyKey, token: null }],
        ["complete", "fil_1", { md5: MD5 }, { token: "t" }],
        ["cancel", "fil_1", { token: "t" }],
        ["retrieve", "fil_1", { token: "t" }],
      ]);
    });

    it("understands a refusal that is returned", async () => {
      const error = { type: "forbidden", message: "Not yours." };
      const { host } = functions({ retrieve: async () => ({ error, status: 403 }), cancel: async () => ({ error }) });
      const refused = await refusal(host.retrieve(SESSION, never));
      assert.deepEqual([refused.code, refused.detail], ["forbidden", "Not yours."]);
      assert.equal((await refusal(host.cancel(SESSION, never))).code, "refused");
    });

    it("understands an error that is thrown, with a status or without", async () => {
      const thrower = (thrown: unknown) => functions({ retrieve: () => Promise.reject(thrown) }).host;
      const known = await refusal(
        thrower(Object.assign(new Error("Sign in."), { status: 401 })).retrieve(SESSION, never),
      );
      assert.deepEqual([known.code, known.detail], ["unauthorized", "Sign in."]);
      assert.equal((await refusal(thrower(new Error("?")).retrieve(SESSION, never))).code, "network");
    });

    it("validates their replies by the same rules and time limits", async () => {
      const { host } = functions({ retrieve: async () => ({}) as FileReply, cancel: () => new Promise(() => {}) });
      assert.equal((await refusal(host.retrieve(SESSION, never))).code, "protocol");
      assert.equal((await refusal(host.cancel(SESSION, never))).code, "timeout");
    });
  });
});
