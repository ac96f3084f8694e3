import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { Redis } from "ioredis";
import { createTokenEndpoint, type RateLimits } from "../../src/server/index.ts";
import { createRedisCounters, RedisLocker } from "../../src/server/redis/index.ts";
import { CREATED, startUpstream } from "../server/scripted-upstream.ts";
import { API_KEY, post, SECRET } from "../server/support.ts";
import { peersMissing } from "../support/ensure-peers.mjs";
import { freePort, startProgram, stopProgram } from "../support/processes.mjs";
import { until } from "../support/until.ts";

const never = new AbortController().signal;

describe("locks and counters in Redis", { skip: peersMissing("Redis") }, () => {
  let server: ReturnType<typeof startProgram>;
  let port = 0;
  const clients: Redis[] = [];

  function connect(): Redis {
    const redis = new Redis(port, "127.0.0.1");
    redis.on("error", () => {});
    clients.push(redis);
    return redis;
  }

  before(async () => {
    port = await freePort();
    server = startProgram("redis-server", ["--port", String(port), "--bind", "127.0.0.1", "--save", ""]);
  });
  after(async () => {
    for (const redis of clients) redis.disconnect();
    await stopProgram(server);
  });

  it("give a lock to one holder at a time, and ask the holder to stop", async () => {
    const first = new RedisLocker(connect()).newLock("upload");
    const second = new RedisLocker(connect()).newLock("upload");
    const order: string[] = [];
    await first.lock(never, () => {
      order.push("asked");
      void first.unlock();
    });
    await second.lock(never, () => {});
    order.push("second");
    assert.deepEqual(order, ["asked", "second"]);
    await second.unlock();
  });

  it("end the wait for a lock with the signal", async () => {
    const holder = new RedisLocker(connect()).newLock("held");
    await holder.lock(never, () => {});
    const waiting = new RedisLocker(connect()).newLock("held").lock(AbortSignal.timeout(120), () => {});
    await assert.rejects(waiting, { body: "timeout while acquiring lock" });
    await holder.unlock();
  });

  it("count for all instances together, and forget a counter at its end", async () => {
    const [one, other] = [createRedisCounters(connect()), createRedisCounters(connect())];
    assert.equal((await one.add("calls:ada", 1, 60_000)).total, 1);
    const { total, endsInMs } = await other.add("calls:ada", 2, 60_000);
    assert.equal(total, 3);
    assert.ok(endsInMs > 0 && endsInMs <= 60_000, `${endsInMs}`);
    assert.equal((await one.add("calls:ada", -5, 60_000)).total, 0);
    assert.equal((await one.add("calls:ada", 1, 60_000)).total, 1);
    await one.add("short", 1, 40);
    const redis = connect();
    await until("the counter to end", async () => (await redis.exists("uploads:40:short")) === 0);
    assert.equal((await other.add("short", 1, 40)).total, 1);
  });

  it("hold one quota and one rate limit over two instances of the endpoint", async (context) => {
    const upstream = await startUpstream();
    upstream.answer({ json: CREATED });
    context.after(() => upstream.close());
    const instance = (rateLimit: RateLimits, maxFilesPerDay: number) =>
      createTokenEndpoint({
        apiKey: API_KEY,
        secret: SECRET,
        baseUrl: upstream.url,
        authorize: () => ({ subject: "ada", maxFilesPerDay }),
        rateLimit,
      });
    const body = { filename: "a.txt", mimeType: "text/plain", sizeBytes: 1 };
    const create = async (endpoint: ReturnType<typeof instance>) => {
      const reply = await endpoint(post("", body, { "idempotency-key": crypto.randomUUID() }));
      const json = (await reply.json()) as { error?: { code?: string } };
      return json.error?.code ?? reply.status;
    };
    const store = () => createRedisCounters(connect(), { prefix: "quota:" });
    const [a, b] = [instance({ store: store() }, 3), instance({ store: store() }, 3)];
    assert.deepEqual(
      [await create(a), await create(b), await create(a), await create(b), await create(a)],
      [200, 200, 200, "too_many_files", "too_many_files"],
    );
    const limited = () => ({
      store: createRedisCounters(connect(), { prefix: "rate:" }),
      creates: 2,
      windowMs: 60_000,
    });
    const [c, d] = [instance(limited(), 99), instance(limited(), 99)];
    assert.deepEqual([await create(c), await create(d), await create(c)], [200, 200, "rate_limited"]);
  });

  it("refuse quickly while Redis is down, although the client queues its commands", async () => {
    const away = new Redis(await freePort(), "127.0.0.1");
    away.on("error", () => {});
    clients.push(away);
    await assert.rejects(async () => createRedisCounters(away, { timeoutMs: 50 }).add("calls:ada", 1, 1000), {
      message: "Redis did not answer within 50 ms",
    });
    const lock = new RedisLocker(away).newLock("upload").lock(AbortSignal.timeout(50), () => {});
    await assert.rejects(lock, { body: "timeout while acquiring lock" });
  });
});
