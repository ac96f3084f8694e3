import assert from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import {
  call,
  createSession,
  createUploaded,
  emulate,
  HELLO_MD5,
  md5Of,
  put,
  type Session,
  statusOf,
  temporaryFolder,
  until,
} from "../lab.ts";
import { openPut, readToEnd } from "../raw-put.ts";

const ORIGIN = "https://page.example";

describe("uploading to storage", () => {
  it("stores the bytes unchanged and responds 200 with an ETag", async () => {
    const emulator = await emulate();
    const session = await createSession(emulator);
    const response = await put(session, "hello");
    assert.equal(response.status, 200);
    assert.equal(response.headers.get("etag"), `"${HELLO_MD5}"`);
    assert.equal(readFileSync(emulator.objectPath(session.id) ?? "", "utf8"), "hello");
    const [file] = emulator.files();
    assert.equal(file?.md5, HELLO_MD5);
    assert.equal(file?.storedBytes, 5);
    assert.equal(file?.status, "PENDING");
  });

  it("accepts the bytes of a pending session again", async () => {
    const emulator = await emulate();
    const session = await createSession(emulator);
    for (const bytes of ["hellp", "hello", "hello"]) assert.equal((await put(session, bytes)).status, 200);
    assert.equal(readFileSync(emulator.objectPath(session.id) ?? "", "utf8"), "hello");
  });

  it("creates no object from a body that was cut", async () => {
    const dataDir = temporaryFolder();
    const emulator = await emulate({ dataDir });
    const session = await createSession(emulator, { sizeBytes: 1000 });
    const socket = await openPut(session, 1000);
    socket.write("x".repeat(600));
    const arrived = () => emulator.requests.entries.find(({ phase }) => phase === "transfer")?.bytesIn === 600;
    await until("600 bytes to arrive", arrived);
    assert.equal(emulator.objectPath(session.id), null, "nothing to be seen while bytes arrive");
    socket.destroy();
    await until("the rest to be cleared away", () => readdirSync(join(dataDir, "incoming")).length === 0);
    assert.equal(emulator.objectPath(session.id), null);
    assert.equal(emulator.requests.entries.at(-1)?.status, null);
    assert.deepEqual(readdirSync(join(dataDir, "objects")), []);
  });

  it("does not store bytes whose session is cancelled during the transfer", async () => {
    const dataDir = temporaryFolder();
    const emulator = await emulate({ dataDir });
    const session = await createSession(emulator);
    const socket = await openPut(session, 5);
    socket.write("hel");
    await until("3 bytes to arrive", () => emulator.requests.entries.at(-1)?.bytesIn === 3);
    await call(emulator, `POST /v1/files/${session.id}/cancel`);
    const answer = readToEnd(socket);
    socket.write("lo");
    assert.match(await answer, /^HTTP\/1.1 403 /);
    assert.deepEqual(readdirSync(join(dataDir, "objects")), []);
    assert.deepEqual(readdirSync(join(dataDir, "incoming")), []);
  });

  it("refuses bytes for a session that has ended", async () => {
    const emulator = await emulate();
    const cancelled = await createSession(emulator);
    await call(emulator, `POST /v1/files/${cancelled.id}/cancel`);
    assert.equal((await put(cancelled, "hello")).status, 403);
    const completed = await createUploaded(emulator);
    await call(emulator, `POST /v1/files/${completed.id}/complete`);
    assert.equal((await put(completed, "other")).status, 403);
    assert.equal(emulator.files().find(({ id }) => id === completed.id)?.md5, HELLO_MD5);
  });

  it("requires a length and refuses one above the limit", async () => {
    const emulator = await emulate({ limits: { maxFileBytes: 10 } });
    const session = await createSession(emulator);
    const stream = new Blob(["hello"]).stream();
    const init = { method: "PUT", headers: session.uploadHeaders, body: stream, duplex: "half" };
    assert.equal((await fetch(session.uploadUrl, init as RequestInit)).status, 411);
    assert.equal((await put(session, "hello world")).status, 400);
    assert.equal(emulator.objectPath(session.id), null);
  });

  it("streams 64 MiB to the disk without holding them in memory", async () => {
    const emulator = await emulate();
    const block = randomBytes(1024 * 1024);
    const session = await createSession(emulator, { sizeBytes: 64 * block.length });
    const socket = await openPut(session, 64 * block.length);
    const hash = createHash("md5");
    const before = process.memoryUsage().rss;
    let peak = before;
    for (let n = 0; n < 64; n += 1) {
      hash.update(block);
      if (!socket.write(block)) await new Promise((resolve) => socket.once("drain", resolve));
      peak = Math.max(peak, process.memoryUsage().rss);
    }
    await until("the object", () => emulator.objectPath(session.id) !== null);
    socket.destroy();
    assert.ok(peak - before < 48 * 1024 * 1024, `grew by ${peak - before} bytes`);
    const md5 = hash.digest("hex");
    assert.equal(emulator.files()[0]?.md5, md5);
    assert.equal(md5Of(readFileSync(emulator.objectPath(session.id) ?? "")), md5);
  });
});

describe("if-none-match", () => {
  it("stores a knowledge upload once and responds 412 to a repetition", async () => {
    const emulator = await emulate();
    const session = await createSession(emulator, { purpose: "knowledge_user" });
    assert.equal((await put(session, "hello")).status, 200);
    const again = await fetch(session.uploadUrl, {
      method: "PUT",
      headers: { ...session.uploadHeaders, origin: ORIGIN },
      body: "hellp",
    });
    assert.equal(again.status, 412);
    assert.equal(again.headers.get("access-control-allow-origin"), ORIGIN, "a page can read a 412");
    assert.match(await again.text(), /<Code>PreconditionFailed<\/Code>/);
    assert.equal(emulator.files()[0]?.md5, HELLO_MD5);
    assert.equal(
      (await call(emulator, `POST /v1/files/${session.id}/complete`, { body: { md5: HELLO_MD5 } })).status,
      200,
    );
  });

  it("separates two uploads of the same name and millisecond", async () => {
    const emulator = await emulate({ now: () => 1_800_000_000_000 });
    const first = await createSession(emulator, { purpose: "knowledge_user" });
    const second = await createSession(emulator, { purpose: "knowledge_user" });
    assert.equal(second.filename, first.filename);
    assert.equal((await put(first, "hello")).status, 200);
    assert.equal((await put(second, "hello")).status, 412);
    const other = await createSession(emulator, { purpose: "knowledge_workspace" });
    assert.equal((await put(other, "hello")).status, 200, "the workspace is another place");
  });

  it("responds 412 to the later of two parallel uploads", async () => {
    const emulator = await emulate();
    const session = await createSession(emulator, { purpose: "knowledge_user" });
    const socket = await openPut(session, 5);
    socket.write("hel");
    await until("3 bytes to arrive", () => emulator.requests.entries.at(-1)?.bytesIn === 3);
    assert.equal((await put(session, "hello")).status, 200);
    const answer = readToEnd(socket);
    socket.write("lp");
    assert.match(await answer, /^HTTP\/1.1 412 /);
    assert.equal(emulator.files()[0]?.md5, HELLO_MD5);
  });
});

describe("the signature of an upload URL", () => {
  const tampered: Record<string, (session: Session) => Partial<RequestInit> & { url?: string }> = {
    method: () => ({ method: "GET", body: null }),
    path: ({ uploadUrl, id }) => ({ url: uploadUrl.replace(id, `${id}0`) }),
    expiry: ({ uploadUrl }) => ({ url: uploadUrl.replace(/(Expires=\d+)/, "$10") }),
    "list of signed headers": ({ uploadUrl }) => ({ url: uploadUrl.replace(/content-type%3B/, "") }),
    "signature itself": ({ uploadUrl }) => ({
      url: uploadUrl.replace(/(Signature=)(.)/, (_, name, digit) => name + (digit === "0" ? "1" : "0")),
    }),
    "missing signature": ({ uploadUrl }) => ({ url: uploadUrl.replace(/&X-Lf-Signature=.*/, "") }),
    "doubled signature": ({ uploadUrl }) => ({ url: `${uploadUrl}&X-Lf-Signature=00` }),
    "added parameter": ({ uploadUrl }) => ({ url: `${uploadUrl}&x=1` }),
    "value of a header": ({ uploadHeaders }) => ({ headers: { ...uploadHeaders, "content-type": "text/html" } }),
    "missing header": () => ({ headers: { "content-type": "text/vtt" } }),
  };
  for (const [part, change] of Object.entries(tampered)) {
    it(`covers the ${part}, and a page cannot read the refusal`, async () => {
      const emulator = await emulate();
      const session = await createSession(emulator, { purpose: "knowledge_user" });
      const { url = session.uploadUrl, headers = session.uploadHeaders, ...init } = change(session);
      const all = new Headers(headers);
      all.set("origin", ORIGIN);
      const response = await fetch(url, { method: "PUT", body: "hello", ...init, headers: all });
      assert.equal(response.status, 403);
      assert.match(await response.text(), /<Code>SignatureDoesNotMatch<\/Code>/);
      assert.equal(response.headers.get("access-control-allow-origin"), null);
      assert.equal(emulator.objectPath(session.id), null);
    });
  }

  it("allows further headers", async () => {
    const emulator = await emulate();
    const session = await createSession(emulator);
    assert.equal((await put(session, "hello", { ...session.uploadHeaders, "x-extra": "1" })).status, 200);
  });

  it("expires with the session, also unreadable for a page", async () => {
    const emulator = await emulate();
    const session = await createSession(emulator);
    emulator.advance(3600 * 1000);
    const response = await put(session, "hello", { ...session.uploadHeaders, origin: ORIGIN });
    assert.equal(response.status, 403);
    assert.equal(response.headers.get("access-control-allow-origin"), null);
    assert.match(await response.text(), /Request has expired/);
    assert.equal(statusOf(emulator, session), "EXPIRED");
  });

  it("is not valid at another emulator", async () => {
    const [one, other] = [await emulate(), await emulate()];
    const session = await createSession(one);
    const response = await fetch(session.uploadUrl.replace(one.storageUrl, other.storageUrl), {
      method: "PUT",
      headers: session.uploadHeaders,
      body: "hello",
    });
    assert.equal(response.status, 403);
  });
});

describe("CORS of storage", () => {
  const preflight = ({ uploadUrl }: Session, asked: string, { origin = ORIGIN, method = "PUT" } = {}) =>
    fetch(uploadUrl, {
      method: "OPTIONS",
      headers: { origin, "access-control-request-method": method, "access-control-request-headers": asked },
    });

  it("lets a page send exactly the signed headers, and read the response", async () => {
    const emulator = await emulate({ allowedOrigins: [ORIGIN] });
    const session = await createSession(emulator, { purpose: "knowledge_user" });
    const allowed = await preflight(session, "content-type,if-none-match");
    assert.equal(allowed.status, 200);
    assert.equal(allowed.headers.get("access-control-allow-origin"), ORIGIN);
    assert.equal(allowed.headers.get("access-control-allow-headers"), "content-type, if-none-match");
    assert.match(allowed.headers.get("access-control-allow-methods") ?? "", /PUT/);
    assert.equal(allowed.headers.get("access-control-allow-credentials"), null);
    const response = await put(session, "hello", { ...session.uploadHeaders, origin: ORIGIN });
    assert.equal(response.headers.get("access-control-allow-origin"), ORIGIN);
    assert.match(response.headers.get("access-control-expose-headers") ?? "", /ETag/);
    assert.match(response.headers.get("vary") ?? "", /Origin/);
  });

  it("refuses a header that is not signed, such as the API key", async () => {
    const emulator = await emulate();
    const session = await createSession(emulator);
    for (const asked of ["authorization,content-type", "if-none-match", "x-requested-with"]) {
      const refused = await preflight(session, asked);
      assert.equal(refused.status, 403, asked);
      assert.equal(refused.headers.get("access-control-allow-origin"), null);
    }
  });

  it("refuses other origins and other methods", async () => {
    const emulator = await emulate({ allowedOrigins: [ORIGIN] });
    const session = await createSession(emulator);
    assert.equal((await preflight(session, "content-type", { origin: "https://other.example" })).status, 403);
    assert.equal((await preflight(session, "content-type", { method: "DELETE" })).status, 403);
    const response = await put(session, "hello", { ...session.uploadHeaders, origin: "https://other.example" });
    assert.equal(response.headers.get("access-control-allow-origin"), null);
  });

  it("can be changed at runtime", async () => {
    const emulator = await emulate();
    const session = await createSession(emulator);
    assert.equal((await preflight(session, "content-type")).status, 200);
    emulator.setAllowedOrigins([]);
    assert.equal((await preflight(session, "content-type")).status, 403);
    emulator.setAllowedOrigins([ORIGIN]);
    assert.equal((await preflight(session, "content-type")).status, 200);
  });
});

describe("downloading", () => {
  const download = async (emulator: Parameters<typeof call>[0], fields: object) => {
    const { id } = await createUploaded(emulator, fields);
    await call(emulator, `POST /v1/files/${id}/complete`);
    const { body } = await call(emulator, `GET /v1/files/${id}/url`);
    return { id, url: body.url as string, expiresAt: body.expiresAt as string };
  };

  it("returns the bytes under their file name, in every script", async () => {
    const emulator = await emulate();
    const { url } = await download(emulator, { filename: 'Übung "1" (東京).vtt' });
    const response = await fetch(url);
    assert.equal(response.status, 200);
    assert.equal(await response.text(), "hello");
    assert.equal(response.headers.get("content-type"), "text/vtt");
    assert.equal(response.headers.get("x-content-type-options"), "nosniff");
    assert.equal(
      response.headers.get("content-disposition"),
      "attachment; filename=\"_bung _1_ (__).vtt\"; filename*=UTF-8''%C3%9Cbung%20%221%22%20%28%E6%9D%B1%E4%BA%AC%29.vtt",
    );
  });

  it("never allows markup to be rendered", async () => {
    const emulator = await emulate();
    for (const mimeType of ["text/html", "image/svg+xml", "application/xhtml+xml", "TEXT/HTML; charset=utf-8"]) {
      const { url } = await download(emulator, { mimeType });
      const { headers } = await fetch(url);
      assert.equal(headers.get("content-type"), "application/octet-stream", mimeType);
      assert.match(headers.get("content-disposition") ?? "", /^attachment/);
      assert.equal(headers.get("x-content-type-options"), "nosniff");
    }
  });

  it("is possible with the unchanged URL until it expires", async () => {
    const emulator = await emulate({ limits: { urlSeconds: 60 } });
    const { url, expiresAt } = await download(emulator, {});
    assert.ok(Math.abs(Date.parse(expiresAt) - Date.now() - 60_000) < 50_000);
    assert.equal((await fetch(url.replace("attachment", "inline"))).status, 403);
    emulator.advance(60_000);
    assert.equal((await fetch(url)).status, 403);
  });

  it("is only for completed files", async () => {
    const emulator = await emulate();
    const { id } = await createUploaded(emulator);
    assert.equal((await call(emulator, `GET /v1/files/${id}/url`)).status, 409);
  });
});
