import assert from "node:assert/strict";
import { after, before, beforeEach, describe, it } from "node:test";
import { UploadError } from "../../src/engine/errors.ts";
import type { FileRef } from "../../src/engine/session/host-files.ts";
import { createFilesApi, type Result } from "../../src/host/files-api.ts";
import { createFilesClient } from "../../src/host/files-client.ts";
import type { EndpointFunctions, HostClientOptions } from "../../src/host/host-client.ts";
import { CREATED, FILE, startUpstream, type Upstream } from "./scripted-upstream.ts";

const REF: FileRef = { id: "fil_1", token: "file-token" };
const URL_REPLY = { url: "https://storage.example/get?sig=a%2Fb", expiresAt: "2026-03-01T11:00:00Z" };
const LIST = { object: "list", data: [{ ...FILE, token: "t-1" }, FILE], totalCount: 2 };
const MD5 = "0123456789abcdef0123456789abcdef";

describe("the calls for existing files", () => {
  let server: Upstream;

  before(async () => {
    server = await startUpstream();
  });
  after(() => server.close());
  beforeEach(() => {
    server.received.length = 0;
  });

  const client = (options: Partial<HostClientOptions> = {}) =>
    createFilesClient({ endpoint: `${server.url}/api/uploads`, ...options });
  const api = (options: Partial<HostClientOptions> = {}) =>
    createFilesApi({ endpoint: `${server.url}/api/uploads`, ...options });

  const asked = () => server.received.map(({ method, url }) => `${method} ${url}`);

  async function refusal(promise: Promise<unknown>): Promise<UploadError> {
    const error: unknown = await promise.then(
      () => assert.fail("it was not refused"),
      (reason: unknown) => reason,
    );
    assert.ok(error instanceof UploadError, String(error));
    return error;
  }

  it("request a page, by default the first 25, also if the endpoint has a query", async () => {
    server.answer({ json: LIST });
    await client().list();
    await client().list({ limit: 10, offset: 20 });
    await client({ endpoint: `${server.url}/api/uploads?team=a` }).list({ offset: 25 });
    assert.deepEqual(asked(), [
      "GET /api/uploads?limit=25&offset=0",
      "GET /api/uploads?limit=10&offset=20",
      "GET /api/uploads?team=a&limit=25&offset=25",
    ]);
  });

  it("parse a page: times as numbers, and each file with its token, if it has one", async () => {
    server.answer({ json: LIST });
    const { files, totalCount } = await client().list();
    assert.equal(totalCount, 2);
    assert.deepEqual(
      files.map(({ id, token, createdAt }) => ({ id, token, createdAt })),
      [
        { id: "fil_1", token: "t-1", createdAt: Date.parse("2026-03-01T10:00:00Z") },
        { id: "fil_1", token: null, createdAt: Date.parse("2026-03-01T10:00:00Z") },
      ],
    );
  });

  it("never return more files than requested", async () => {
    server.answer({ json: { ...LIST, data: Array(100).fill(FILE), totalCount: 100 } });
    assert.equal((await client().list({ limit: 3 })).files.length, 3);
  });

  it("send the file's token for retrieve, url and cancel", async () => {
    server.answer({ json: FILE }, { json: URL_REPLY }, { json: FILE });
    await client().retrieve(REF);
    await client().url(REF);
    await client().cancel(REF);
    assert.deepEqual(asked(), [
      "GET /api/uploads/fil_1",
      "GET /api/uploads/fil_1/url",
      "POST /api/uploads/fil_1/cancel",
    ]);
    for (const { headers } of server.received) assert.equal(headers["x-lightfield-file-token"], "file-token");
  });

  it("send no token for the list, or if there is none", async () => {
    server.answer({ json: LIST }, { json: URL_REPLY });
    await client().list();
    await client().url({ id: "fil_1", token: null });
    for (const { headers } of server.received) assert.equal(headers["x-lightfield-file-token"], undefined);
  });

  it("return a file's URL unchanged, with its expiry", async () => {
    server.answer({ json: URL_REPLY });
    assert.deepEqual(await client().url(REF), { url: URL_REPLY.url, expiresAt: Date.parse(URL_REPLY.expiresAt) });
  });

  describe("refuse", () => {
    for (const url of ["javascript:alert(1)", "data:text/html,x", "blob:https://a/b", "/relative", "//a/b", "", 7]) {
      it(`the file URL ${JSON.stringify(url)}`, async () => {
        server.answer({ json: { ...URL_REPLY, url } });
        const error = await refusal(client().url(REF));
        assert.equal(error.code, "protocol");
        assert.match(error.message, /\burl\b/);
      });
    }

    for (const [what, json, named] of [
      ["a list without files", { totalCount: 0 }, "data"],
      ["files that are no list", { ...LIST, data: { length: 1 } }, "data"],
      ["an invalid file", { ...LIST, data: [null] }, "reply"],
      ["a file of an unknown status", { ...LIST, data: [{ ...FILE, status: "LOST" }] }, "status"],
      ["a list without its total", { ...LIST, totalCount: undefined }, "totalCount"],
      ["a total in words", { ...LIST, totalCount: "2" }, "totalCount"],
      ["a total below nothing", { ...LIST, totalCount: -1 }, "totalCount"],
      ["null", null, "reply"],
    ] as const) {
      it(what, async () => {
        server.answer({ json });
        const error = await refusal(client().list());
        assert.equal(error.code, "protocol");
        assert.match(error.message, new RegExp(`\\b${named}\\b`));
      });
    }
  });

  describe("with functions in place of an address", () => {
    const told: unknown[][] = [];
    const never = async () => assert.fail("not asked for");
    const functions: EndpointFunctions = { create: never, complete: never, cancel: never, retrieve: never };
    beforeEach(() => {
      told.length = 0;
    });

    it("call them with plain data", async () => {
      const files = createFilesClient({
        endpoint: {
          ...functions,
          list: async (...args) => {
            told.push(args);
            return LIST as never;
          },
          url: async (...args) => {
            told.push(args);
            return URL_REPLY;
          },
        },
      });
      await files.list({ limit: 5, offset: 10 });
      await files.url(REF);
      assert.deepEqual(told, [[{ limit: 5, offset: 10 }], ["fil_1", { token: "file-token" }]]);
    });

    it("name a missing function", async () => {
      const files = createFilesClient({ endpoint: functions });
      const error = await refusal(files.list());
      assert.equal(error.code, "protocol");
      assert.match(error.message, /`list`/);
      assert.match((await refusal(files.url(REF))).message, /`url`/);
    });
  });

  describe("as values", () => {
    const six: Record<string, (client: ReturnType<typeof api>) => Promise<Result<unknown>>> = {
      create: (client) =>
        client.create({ filename: "call.vtt", mimeType: "text/vtt", sizeBytes: 12, idempotencyKey: "key-1" }),
      complete: (client) => client.complete(REF, MD5),
      cancel: (client) => client.cancel(REF),
      retrieve: (client) => client.retrieve(REF),
      list: (client) => client.list(),
      url: (client) => client.url(REF),
    };

    it("are six, each with the host's reply", async () => {
      server.answer(
        { json: CREATED },
        { json: FILE },
        { json: FILE },
        { json: FILE },
        { json: LIST },
        { json: URL_REPLY },
      );
      for (const [name, call] of Object.entries(six)) {
        const result = await call(api());
        assert.ok(result.ok, name);
      }
      assert.deepEqual(asked(), [
        "POST /api/uploads",
        "POST /api/uploads/fil_1/complete",
        "POST /api/uploads/fil_1/cancel",
        "GET /api/uploads/fil_1",
        "GET /api/uploads?limit=25&offset=0",
        "GET /api/uploads/fil_1/url",
      ]);
    });

    for (const [name, call] of Object.entries(six)) {
      it(`report that ${name} was refused, and the delay before a retry`, async () => {
        server.answer({ status: 429, json: {}, headers: { "retry-after": "3" } });
        const result = await call(api());
        assert.ok(!result.ok);
        assert.deepEqual([result.error.code, result.error.retryAfterMs], ["rate-limited", 3000]);
        assert.equal(server.received.length, 1, "one request a call: repeating is the caller's business");
      });

      it(`report that ${name} did not reach the host`, async () => {
        server.answer("disconnect");
        const result = await call(api());
        assert.ok(!result.ok);
        assert.equal(result.error.code, "network");
      });
    }

    it("complete without a digest if there is none", async () => {
      server.answer({ json: FILE });
      await api().complete(REF, null);
      assert.equal(server.received[0]?.body, "{}");
    });

    it("reject only with the reason of an aborted signal", async () => {
      server.answer("silence");
      const controller = new AbortController();
      const reason = new Error("changed my mind");
      const result = api().list({}, controller.signal);
      controller.abort(reason);
      await assert.rejects(result, (thrown) => thrown === reason);
    });
  });
});
