import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { call, createSession, createUploaded, emulate, HELLO_MD5, put, statusOf } from "../lab.ts";

describe("completing", () => {
  it("verifies the digest and completes the file", async () => {
    const emulator = await emulate();
    const { id } = await createUploaded(emulator);
    const { status, body } = await call(emulator, `POST /v1/files/${id}/complete`, {
      body: { md5: HELLO_MD5.toUpperCase() },
    });
    assert.equal(status, 200);
    assert.equal(body.status, "COMPLETED");
    assert.equal(body.expiresAt, null);
    assert.ok(Date.parse(body.completedAt) >= Date.parse(body.createdAt));
    assert.equal(body.uploadUrl, undefined);
    assert.deepEqual((await call(emulator, `GET /v1/files/${id}`)).body, body);
  });

  it("works without a digest and without a body", async () => {
    const emulator = await emulate();
    const { id } = await createUploaded(emulator);
    assert.equal((await call(emulator, `POST /v1/files/${id}/complete`)).body.status, "COMPLETED");
  });

  it("repeats its response when it is called again", async () => {
    const emulator = await emulate();
    const { id } = await createUploaded(emulator);
    const complete = (md5: string) => call(emulator, `POST /v1/files/${id}/complete`, { body: { md5 } });
    const first = await complete(HELLO_MD5);
    assert.deepEqual((await complete(HELLO_MD5)).body, first.body);
    assert.equal((await complete("0".repeat(32))).status, 409);
  });

  it("refuses a wrong digest and leaves the session open, so that the bytes can be sent again", async () => {
    const emulator = await emulate();
    const session = await createSession(emulator);
    await put(session, "hellp");
    const complete = () => call(emulator, `POST /v1/files/${session.id}/complete`, { body: { md5: HELLO_MD5 } });
    const { status, body } = await complete();
    assert.equal(status, 422);
    assert.deepEqual(
      [body.error.type, body.error.code, body.error.param],
      ["unprocessable_content", "md5_mismatch", "md5"],
    );
    assert.equal(statusOf(emulator, session), "PENDING");
    await put(session, "hello");
    assert.equal((await complete()).body.status, "COMPLETED");
  });

  it("refuses an object of another size than declared", async () => {
    const emulator = await emulate();
    const session = await createSession(emulator, { sizeBytes: 6 });
    await put(session, "hello");
    const { status, body } = await call(emulator, `POST /v1/files/${session.id}/complete`, {
      body: { md5: HELLO_MD5 },
    });
    assert.equal(status, 422);
    assert.deepEqual([body.error.code, body.error.param], ["size_mismatch", "sizeBytes"]);
  });

  it("is refused before bytes have arrived", async () => {
    const emulator = await emulate();
    const { id } = await createSession(emulator);
    const { status, body } = await call(emulator, `POST /v1/files/${id}/complete`, { body: { md5: HELLO_MD5 } });
    assert.equal(status, 409);
    assert.deepEqual([body.error.type, body.error.code], ["conflict", "upload_incomplete"]);
  });

  it("refuses an invalid digest", async () => {
    const emulator = await emulate();
    const { id } = await createUploaded(emulator);
    for (const md5 of ["", "abc", "z".repeat(32), `${HELLO_MD5}0`, 5, null]) {
      const { status, body } = await call(emulator, `POST /v1/files/${id}/complete`, { body: { md5 } });
      assert.equal(status, 400);
      assert.equal(body.error.param, "md5");
    }
  });

  it("refuses an unknown file", async () => {
    const emulator = await emulate();
    for (const route of [
      "POST /v1/files/fil_0/complete",
      "POST /v1/files/fil_0/cancel",
      "GET /v1/files/fil_0",
      "GET /v1/files/fil_0/url",
    ]) {
      assert.equal((await call(emulator, route)).status, 404, route);
    }
  });
});

describe("cancelling", () => {
  it("ends a pending session and removes its bytes", async () => {
    const emulator = await emulate();
    const session = await createUploaded(emulator);
    assert.notEqual(emulator.objectPath(session.id), null);
    const { status, body } = await call(emulator, `POST /v1/files/${session.id}/cancel`, { body: {} });
    assert.equal(status, 200);
    assert.equal(body.status, "CANCELLED");
    assert.equal(body.expiresAt, null);
    assert.equal(emulator.objectPath(session.id), null);
    assert.equal(emulator.files()[0]?.md5, null);
  });

  it("is possible only while the file is pending", async () => {
    const emulator = await emulate();
    const { id } = await createUploaded(emulator);
    await call(emulator, `POST /v1/files/${id}/complete`);
    assert.equal((await call(emulator, `POST /v1/files/${id}/cancel`)).status, 409);
    const other = await createSession(emulator);
    await call(emulator, `POST /v1/files/${other.id}/cancel`);
    const { status, body } = await call(emulator, `POST /v1/files/${other.id}/cancel`);
    assert.equal(status, 409);
    assert.equal(body.error.type, "conflict");
  });

  it("makes completing impossible", async () => {
    const emulator = await emulate();
    const { id } = await createUploaded(emulator);
    await call(emulator, `POST /v1/files/${id}/cancel`);
    assert.equal((await call(emulator, `POST /v1/files/${id}/complete`)).status, 409);
  });
});

describe("expiry", () => {
  it("expires a session to the millisecond and deletes its bytes", async () => {
    const start = 1_800_000_000_000;
    const emulator = await emulate({ now: () => start, limits: { sessionSeconds: 60 } });
    const session = await createUploaded(emulator);
    emulator.advance(59_999);
    assert.equal(statusOf(emulator, session), "PENDING");
    emulator.advance(1);
    const { body } = await call(emulator, `GET /v1/files/${session.id}`);
    assert.equal(body.status, "EXPIRED");
    assert.equal(body.expiresAt, null);
    assert.equal(emulator.objectPath(session.id), null);
    assert.equal((await call(emulator, `POST /v1/files/${session.id}/complete`)).status, 409);
    assert.equal((await call(emulator, `POST /v1/files/${session.id}/cancel`)).status, 409);
  });

  it("does not touch a completed file", async () => {
    const emulator = await emulate();
    const session = await createUploaded(emulator);
    await call(emulator, `POST /v1/files/${session.id}/complete`);
    emulator.advance(10 * 3600 * 1000);
    assert.equal(statusOf(emulator, session), "COMPLETED");
  });
});

describe("listing", () => {
  it("pages through all files, newest first", async () => {
    const emulator = await emulate({ limits: { requestsPerSecond: 1000 } });
    const ids: string[] = [];
    for (let n = 0; n < 27; n += 1) ids.unshift((await createSession(emulator, { filename: `${n}.vtt` })).id);
    const page = async (query: string) => (await call(emulator, `GET /v1/files${query}`)).body;
    const idsOf = (list: { data: { id: string }[] }) => list.data.map(({ id }) => id);
    const first = await page("");
    assert.equal(first.object, "list");
    assert.equal(first.totalCount, 27);
    assert.deepEqual(idsOf(first), ids.slice(0, 25));
    assert.deepEqual(idsOf(await page("?offset=25")), ids.slice(25));
    assert.deepEqual(idsOf(await page("?limit=2&offset=1")), ids.slice(1, 3));
    assert.deepEqual(idsOf(await page("?offset=99")), []);
  });

  it("refuses invalid limits and offsets", async () => {
    const emulator = await emulate();
    for (const [query, param] of [
      ["limit=26", "limit"],
      ["limit=0", "limit"],
      ["limit=x", "limit"],
      ["offset=-1", "offset"],
    ]) {
      const { status, body } = await call(emulator, `GET /v1/files?${query}`);
      assert.equal(status, 400, query);
      assert.equal(body.error.param, param);
    }
  });
});
