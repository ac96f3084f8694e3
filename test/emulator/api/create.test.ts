import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { call, createSession, emulate, TRANSCRIPT } from "../lab.ts";

const MAX_BYTES = 536_870_912;

describe("creating a session", () => {
  it("returns a pending file and the address for its bytes", async () => {
    const now = Date.UTC(2026, 3, 8, 12);
    const emulator = await emulate({ now: () => now });
    const { status, body } = await call(emulator, "POST /v1/files", { body: TRANSCRIPT });
    assert.equal(status, 200);
    const { id, uploadUrl, ...rest } = body;
    assert.match(id, /^fil_[0-9a-z]+$/);
    assert.ok(uploadUrl.startsWith(`${emulator.storageUrl}/`));
    assert.notEqual(new URL(uploadUrl).origin, emulator.apiUrl);
    assert.deepEqual(rest, {
      ...TRANSCRIPT,
      status: "PENDING",
      createdAt: "2026-04-08T12:00:00.000Z",
      completedAt: null,
      expiresAt: "2026-04-08T13:00:00.000Z",
      uploadHeaders: { "content-type": "text/vtt" },
    });
  });

  const accepted = {
    "1 byte": { sizeBytes: 1 },
    "512 MB": { sizeBytes: MAX_BYTES },
    "a name of 1 character": { filename: "x" },
    "a name of 255 characters": { filename: "n".repeat(255) },
    "a name with markup": { filename: "<img src=x onerror=alert(1)>.vtt" },
    "a type with parameters": { mimeType: "text/plain; charset=utf-8", purpose: "meeting_transcript" },
    "any type without a purpose": { mimeType: "application/x-anything" },
    "an attachment of 20 MiB": { purpose: "email_attachment", sizeBytes: 20 * 1024 * 1024 },
  };
  for (const [what, fields] of Object.entries(accepted)) {
    it(`accepts ${what}`, async () => {
      const emulator = await emulate();
      const { status } = await call(emulator, "POST /v1/files", { body: { ...TRANSCRIPT, ...fields } });
      assert.equal(status, 200);
    });
  }

  const refused: Record<string, [object, number, string, string?]> = {
    "0 bytes": [{ sizeBytes: 0 }, 400, "sizeBytes", "invalid_value"],
    "512 MB and a byte": [{ sizeBytes: MAX_BYTES + 1 }, 400, "sizeBytes", "invalid_value"],
    "half a byte": [{ sizeBytes: 1.5 }, 400, "sizeBytes", "invalid_type"],
    "a size in words": [{ sizeBytes: "5" }, 400, "sizeBytes", "invalid_type"],
    "no size": [{ sizeBytes: undefined }, 400, "sizeBytes", "parameter_missing"],
    "an empty name": [{ filename: "" }, 400, "filename", "invalid_value"],
    "a name of 256 characters": [{ filename: "n".repeat(256) }, 400, "filename", "invalid_value"],
    "no name": [{ filename: undefined }, 400, "filename", "parameter_missing"],
    "a null name": [{ filename: null }, 400, "filename", "invalid_type"],
    "no type": [{ mimeType: undefined }, 400, "mimeType", "parameter_missing"],
    "an empty type": [{ mimeType: "" }, 400, "mimeType", "invalid_value"],
    "a type that could not be a header": [{ mimeType: "text/vtt\r\nx: y" }, 400, "mimeType", "invalid_value"],
    "an unknown purpose": [{ purpose: "toString" }, 400, "purpose", "invalid_value"],
    "an unknown field": [{ context: { meeting: 1 } }, 400, "context", "unknown_field"],
    "a film as transcript": [{ purpose: "meeting_transcript", mimeType: "video/mp4" }, 422, "mimeType"],
    "a transcript above its limit": [{ purpose: "meeting_transcript", sizeBytes: MAX_BYTES }, 422, "sizeBytes"],
    "an attachment above 20 MiB": [{ purpose: "email_attachment", sizeBytes: 20 * 1024 * 1024 + 1 }, 422, "sizeBytes"],
  };
  for (const [what, [fields, status, param, code]] of Object.entries(refused)) {
    it(`refuses ${what} and names the field`, async () => {
      const emulator = await emulate();
      const reply = await call(emulator, "POST /v1/files", { body: { ...TRANSCRIPT, ...fields } });
      assert.equal(reply.status, status);
      assert.equal(reply.body.error.type, status === 400 ? "bad_request" : "unprocessable_content");
      assert.equal(reply.body.error.param, param);
      assert.equal(reply.body.error.code, code);
      assert.equal(emulator.files().length, 0);
    });
  }

  it("refuses a body that is not a JSON object", async () => {
    const emulator = await emulate();
    for (const body of ["{", "[]", '"text"', "null"]) {
      assert.equal((await call(emulator, "POST /v1/files", { body })).status, 400, body);
    }
  });

  it("refuses a body without the content type of JSON", async () => {
    const emulator = await emulate();
    const headers = { "content-type": "text/plain" };
    const { status, body } = await call(emulator, "POST /v1/files", { body: TRANSCRIPT, headers });
    assert.equal(status, 415);
    assert.equal(body.error.type, "unsupported_media_type");
  });

  it("refuses a body above 1 MB", async () => {
    const emulator = await emulate();
    const body = { ...TRANSCRIPT, filename: "n".repeat(1_100_000) };
    const reply = await call(emulator, "POST /v1/files", { body });
    assert.equal(reply.status, 400);
    assert.match(reply.body.error.message, /too large/);
  });
});

describe("a knowledge upload", () => {
  const now = 1_713_045_600_000;
  const names = {
    "playbook.md": "playbook_1713045600000.md",
    "archive.tar.gz": "archive.tar_1713045600000.gz",
    README: "README_1713045600000",
    ".profile": ".profile_1713045600000",
  };
  for (const [given, stamped] of Object.entries(names)) {
    it(`adds a timestamp to ${given}`, async () => {
      const emulator = await emulate({ now: () => now });
      const fields = { filename: given, mimeType: "text/markdown", purpose: "knowledge_user" };
      const session = await createSession(emulator, fields);
      assert.equal(session.filename, stamped);
      assert.deepEqual(session.uploadHeaders, { "content-type": "text/markdown", "if-none-match": "*" });
      assert.equal(emulator.files()[0]?.requestedName, given);
    });
  }

  it("to the workspace requires an admin's key", async () => {
    const scopes = ["files:create"];
    const emulator = await emulate({
      apiKeys: [
        { key: "sk_lf_admin", scopes, admin: true },
        { key: "sk_lf_other", scopes },
      ],
    });
    const create = (key: string) =>
      call(emulator, "POST /v1/files", {
        body: { ...TRANSCRIPT, purpose: "knowledge_workspace" },
        headers: { authorization: `Bearer ${key}` },
      });
    assert.equal((await create("sk_lf_admin")).status, 200);
    assert.equal((await create("sk_lf_other")).status, 403);
  });
});

describe("an idempotency key", () => {
  const create = (emulator: Parameters<typeof call>[0], key: string, fields: object = {}) =>
    call(emulator, "POST /v1/files", { body: { ...TRANSCRIPT, ...fields }, headers: { "idempotency-key": key } });

  it("repeats the first response and creates no second session", async () => {
    const emulator = await emulate();
    const first = await create(emulator, "k1");
    const second = await create(emulator, "k1");
    const other = await create(emulator, "k2");
    assert.deepEqual(second.body, first.body);
    assert.notEqual(other.body.id, first.body.id);
    assert.equal(emulator.files().length, 2);
  });

  it("may be 255 characters long and no more", async () => {
    const emulator = await emulate();
    assert.equal((await create(emulator, "k".repeat(255))).status, 200);
    const { status, body } = await create(emulator, "k".repeat(256));
    assert.equal(status, 400);
    assert.equal(body.error.code, "idempotency_key_too_long");
    assert.equal(body.error.param, "Idempotency-Key");
  });

  it("tries again after a failure", async () => {
    const emulator = await emulate();
    assert.equal((await create(emulator, "k", { sizeBytes: 0 })).status, 400);
    assert.equal((await create(emulator, "k")).status, 200);
  });

  it("applies to one operation only", async () => {
    const emulator = await emulate();
    const { body } = await create(emulator, "k");
    const headers = { "idempotency-key": "k" };
    const cancelled = await call(emulator, `POST /v1/files/${body.id}/cancel`, { headers });
    assert.equal(cancelled.body.status, "CANCELLED");
    const again = await call(emulator, `POST /v1/files/${body.id}/cancel`, { headers });
    assert.equal(again.status, 200, "the second cancel replays the first");
  });

  it("is forgotten after a day", async () => {
    const emulator = await emulate();
    const first = await create(emulator, "k");
    emulator.advance(24 * 3600 * 1000);
    assert.notEqual((await create(emulator, "k")).body.id, first.body.id);
  });
});
