import assert from "node:assert/strict";
import { after, before, beforeEach, describe, it } from "node:test";
import { LightfieldClient } from "../../../src/server/index.ts";
import { CREATED, FILE, NEW_FILE, startUpstream, type Upstream } from "../scripted-upstream.ts";

const API_KEY = "sk_lf_client_secret";

describe("LightfieldClient", () => {
  let upstream: Upstream;
  let client: LightfieldClient;

  before(async () => {
    upstream = await startUpstream();
  });
  after(() => upstream.close());
  beforeEach(() => {
    upstream.received.length = 0;
    client = new LightfieldClient({ apiKey: API_KEY, baseUrl: `${upstream.url}/`, retryForMs: 6000 });
  });

  it("makes the six calls of the API", async () => {
    upstream.answer(({ method, url }) => {
      if (url.startsWith("/v1/files?")) return { json: { object: "list", data: [FILE], totalCount: 1 } };
      if (url.endsWith("/url")) return { json: { url: "https://storage.example/get", expiresAt: FILE.expiresAt } };
      return { json: method === "POST" && url === "/v1/files" ? CREATED : FILE };
    });

    assert.deepEqual((await client.createFile(NEW_FILE, "key-1")).value, CREATED);
    assert.deepEqual((await client.completeFile("fil_1", { md5: "0".repeat(32) })).value, FILE);
    await client.cancelFile("fil_1");
    await client.retrieveFile("fil_1");
    assert.equal((await client.listFiles({ limit: 5, offset: 10 })).value.totalCount, 1);
    assert.equal((await client.fileUrl("fil_1")).value.url, "https://storage.example/get");

    assert.deepEqual(
      upstream.received.map(({ method, url, body }) => `${method} ${url} ${body}`.trim()),
      [
        `POST /v1/files ${JSON.stringify(NEW_FILE)}`,
        `POST /v1/files/fil_1/complete {"md5":"${"0".repeat(32)}"}`,
        "POST /v1/files/fil_1/cancel {}",
        "GET /v1/files/fil_1",
        "GET /v1/files?limit=5&offset=10",
        "GET /v1/files/fil_1/url",
      ],
    );
    for (const { headers } of upstream.received) {
      assert.equal(headers.authorization, `Bearer ${API_KEY}`);
      assert.equal(headers["lightfield-version"], "2026-03-01");
    }
    assert.equal(upstream.received[0]?.headers["idempotency-key"], "key-1");
  });

  it("serves the next call after thousands that it could not send in time", async (t) => {
    // Nobody else's: what was sent too late may arrive when the next test has begun.
    const busy = await startUpstream();
    t.after(() => busy.close());
    client = new LightfieldClient({ apiKey: API_KEY, baseUrl: `${busy.url}/`, retryForMs: 6000 });
    busy.answer({ json: { object: "list", data: [], totalCount: 0 } });
    const many = await Promise.allSettled(Array.from({ length: 3000 }, () => client.listFiles()));
    assert.ok(many.filter(({ status }) => status === "rejected").length > 2000);
    assert.deepEqual((await client.listFiles()).value.data, []);
  });

  it("encodes an id, so that it cannot become another path", async () => {
    upstream.answer({ json: FILE });
    await client.retrieveFile("../meetings?x#y");
    assert.equal(upstream.received[0]?.url, "/v1/files/..%2Fmeetings%3Fx%23y");
  });

  it("retries create with the same idempotency key, a random one if none is given", async () => {
    upstream.answer("disconnect", { status: 503, json: {} }, { json: CREATED });
    await client.createFile(NEW_FILE);
    const keys = upstream.received.map(({ headers }) => headers["idempotency-key"]);
    assert.equal(keys.length, 3);
    assert.match(String(keys[0]), /^[0-9a-f-]{36}$/);
    assert.equal(new Set(keys).size, 1);
  });

  it("waits while its own earlier request is still running", async () => {
    const running = { type: "idempotency_conflict", message: "still running" };
    upstream.answer({ status: 409, json: running }, { json: CREATED });
    assert.equal((await client.createFile(NEW_FILE)).value.id, "fil_1");
  });

  it("sends nothing before Retry-After has passed", async () => {
    upstream.answer({ status: 429, json: {}, headers: { "retry-after": "1" } }, { json: FILE });
    await client.retrieveFile("fil_1");
    const [first, second] = upstream.received;
    assert.ok(first && second && second.at - first.at >= 1000, "the second request came early");
  });

  it("accepts a Retry-After that is a date", async () => {
    const date = new Date(Date.now() + 2000).toUTCString();
    upstream.answer({ status: 503, json: {}, headers: { "retry-after": date } }, { json: FILE });
    await client.retrieveFile("fil_1");
    const [first, second] = upstream.received;
    assert.ok(first && second && performance.timeOrigin + second.at >= Date.parse(date) - 5, "it came early");
  });

  it("returns a response with a Retry-After that exceeds its time limit at once", async () => {
    upstream.answer({ status: 429, json: { message: "slow down" }, headers: { "retry-after": "60" } });
    await assert.rejects(client.retrieveFile("fil_1"), {
      status: 429,
      type: "too_many_requests",
      message: "slow down",
      headers: { "retry-after": "60" },
    });
    assert.equal(upstream.received.length, 1);
  });

  it("stops within its time limit if every attempt fails", async () => {
    const impatient = new LightfieldClient({ apiKey: API_KEY, baseUrl: upstream.url, retryForMs: 4_000 });
    upstream.answer({ status: 500, json: { error: { type: "internal_server_error", message: "oops" } } });
    await assert.rejects(impatient.retrieveFile("fil_1"), { status: 500, message: "oops" });
    assert.ok(upstream.received.length > 1);
  });

  it("treats silence like a lost connection", async () => {
    const impatient = new LightfieldClient({ apiKey: API_KEY, baseUrl: upstream.url, timeoutMs: 100 });
    upstream.answer("silence", { json: FILE });
    assert.equal((await impatient.retrieveFile("fil_1")).value.id, "fil_1");
  });

  for (const status of [400, 401, 403, 404, 409, 415, 422]) {
    it(`sends one request if the response is ${status}`, async () => {
      upstream.answer({ status, json: { error: { type: "t", message: "no", code: "c", param: "p" } } });
      await assert.rejects(client.createFile(NEW_FILE), { status, type: "t", message: "no", code: "c", param: "p" });
      assert.equal(upstream.received.length, 1);
    });
  }

  it("reports a response that is not a file", async () => {
    for (const reply of [{ json: [] }, { text: "<html>" }, { json: { ...FILE, status: 7 } }, { json: { id: 1 } }]) {
      upstream.answer(reply);
      await assert.rejects(client.retrieveFile("fil_1"), { status: 502, type: "bad_gateway" });
    }
  });

  it("treats a status that is not documented yet as pending", async () => {
    upstream.answer({ json: { ...FILE, status: "SCANNING", added: { later: true } } });
    assert.deepEqual((await client.retrieveFile("fil_1")).value, { ...FILE, status: "PENDING" });
  });

  it("shows the other files of a list when one of them cannot be understood", async () => {
    const files = [FILE, { ...FILE, id: "fil_2", status: "SCANNING" }, { id: "fil_3" }, null];
    upstream.answer({ json: { object: "list", data: files } });
    const { value } = await client.listFiles();
    assert.deepEqual(
      value.data.map(({ id }) => id),
      ["fil_1", "fil_2"],
    );
    assert.equal(value.totalCount, 2);
  });

  it("sends a call three times at most", async () => {
    upstream.answer({ status: 503, json: {} });
    await assert.rejects(client.retrieveFile("fil_1"), { status: 503 });
    assert.equal(upstream.received.length, 3);
  });

  it("sends nothing more for a browser that has disconnected", async () => {
    const browser = new AbortController();
    upstream.answer(() => {
      browser.abort();
      return { status: 503, json: {} };
    });
    const call = client.forCall({ signal: browser.signal });
    await assert.rejects(call.retrieveFile("fil_1"), { status: 499, code: "client_disconnected" });
    await assert.rejects(call.retrieveFile("fil_1"), { status: 499 });
    assert.equal(upstream.received.length, 1);
  });

  it("refuses an idempotency key that cannot be a header, without a request", async () => {
    for (const key of ["会議", "a\nb", "", "k".repeat(256)]) {
      await assert.rejects(client.createFile(NEW_FILE, key), { status: 400, code: "invalid_idempotency_key" });
    }
    assert.equal(upstream.received.length, 0);
  });

  it("sends another subject's call before the many that one subject has queued", async (context) => {
    // Held clocks and no network: the order is the client's, however busy the machine is.
    context.mock.timers.enable({ apis: ["Date", "setTimeout"] });
    const sent: string[] = [];
    const send = async (input: RequestInfo | URL) => {
      sent.push(new URL(String(input)).pathname);
      return Response.json(FILE);
    };
    const held = new LightfieldClient({ apiKey: API_KEY, baseUrl: upstream.url, fetch: send as typeof fetch });
    const of = (subject: string) => held.forCall({ subject });
    const many = Array.from({ length: 60 }, (_, index) => of("ada").cancelFile(`ada_${index}`));
    const calls = Promise.all([...many, of("bob").cancelFile("bob")]);
    for (let tick = 0; tick < 100 && sent.length < 61; tick += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      context.mock.timers.tick(50);
    }
    await calls;
    const position = sent.findIndex((path) => path.includes("bob"));
    assert.ok(position < 10, `behind ${position} of the other's requests`);
    assert.equal(sent.length, 61);
  });

  it("does not send the key to the target of a redirect", async () => {
    upstream.answer({ status: 307, json: {}, headers: { location: `${upstream.url}/elsewhere` } });
    await assert.rejects(client.retrieveFile("fil_1"), { status: 502 });
    assert.deepEqual(
      upstream.received.map(({ url }) => url),
      ["/v1/files/fil_1"],
    );
  });
});
