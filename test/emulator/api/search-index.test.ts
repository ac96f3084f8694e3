import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { call, createMeeting, createSession, emulate } from "../lab.ts";

describe("lists, which come from a search index", () => {
  it("lack new files and meetings for as long as the index lags", async () => {
    const emulator = await emulate({ limits: { searchLagMs: 5000 } });
    const { id } = await createSession(emulator);
    await createMeeting(emulator);
    for (const route of ["GET /v1/files", "GET /v1/meetings"]) {
      assert.deepEqual((await call(emulator, route)).body.data, [], route);
    }
    assert.equal((await call(emulator, `GET /v1/files/${id}`)).status, 200);
    emulator.advance(5000);
    assert.equal((await call(emulator, "GET /v1/files")).body.data[0].id, id);
    assert.equal((await call(emulator, "GET /v1/meetings")).body.data.length, 1);
  });

  it("count wrongly on demand, by turns too many and too few", async () => {
    const emulator = await emulate({ limits: { totalCountError: 2 } });
    for (let n = 0; n < 3; n += 1) await createSession(emulator);
    const totals = [];
    for (let n = 0; n < 3; n += 1) totals.push((await call(emulator, "GET /v1/files")).body.totalCount);
    assert.deepEqual(totals, [5, 1, 5]);
  });

  it("page through meetings, newest first", async () => {
    const emulator = await emulate({ limits: { requestsPerSecond: 100 } });
    const ids: string[] = [];
    for (let n = 0; n < 5; n += 1) ids.unshift((await createMeeting(emulator)).body.id);
    const seen: string[] = [];
    for (let offset = 0; ; offset += 2) {
      const { status, body } = await call(emulator, `GET /v1/meetings?limit=2&offset=${offset}`);
      assert.deepEqual([status, body.object, body.totalCount], [200, "list", 5]);
      seen.push(...body.data.map(({ id }: { id: string }) => id));
      if (body.data.length < 2) break;
    }
    assert.deepEqual(seen, ids);
  });
});

describe("what a key may do", () => {
  it("is told to every valid key", async () => {
    const emulator = await emulate({ apiKeys: [{ key: "sk_lf_reader", scopes: ["files:read"] }] });
    const { status, body } = await call(emulator, "GET /v1/auth/validate");
    assert.equal(status, 200);
    assert.deepEqual(body, { active: true, scopes: ["files:read"], subjectType: "workspace", tokenType: "api_key" });
    const wrong = await call(emulator, "GET /v1/auth/validate", { headers: { authorization: "Bearer sk_lf_no" } });
    assert.equal(wrong.status, 401);
  });

  it("is everything without any scope", async () => {
    const emulator = await emulate({ apiKeys: [{ key: "sk_lf_full", scopes: [] }] });
    const { id } = await createSession(emulator);
    assert.equal((await call(emulator, `GET /v1/files/${id}`)).status, 200);
    assert.equal((await createMeeting(emulator)).status, 200);
  });
});

describe("answers of the API", () => {
  it("have an id of their own, refusals too", async () => {
    const emulator = await emulate();
    const ids = new Set<string | null>();
    for (const route of ["GET /v1/files", "GET /v1/files/fil_none", "GET /v1/nothing"]) {
      ids.add((await call(emulator, route)).headers.get("x-request-id"));
    }
    assert.equal(ids.size, 3);
    for (const id of ids) assert.match(id ?? "", /^req_[0-9a-f]{32}$/);
  });

  it("have a code on demand", async () => {
    const emulator = await emulate();
    emulator.faults.add({ at: "meeting-create", do: "status", status: 422, code: "relationship_write_limit_exceeded" });
    const { status, body } = await createMeeting(emulator);
    assert.deepEqual([status, body.error.code], [422, "relationship_write_limit_exceeded"]);
  });

  it("name a transcript whose session has ended", async () => {
    const emulator = await emulate();
    const { id } = await createSession(emulator);
    emulator.expire(id);
    const { status, body } = await createMeeting(emulator, {}, { $transcript: id });
    assert.deepEqual([status, body.error.code], [422, "relationship_entity_inactive"]);
  });
});
