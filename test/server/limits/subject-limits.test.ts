import assert from "node:assert/strict";
import { after, before, beforeEach, describe, it } from "node:test";
import { ApiError, type CounterStore, createMemoryCounters, createTokenEndpoint } from "../../../src/server/index.ts";
import { CREATED, FILE, NEW_FILE, startUpstream, type Upstream } from "../scripted-upstream.ts";
import { API_KEY, get, post, proof, SECRET } from "../support.ts";

describe("the limits of one subject", () => {
  let upstream: Upstream;
  let logged: string[];
  const byHeader = (request: Request) => ({ subject: request.headers.get("x-user") ?? "" });
  const as = (user: string) => ({ "x-user": user });

  before(async () => {
    upstream = await startUpstream();
  });
  after(() => upstream.close());
  beforeEach(() => {
    upstream.received.length = 0;
    upstream.answer(({ url }) => ({ json: url === "/v1/files" ? CREATED : FILE }));
    logged = [];
  });

  function endpoint(options: Partial<Parameters<typeof createTokenEndpoint>[0]> = {}) {
    return createTokenEndpoint({
      apiKey: API_KEY,
      secret: SECRET,
      baseUrl: upstream.url,
      authorize: byHeader,
      onError: ({ message }) => logged.push(message),
      ...options,
    });
  }

  it("refuse one subject with 429 and Retry-After, and no other", async () => {
    const handle = endpoint({ rateLimit: { creates: 2, windowMs: 60_000 } });
    for (let count = 0; count < 2; count += 1) assert.equal((await handle(post("", NEW_FILE, as("ada")))).status, 200);
    const refused = await handle(post("", NEW_FILE, as("ada")));
    assert.equal(refused.status, 429);
    const wait = Number(refused.headers.get("retry-after"));
    assert.ok(wait >= 1 && wait <= 60, `${wait}`);
    assert.equal(((await refused.json()) as { error: { type: string } }).error.type, "too_many_requests");
    assert.equal(upstream.received.length, 2);
    assert.equal((await handle(post("", NEW_FILE, as("bob")))).status, 200);
  });

  it("let a user continue uploads when only new sessions are limited", async () => {
    const handle = endpoint({ rateLimit: { creates: 0 } });
    assert.equal((await handle(post("", NEW_FILE, as("ada")))).status, 429);
    const own = { ...as("ada"), ...(await proof({ subject: "ada" })) };
    assert.equal((await handle(post("/fil_1/complete", {}, own))).status, 200);
  });

  it("count every call, refused ones too", async () => {
    const handle = endpoint({ rateLimit: { calls: 3 } });
    for (let count = 0; count < 3; count += 1) assert.equal((await handle(get("/fil_1", as("ada")))).status, 401);
    assert.equal((await handle(get("/fil_1", as("ada")))).status, 429);
  });

  it("are shared by instances that share a store", async () => {
    const store = createMemoryCounters();
    const options = { rateLimit: { creates: 1, store } };
    assert.equal((await endpoint(options)(post("", NEW_FILE, as("ada")))).status, 200);
    assert.equal((await endpoint(options)(post("", NEW_FILE, as("ada")))).status, 429);
  });

  it("do not limit when the store fails, and report the error", async () => {
    const store: CounterStore = { add: () => Promise.reject(new Error("ECONNREFUSED redis")) };
    const handle = endpoint({ rateLimit: { store }, authorize: () => ({ subject: "ada", maxFilesPerDay: 1 }) });
    assert.equal((await handle(post("", NEW_FILE))).status, 200);
    assert.match(logged.join(), /store of the rate limits failed.*ECONNREFUSED redis/);
  });

  it("stop a client out of control by default, and can be turned off", async () => {
    const [limited, unlimited] = [endpoint(), endpoint({ rateLimit: false })];
    const statuses = async (handle: (request: Request) => Promise<Response>) => {
      const seen = new Set<number>();
      for (let count = 0; count < 2000; count += 1) seen.add((await handle(get("/fil_1", as("ada")))).status);
      return [...seen];
    };
    assert.deepEqual(await statuses(limited), [401, 429]);
    assert.deepEqual(await statuses(unlimited), [401]);
  });

  it("reset after their window", async () => {
    let now = 1000;
    const counters = createMemoryCounters({ now: () => now });
    assert.deepEqual(counters.add("a", 2, 500), { total: 2, endsInMs: 500 });
    now += 499;
    assert.deepEqual(counters.add("a", 1, 500), { total: 3, endsInMs: 1 });
    now += 1;
    assert.deepEqual(counters.add("a", 1, 500), { total: 1, endsInMs: 500 });
  });

  it("keep a bounded number of keys", async () => {
    const counters = createMemoryCounters({ maxKeys: 3 });
    for (const key of ["a", "b", "c", "d"]) await counters.add(key, 1, 60_000);
    assert.equal((await counters.add("a", 1, 60_000)).total, 1, "the oldest gave way");
    assert.equal((await counters.add("d", 1, 60_000)).total, 2);
  });

  it("keep the day's counts when many short-lived keys come", async () => {
    const counters = createMemoryCounters({ maxKeys: 100 });
    await counters.add("files:ada", 7, 86_400_000);
    for (let key = 0; key < 1000; key += 1) await counters.add(`calls:${key}`, 1, 10_000);
    assert.equal((await counters.add("files:ada", 1, 86_400_000)).total, 8);
  });

  it("do not look at every key to make room for a new one", { timeout: 60_000 }, async () => {
    const counters = createMemoryCounters({ maxKeys: 50_000 });
    // Looking at all of 50,000 keys for each new one takes several minutes here; not doing so, a fraction of a second.
    for (let key = 0; key < 250_000; key += 1) await counters.add(`key:${key}`, 1, 86_400_000);
    assert.equal((await counters.add("key:249999", 1, 86_400_000)).total, 2);
  });

  describe("on files a day", () => {
    const two = (request: Request) => ({ ...byHeader(request), maxFilesPerDay: 2 });

    it("are a 403, for each subject separately", async () => {
      const handle = endpoint({ authorize: two });
      const statuses = [];
      for (const user of ["ada", "ada", "ada", "bob"])
        statuses.push((await handle(post("", NEW_FILE, as(user)))).status);
      assert.deepEqual(statuses, [200, 200, 403, 200]);
      const { error } = (await (await handle(post("", NEW_FILE, as("ada")))).json()) as {
        error: Record<string, string>;
      };
      assert.deepEqual(error, {
        type: "forbidden",
        code: "too_many_files",
        message: "You may upload at most 2 files a day here.",
      });
    });

    it("count a session once, however often its creation is retried, also in parallel", async () => {
      const handle = endpoint({ authorize: two });
      const create = async (key: string) =>
        (await handle(post("", NEW_FILE, { ...as("ada"), "idempotency-key": key }))).status;
      assert.equal(await create("first"), 200);
      assert.deepEqual(await Promise.all(["second", "second", "second", "first"].map(create)), [200, 200, 200, 200]);
      assert.equal(await create("second"), 200);
      assert.equal(await create("third"), 403);
    });

    it("do not count a session that the host's transfer refused", async () => {
      let isFull = true;
      const transfer = () => {
        if (isFull) throw new ApiError(503, "The relay is full.", { code: "relay_full" });
        return undefined;
      };
      const handle = endpoint({ authorize: two, transfer });
      for (let count = 0; count < 5; count += 1)
        assert.equal((await handle(post("", NEW_FILE, as("ada")))).status, 503);
      isFull = false;
      assert.equal((await handle(post("", NEW_FILE, as("ada")))).status, 200);
      assert.equal((await handle(post("", NEW_FILE, as("ada")))).status, 200);
      assert.equal((await handle(post("", NEW_FILE, as("ada")))).status, 403);
    });

    it("count a session again after an attempt with the same key was refused", async () => {
      const handle = endpoint({ authorize: two });
      const create = async (key: string) =>
        (await handle(post("", NEW_FILE, { ...as("ada"), "idempotency-key": key }))).status;
      upstream.answer({ status: 422, json: { error: { type: "unprocessable_content", message: "no" } } });
      assert.equal(await create("first"), 422);
      upstream.answer({ json: CREATED });
      assert.deepEqual([await create("first"), await create("second"), await create("third")], [200, 200, 403]);
    });

    it("do not count what Lightfield refused", async () => {
      const handle = endpoint({ authorize: two });
      upstream.answer({ status: 422, json: { error: { type: "unprocessable_content", message: "no" } } });
      for (let count = 0; count < 5; count += 1) await handle(post("", NEW_FILE, as("ada")));
      upstream.answer({ json: CREATED });
      assert.equal((await handle(post("", NEW_FILE, as("ada")))).status, 200);
    });
  });
});
