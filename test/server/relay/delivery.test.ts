import assert from "node:assert/strict";
import { appendFileSync, createReadStream, type ReadStream } from "node:fs";
import { createServer, type IncomingHttpHeaders } from "node:http";
import { join } from "node:path";
import { beforeEach, describe, it } from "node:test";
import { FileStore } from "@tus/file-store";
import type { Fault, RunningEmulator } from "../../../demo/emulator/index.ts";
import type { CreateReply } from "../../../src/host/protocol.ts";
import { KEPT_CONNECTIONS } from "../../support/kept-connections.ts";
import * as lab from "./relay-lab.ts";

const { MIB } = lab;
const bytes = lab.bytesOf(2 * MIB + 3);
const digest = lab.md5(bytes);
const NOTHING = new Uint8Array();

/** Storage with a scripted response, unlike the emulator's. It records its requests. */
async function startStorage(status: number, headers: Record<string, string> = {}, body = "") {
  const seen: { method: string; url: string; headers: IncomingHttpHeaders; rawHeaders: string[]; bytes: Buffer }[] = [];
  const server = createServer(KEPT_CONNECTIONS, async (req, res) => {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk as Buffer);
    const { method = "", url = "", headers: got, rawHeaders } = req;
    seen.push({ method, url, headers: got, rawHeaders, bytes: Buffer.concat(chunks) });
    res.writeHead(status, headers).end(body);
  });
  return { url: await lab.listening(server), seen };
}

function sessionAt(uploadUrl: string, change: Partial<CreateReply> = {}): CreateReply {
  return {
    id: `fil_${crypto.randomUUID()}`,
    filename: "recording.bin",
    mimeType: "application/octet-stream",
    sizeBytes: bytes.length,
    status: "PENDING",
    createdAt: new Date().toISOString(),
    completedAt: null,
    expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
    uploadUrl,
    uploadHeaders: { "content-type": "application/octet-stream" },
    ...change,
  };
}

describe("the relay, when it has all bytes", () => {
  let emulator: RunningEmulator;
  let running: lab.RunningRelay;
  const open = (file?: CreateReply) => lab.openUpload(running, emulator, bytes.length, file ? { file } : {});

  beforeEach(async () => {
    emulator = await lab.emulate();
    running = await lab.startRelay();
  });

  it("puts the file to the presigned URL with exactly the session's headers and its length", async () => {
    const storage = await startStorage(200);
    const uploadHeaders = { "Content-Type": "text/vtt", "x-amz-meta-Kind": "a b", "if-none-match": "*" };
    const query = "?X-Amz-Signature=aB%2f%2F~1&x=%20+*'()";
    const upload = await open(sessionAt(`${storage.url}/bucket/caf%C3%A9%20x${query}`, { uploadHeaders }));
    assert.equal((await lab.patch(upload, 0, bytes)).status, 204);

    const [put] = storage.seen;
    assert.ok(put && storage.seen.length === 1);
    assert.equal(put.method, "PUT");
    assert.equal(put.url, new URL(`http://x/bucket/caf%C3%A9%20x${query}`).href.slice("http://x".length));
    const { host: _host, connection: _connection, ...headers } = put.headers;
    assert.deepEqual(headers, {
      "content-type": "text/vtt",
      "x-amz-meta-kind": "a b",
      "if-none-match": "*",
      "content-length": String(bytes.length),
    });
    assert.equal(lab.md5(put.bytes), digest);
  });

  it("responds only when storage has the file, and frees the disk", async () => {
    const upload = await open();
    const response = await lab.patch(upload, 0, bytes);
    assert.deepEqual([response.status, lab.offsetOf(response)], [204, bytes.length]);
    assert.equal(lab.storedMd5(emulator, upload.file), digest);
    assert.ok(
      (await lab.leftovers(running)).every((name) => !name.startsWith("b")),
      "the bytes are still there",
    );
    assert.equal(await lab.complete(emulator, upload.file, digest), "COMPLETED");
  });

  it("repeats that after a lost response, without a second PUT", async () => {
    const upload = await open();
    await lab.patch(upload, 0, bytes);
    const again = await lab.head(upload);
    assert.deepEqual([again.status, lab.offsetOf(again)], [200, bytes.length]);
    const empty = await lab.patch(upload, bytes.length, NOTHING);
    assert.deepEqual([empty.status, lab.offsetOf(empty)], [204, bytes.length]);
    const replay = await lab.patch(upload, 0, bytes);
    assert.equal(replay.status, 409);
    const post = await fetch(running.url, {
      method: "POST",
      headers: { ...upload.headers, "Upload-Length": String(bytes.length) },
    });
    assert.deepEqual([post.status, lab.offsetOf(post)], [201, bytes.length]);
    assert.deepEqual(lab.puts(emulator, upload.file), [bytes.length]);
  });

  it("accepts an empty response with the type HTML, as GCS sends it", async () => {
    const storage = await startStorage(200, { "content-type": "text/html; charset=UTF-8" });
    const upload = await open(sessionAt(`${storage.url}/bucket/a`));
    assert.equal((await lab.patch(upload, 0, bytes)).status, 204);
  });

  /** Storage fails once; a client that asks again succeeds without sending bytes again. */
  const PASSING: readonly { when: string; fault: Omit<Fault, "at">; retryAfter?: string }[] = [
    { when: "answers 503", fault: { do: "status", status: 503 } },
    { when: "answers 500", fault: { do: "status", status: 500 } },
    {
      when: "answers 429 and says how long to wait",
      fault: { do: "status", status: 429, retryAfterSeconds: 1 },
      retryAfter: "1",
    },
    { when: "answers 503 in the middle", fault: { do: "status", status: 503, afterBytes: MIB } },
    { when: "cuts the connection in the middle", fault: { do: "disconnect", afterBytes: MIB } },
    { when: "cuts the connection at once", fault: { do: "disconnect", afterBytes: 0 } },
    { when: "is hidden by a proxy that responds with a page", fault: { do: "garbage" } },
  ];
  for (const { when, fault, retryAfter } of PASSING) {
    it(`responds 503 when storage ${when}, keeps the bytes, and retries on the next request`, async () => {
      for (const ask of ["HEAD", "PATCH"] as const) {
        const upload = await open();
        emulator.faults.add({ at: "transfer", ...fault });
        const refused = await lab.patch(upload, 0, bytes);
        assert.equal(refused.status, 503);
        assert.equal((await lab.errorOf(refused)).code, "storage_busy");
        assert.match(refused.headers.get("retry-after") ?? "", retryAfter ? new RegExp(`^${retryAfter}$`) : /^\d+$/);
        assert.equal(lab.storedMd5(emulator, upload.file), null);

        const again = await lab.eventually(() =>
          ask === "HEAD" ? lab.head(upload) : lab.patch(upload, bytes.length, NOTHING),
        );
        assert.ok(again.ok, `${ask} answered ${again.status}`);
        assert.equal(lab.offsetOf(again), bytes.length);
        assert.equal(await lab.complete(emulator, upload.file, digest), "COMPLETED");
      }
    });
  }

  it("does not retry before the Retry-After of storage", async () => {
    const upload = await open();
    emulator.faults.add({ at: "transfer", do: "status", status: 503, retryAfterSeconds: 60 });
    await lab.patch(upload, 0, bytes);
    const again = await lab.head(upload);
    assert.equal(again.status, 503);
    assert.ok(Number(again.headers.get("retry-after")) > 50);
    assert.equal(lab.puts(emulator, upload.file).length, 1);
  });

  it("treats an existing object as its own when the response of storage was lost", async () => {
    const upload = await lab.openUpload(running, emulator, bytes.length, {
      fields: { purpose: "knowledge_user", filename: "a.txt", mimeType: "text/plain" },
    });
    assert.equal(upload.file.uploadHeaders["if-none-match"], "*");
    emulator.faults.add({ at: "transfer", do: "disconnect-before-answer" });
    assert.equal((await lab.patch(upload, 0, bytes)).status, 503);
    const again = await lab.head(upload);
    assert.deepEqual([again.status, lab.offsetOf(again)], [200, bytes.length]);
    assert.equal(await lab.complete(emulator, upload.file, digest), "COMPLETED");
  });

  it("stops waiting for a silent storage in bounded time", async () => {
    running = await lab.startRelay({ idleMs: 500 });
    const upload = await open();
    emulator.faults.add({ at: "transfer", do: "stall", afterBytes: 1 });
    const refused = await lab.patch(upload, 0, bytes);
    assert.deepEqual([refused.status, (await lab.errorOf(refused)).code], [503, "storage_busy"]);
    assert.ok((await lab.eventually(() => lab.head(upload))).ok);
  });

  it("asks a client to retry while storage is slow, continues meanwhile, and sends once", async () => {
    running = await lab.startRelay({ answerWithinMs: 50 });
    const upload = await open();
    emulator.faults.add({ at: "transfer", do: "trickle", bytesPerSecond: 4 * MIB });
    const waiting = await lab.patch(upload, 0, bytes);
    assert.deepEqual([waiting.status, (await lab.errorOf(waiting)).code], [503, "delivery_under_way"]);
    // A response to HEAD has no body, so its headers have the code.
    for (const answer of [waiting, await lab.head(upload)]) {
      assert.deepEqual([answer.status, answer.headers.get("x-lightfield-code")], [503, "delivery_under_way"]);
      assert.ok(answer.headers.get("retry-after"));
    }
    assert.ok((await lab.eventually(() => lab.head(upload))).ok);
    assert.deepEqual(lab.puts(emulator, upload.file), [bytes.length]);
  });

  it("sends once for many parallel requests", async () => {
    running = await lab.startRelay({ passThrough: false });
    const upload = await open();
    emulator.faults.add({ at: "transfer", do: "trickle", bytesPerSecond: 8 * MIB });
    const first = lab.patch(upload, 0, bytes);
    await lab.until("storage to be asked", () => lab.puts(emulator, upload.file).length > 0);
    const all = await Promise.all([
      first,
      lab.head(upload),
      lab.patch(upload, bytes.length, NOTHING),
      lab.head(upload),
    ]);
    assert.deepEqual(
      all.map(({ status }) => status),
      [204, 200, 204, 200],
    );
    assert.deepEqual(lab.puts(emulator, upload.file), [bytes.length]);
  });

  it("responds 410 if storage reports an expired session", async () => {
    const upload = await open();
    emulator.faults.add({ at: "transfer", do: "expire" });
    const refused = await lab.patch(upload, 0, bytes);
    assert.deepEqual([refused.status, (await lab.errorOf(refused)).code], [410, "session_expired"]);
  });

  it("responds 410 to a plain 403 after the session's expiry", async () => {
    const storage = await startStorage(403);
    const upload = await open(sessionAt(storage.url, { expiresAt: new Date(Date.now() - 1000).toISOString() }));
    assert.equal((await lab.patch(upload, 0, bytes)).status, 410);
  });

  const FINAL: readonly { status: number; body?: string; headers?: Record<string, string> }[] = [
    { status: 403, body: "<Error><Code>SignatureDoesNotMatch</Code><Message>no</Message></Error>" },
    { status: 404 },
    { status: 400, body: "<Error><Code>EntityTooLarge</Code></Error>" },
    { status: 412 },
    { status: 307, headers: { location: "/elsewhere" } },
  ];
  for (const { status, body = "", headers = {} } of FINAL) {
    it(`reports a final refusal of storage: ${status}`, async () => {
      const storage = await startStorage(status, headers, body);
      const upload = await open(sessionAt(`${storage.url}/x?X-Amz-Signature=secret`));
      const refused = await lab.patch(upload, 0, bytes);
      const error = await lab.errorOf(refused);
      assert.deepEqual([refused.status, error.code], [422, "storage_refused"]);
      assert.match(error.message, new RegExp(`^Storage does not accept the file \\(${status}`));
      assert.equal(storage.seen.length, 1, "a redirect was followed");
    });
  }

  for (const [what, status, body, refused] of [
    ["refused the file", 403, "<Error><Code>SignatureDoesNotMatch</Code></Error>", 422],
    ["called the session expired", 403, "<Error><Message>Request has expired</Message></Error>", 410],
  ] as const) {
    it(`sends a file no second time after storage ${what}, from any instance`, async () => {
      const storage = await startStorage(status, {}, body);
      const upload = await open(sessionAt(storage.url));
      assert.equal((await lab.patch(upload, 0, bytes)).status, refused);
      const other = await lab.startRelay({ directory: running.directory });
      const elsewhere = { ...upload, url: upload.url.replace(running.url, other.url) };
      for (const at of [upload, elsewhere]) {
        for (let count = 0; count < 3; count += 1) assert.equal((await lab.head(at)).status, refused);
        assert.equal((await lab.patch(at, bytes.length, NOTHING)).status, refused);
      }
      assert.equal(storage.seen.length, 1);
      assert.equal(running.reports.length + other.reports.length, refused === 422 ? 1 : 0);
    });
  }

  it("sends a refused file again when the same session has another address", async () => {
    const refusing = await startStorage(404);
    const file = sessionAt(refusing.url);
    const upload = await open(file);
    assert.equal((await lab.patch(upload, 0, bytes)).status, 422);
    const accepting = await startStorage(200);
    const again = await open({ ...file, uploadUrl: accepting.url });
    assert.equal(again.offset, bytes.length);
    assert.equal((await lab.head(again)).status, 200);
    assert.equal(accepting.seen.length, 1);
  });

  it("keeps refused bytes for another session when it cleans up", async () => {
    const refusing = await startStorage(404);
    const file = sessionAt(refusing.url);
    const upload = await open(file);
    assert.equal((await lab.patch(upload, 0, bytes)).status, 422);
    await lab.age(running, 2 * 3_600_000);
    await running.relay.cleanUp();
    const next = await lab.openUpload(running, emulator, bytes.length, { replaces: file.id });
    assert.equal(next.offset, bytes.length);
    assert.equal((await lab.head(next)).status, 200);
  });

  it("waits longer and longer between deliveries while storage fails, since each sends the whole file", async () => {
    const storage = await startStorage(500);
    const upload = await open(sessionAt(storage.url));
    assert.equal((await lab.patch(upload, 0, bytes)).status, 503);
    let last = new Response();
    for (let count = 0; count < 10; count += 1) last = await lab.head(upload);
    assert.equal(last.status, 503);
    assert.ok(Number(last.headers.get("retry-after")) >= 1);
    // The pauses after the second and the third failure last two and four seconds.
    assert.ok(storage.seen.length <= 4, `${storage.seen.length} deliveries for 11 requests`);
  });

  it("never logs the presigned URL or sends it to the browser", async () => {
    const file = sessionAt("http://127.0.0.1:9/x?X-Amz-Signature=0123456789abcdef", {
      uploadHeaders: { "x-secret": "fedcba9876543210" },
    });
    const upload = await open(file);
    const answers = [
      await lab.head(upload),
      await lab.patch(upload, 0, bytes),
      await lab.head(upload),
      await fetch(running.url, {
        method: "POST",
        headers: { ...upload.headers, "Upload-Length": String(bytes.length) },
      }),
    ];
    assert.equal(answers[1]?.status, 503);
    const said = await Promise.all(
      answers.map(async (answer) => JSON.stringify([...answer.headers]) + (await answer.text())),
    );
    assert.ok(running.reports.length > 0);
    for (const text of [...said, ...running.reports]) {
      assert.doesNotMatch(text, /0123456789abcdef|fedcba9876543210|upload-metadata/i);
    }
  });

  it("delivers nothing if more bytes are stored than the file has", async () => {
    const upload = await open();
    await lab.patch(upload, 0, bytes.slice(0, MIB));
    await lab.growStored(running, bytes.length + 5);
    assert.equal((await lab.head(upload)).status, 410);
    assert.equal(lab.puts(emulator, upload.file).length, 0);
  });

  for (const [what, options] of [
    ["too few", { end: bytes.length - 2 }],
    ["too many", { start: 0, end: bytes.length }],
  ] as const) {
    it(`creates no object if the store returns ${what} bytes`, async () => {
      const directory = lab.temporaryFolder();
      class Damaged extends FileStore {
        override read(id: string): ReadStream {
          appendFileSync(join(directory, id), "x");
          return createReadStream(join(directory, id), options);
        }
      }
      running = await lab.startRelay({ store: new Damaged({ directory }), passThrough: false });
      const upload = await open();
      assert.equal((await lab.patch(upload, 0, bytes)).status, 503);
      assert.match(running.reports.join(), /wrong_length/);
      assert.equal(lab.storedMd5(emulator, upload.file), null);
    });
  }

  it("reports that the bytes are gone", async () => {
    const upload = await open();
    await lab.patch(upload, 0, bytes.slice(0, MIB));
    await lab.removeStored(running);
    assert.equal((await lab.head(upload)).status, 410);
    const refused = await lab.patch(upload, MIB, bytes.slice(MIB));
    assert.deepEqual([refused.status, (await lab.errorOf(refused)).code], [410, "upload_gone"]);
  });
});
