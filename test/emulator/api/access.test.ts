import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { call, createMeeting, createSession, createUploaded, emulate, MEETING, TRANSCRIPT } from "../lab.ts";

describe("who may call the API", () => {
  it("refuses a call without a key, and one with a wrong key", async () => {
    const emulator = await emulate();
    for (const authorization of ["", "Bearer sk_lf_wrong", "Basic abc"]) {
      const { status, body } = await call(emulator, "GET /v1/files", { headers: { authorization } });
      assert.equal(status, 401);
      assert.equal(body.error.type, "unauthorized");
      assert.equal(typeof body.error.message, "string");
    }
  });

  it("refuses a missing and a wrong version", async () => {
    const emulator = await emulate();
    for (const version of ["", "2025-01-01"]) {
      const { status, body } = await call(emulator, "GET /v1/files", { headers: { "lightfield-version": version } });
      assert.equal(status, 400);
      assert.equal(body.error.code, "version_header");
      assert.equal(body.error.param, "Lightfield-Version");
    }
  });

  it("requires the scope of each call", async () => {
    const reader = { key: "sk_lf_reader", scopes: ["files:read"] };
    const writer = { key: "sk_lf_writer", scopes: ["files:create"] };
    const emulator = await emulate({
      apiKeys: [{ key: "sk_lf_all", scopes: ["files:read", "files:create"] }, reader, writer],
    });
    const { id } = await createSession(emulator);
    const as = (key: string) => ({ headers: { authorization: `Bearer ${key}` } });
    for (const route of ["POST /v1/files", `POST /v1/files/${id}/complete`, `POST /v1/files/${id}/cancel`]) {
      assert.equal((await call(emulator, route, { ...as(reader.key), body: TRANSCRIPT })).status, 403, route);
    }
    for (const route of ["GET /v1/files", `GET /v1/files/${id}`, `GET /v1/files/${id}/url`]) {
      const { status, body } = await call(emulator, route, as(writer.key));
      assert.equal(status, 403, route);
      assert.equal(body.error.type, "forbidden");
    }
    assert.equal((await call(emulator, `GET /v1/files/${id}`, as(reader.key))).status, 200);
  });

  it("requires the scope of each meeting call", async () => {
    const scopes = ["meetings:create", "meetings:update", "meetings:read"];
    const key = (scope: string) => `sk_lf_${scope.replace(":", "_")}`;
    const emulator = await emulate({ apiKeys: scopes.map((scope) => ({ key: key(scope), scopes: [scope] })) });
    const { body: meeting } = await createMeeting(emulator);
    const calls = {
      "meetings:create": { route: "POST /v1/meetings", body: { fields: MEETING } },
      "meetings:update": { route: `POST /v1/meetings/${meeting.id}`, body: {} },
      "meetings:read": { route: `GET /v1/meetings/${meeting.id}` },
    };
    for (const [needed, { route, ...rest }] of Object.entries(calls)) {
      for (const scope of scopes) {
        const headers = { authorization: `Bearer ${key(scope)}` };
        const { status } = await call(emulator, route, { ...rest, headers });
        assert.equal(status, scope === needed ? 200 : 403, `${route} with ${scope}`);
      }
    }
  });

  it("refuses unknown addresses", async () => {
    const emulator = await emulate();
    for (const route of [
      "GET /",
      "GET /v1/file",
      "PUT /v1/files",
      "DELETE /v1/files/fil_1",
      "POST /v1/files/fil_1/open",
      "PUT /v1/meetings",
      "POST /v1/meetings/mtg_1/transcript",
    ]) {
      const { status, body } = await call(emulator, route);
      assert.equal(status, 404, route);
      assert.equal(body.error.type, "not_found");
    }
  });

  it("sends no CORS headers, since browsers must not have the key", async () => {
    const emulator = await emulate();
    const { headers } = await call(emulator, "GET /v1/files", { headers: { origin: "https://page.example" } });
    assert.deepEqual(
      [...headers.keys()].filter((name) => name.startsWith("access-control-")),
      [],
    );
  });
});

describe("the rate limit", () => {
  /** A clock that only a test moves. */
  const frozen = { now: () => 1_800_000_000_000 };

  it("allows 25 requests a second and sends Retry-After for the rest", async () => {
    const emulator = await emulate(frozen);
    const remaining: number[] = [];
    for (let n = 0; n < 25; n += 1) {
      const { status, headers } = await call(emulator, "GET /v1/files");
      assert.equal(status, 200);
      assert.equal(headers.get("x-ratelimit-limit"), "25");
      assert.equal(headers.get("retry-after"), null);
      remaining.push(Number(headers.get("x-ratelimit-remaining")));
    }
    assert.deepEqual(
      remaining,
      Array.from({ length: 25 }, (_, n) => 24 - n),
    );

    const { status, headers, body } = await call(emulator, "GET /v1/files");
    assert.equal(status, 429);
    assert.equal(body.error.type, "too_many_requests");
    assert.equal(headers.get("retry-after"), "1");
    assert.equal(headers.get("x-ratelimit-remaining"), "0");
    assert.equal(headers.get("x-ratelimit-reset"), "1800000001");
    assert.equal(emulator.requests.entries.at(-1)?.retryAfterSeconds, 1);
  });

  it("fills up evenly over time", async () => {
    const emulator = await emulate({ ...frozen, limits: { requestsPerSecond: 10 } });
    const burst = async (count: number) => {
      const replies = await Promise.all(Array.from({ length: count }, () => call(emulator, "GET /v1/files")));
      return replies.filter(({ status }) => status === 200).length;
    };
    assert.equal(await burst(15), 10);
    emulator.advance(300);
    assert.equal(await burst(15), 3);
    emulator.advance(60_000);
    assert.equal(await burst(15), 10);
  });

  it("asks for at least a second, and for more if one request takes longer", async () => {
    const emulator = await emulate({ ...frozen, limits: { requestsPerSecond: 0.25 } });
    assert.equal((await call(emulator, "GET /v1/files")).status, 200);
    assert.equal((await call(emulator, "GET /v1/files")).headers.get("retry-after"), "4");
    emulator.advance(4000);
    assert.equal((await call(emulator, "GET /v1/files")).status, 200);
  });

  it("counts writes, reads and searches separately", async () => {
    const emulator = await emulate({ ...frozen, limits: { requestsPerSecond: 2 } });
    const { id } = await createUploaded(emulator);
    assert.equal((await call(emulator, `POST /v1/files/${id}/complete`)).status, 200);
    assert.equal((await call(emulator, "POST /v1/files", { body: TRANSCRIPT })).status, 429, "writes are used up");
    assert.equal((await call(emulator, `GET /v1/files/${id}`)).status, 200);
    assert.equal((await call(emulator, `GET /v1/files/${id}/url`)).status, 200);
    assert.equal((await call(emulator, `GET /v1/files/${id}`)).status, 429, "reads are used up");
    assert.equal((await call(emulator, "GET /v1/files")).status, 200, "searches are not");
  });

  it("counts calls for meetings as writes and reads", async () => {
    const emulator = await emulate({ ...frozen, limits: { requestsPerSecond: 2 } });
    const { body: meeting, headers } = await createMeeting(emulator);
    assert.equal(headers.get("x-ratelimit-remaining"), "1");
    assert.equal((await call(emulator, `POST /v1/meetings/${meeting.id}`, { body: {} })).status, 200);
    assert.equal((await call(emulator, "POST /v1/files", { body: TRANSCRIPT })).status, 429);
    assert.equal((await createMeeting(emulator)).status, 429);
    const read = () => call(emulator, `GET /v1/meetings/${meeting.id}`);
    assert.deepEqual([(await read()).status, (await read()).status, (await read()).status], [200, 200, 429]);
  });

  it("is shared by all keys of the organization", async () => {
    const apiKeys = ["sk_lf_a", "sk_lf_b"].map((key) => ({ key, scopes: ["files:read"] }));
    const emulator = await emulate({ ...frozen, apiKeys, limits: { requestsPerSecond: 1 } });
    const list = (key: string) => call(emulator, "GET /v1/files", { headers: { authorization: `Bearer ${key}` } });
    assert.equal((await list("sk_lf_a")).status, 200);
    assert.equal((await list("sk_lf_b")).status, 429);
  });

  it("is in the headers of every response, also of errors", async () => {
    const emulator = await emulate();
    const replies = [
      await call(emulator, "GET /v1/nothing"),
      await call(emulator, "GET /v1/files/fil_none"),
      await call(emulator, "POST /v1/files", { body: {} }),
      await call(emulator, "GET /v1/files", { headers: { authorization: "" } }),
      await call(emulator, "GET /v1/meetings/mtg_none"),
      await call(emulator, "POST /v1/meetings", { body: {} }),
      await createMeeting(emulator),
      await createMeeting(emulator, { $description: "n".repeat(1_100_000) }),
    ];
    assert.deepEqual(
      replies.map(({ status }) => status),
      [404, 404, 400, 401, 404, 400, 200, 400],
    );
    for (const { headers } of replies) {
      for (const name of ["limit", "remaining", "reset"])
        assert.match(headers.get(`x-ratelimit-${name}`) ?? "", /^\d+$/);
    }
  });
});
