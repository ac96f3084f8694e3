import assert from "node:assert/strict";
import { createServer } from "node:http";
import { beforeEach, describe, it } from "node:test";
import { createAdaptorServer } from "@hono/node-server";
import express from "express";
import { Hono } from "hono";
import { type HttpRequest, Upload as TusUpload, type UploadOptions } from "tus-js-client";
import type { RunningEmulator } from "../../../demo/emulator/index.ts";
import { KEPT_CONNECTIONS } from "../../support/kept-connections.ts";
import * as lab from "./relay-lab.ts";

const { MIB } = lab;

/** The reference client, with a usual configuration. */
function client(bytes: Uint8Array, options: Partial<UploadOptions>): { upload: TusUpload; done: Promise<void> } {
  let upload: TusUpload | undefined;
  const done = new Promise<void>((resolve, reject) => {
    upload = new TusUpload(Buffer.from(bytes), {
      storeFingerprintForResuming: false,
      retryDelays: [50, 50, 50],
      ...options,
      onSuccess: () => resolve(),
      onError: reject,
    });
  });
  if (!upload) throw new Error("unreachable");
  return { upload, done };
}

const authorization = (token: string) => ({ Authorization: `Bearer ${token}` });

describe("tus-js-client at the relay", () => {
  let emulator: RunningEmulator;
  let running: lab.RunningRelay;
  const bytes = lab.bytesOf(5 * MIB + 17);
  const digest = lab.md5(bytes);

  beforeEach(async () => {
    emulator = await lab.emulate();
    running = await lab.startRelay();
  });

  it("uploads in one request to the prepared address, and storage has the file at the end", async () => {
    const { file, token, url } = await lab.openUpload(running, emulator, bytes.length);
    const { upload, done } = client(bytes, { uploadUrl: url, headers: authorization(token) });
    upload.start();
    await done;
    assert.equal(lab.storedMd5(emulator, file), digest);
    assert.equal(await lab.complete(emulator, file, digest), "COMPLETED");
  });

  it("uploads in chunks, and storage gets one PUT of the whole", async () => {
    const { file, token, url } = await lab.openUpload(running, emulator, bytes.length);
    const { upload, done } = client(bytes, { uploadUrl: url, headers: authorization(token), chunkSize: MIB });
    upload.start();
    await done;
    assert.deepEqual(lab.puts(emulator, file), [bytes.length]);
    assert.equal(await lab.complete(emulator, file, digest), "COMPLETED");
  });

  it("finds the prepared upload with only the relay's address and the token", async () => {
    const { file, token, url } = await lab.openUpload(running, emulator, bytes.length);
    const { upload, done } = client(bytes, { endpoint: running.url, headers: authorization(token) });
    upload.start();
    await done;
    assert.equal(upload.url, url);
    assert.equal(await lab.complete(emulator, file, digest), "COMPLETED");
  });

  it("may send data with the creation, which does no harm", async () => {
    const { file, token } = await lab.openUpload(running, emulator, bytes.length);
    const { upload, done } = client(bytes, {
      endpoint: running.url,
      headers: authorization(token),
      uploadDataDuringCreation: true,
      chunkSize: 2 * MIB,
    });
    upload.start();
    await done;
    assert.equal(await lab.complete(emulator, file, digest), "COMPLETED");
  });

  it("pauses in the middle of a chunk and resumes without sending a confirmed byte again", async () => {
    const large = lab.bytesOf(24 * MIB);
    const { file, token, url, headers } = await lab.openUpload(running, emulator, large.length);
    const first = client(large, { uploadUrl: url, headers: authorization(token) });
    first.done.catch(() => {});
    first.upload.start();
    await lab.until("some bytes to arrive", () => running.receivedBytes() > 2 * MIB);
    await first.upload.abort();
    const confirmed = lab.offsetOf(await lab.head({ url, headers }));
    assert.ok(confirmed > 0 && confirmed < large.length, `${confirmed} bytes are confirmed`);
    assert.equal(lab.storedMd5(emulator, file), null, "a part of a file is in storage");

    const before = running.receivedBytes();
    const second = client(large, { uploadUrl: url, headers: authorization(token) });
    second.upload.start();
    await second.done;
    const sentAgain = running.receivedBytes() - before - (large.length - confirmed);
    // What was in the sockets when the first client stopped, at most two reads of 64 KiB, arrives late and counts, too.
    assert.ok(sentAgain < 2 * 65_536 + 4096, `${sentAgain} bytes more than what was missing`);
    assert.equal(await lab.complete(emulator, file, lab.md5(large)), "COMPLETED");
  });

  it("resumes by itself when the connection is cut", async () => {
    const large = lab.bytesOf(24 * MIB);
    const { file, token, url } = await lab.openUpload(running, emulator, large.length);
    const methods: string[] = [];
    const { upload, done } = client(large, {
      uploadUrl: url,
      headers: authorization(token),
      onBeforeRequest: (request: HttpRequest) => void methods.push(request.getMethod()),
    });
    upload.start();
    await lab.until("some bytes to arrive", () => running.receivedBytes() > 2 * MIB);
    for (const socket of running.sockets()) socket.destroy();
    await done;
    assert.deepEqual(methods, ["HEAD", "PATCH", "HEAD", "PATCH"]);
    assert.ok(running.receivedBytes() < 1.05 * large.length, `${running.receivedBytes()} bytes for ${large.length}`);
    assert.equal(await lab.complete(emulator, file, lab.md5(large)), "COMPLETED");
  });

  it("cancels: the bytes are deleted at once", async () => {
    const { token, url, headers } = await lab.openUpload(running, emulator, bytes.length);
    const { upload } = client(bytes, { uploadUrl: url, headers: authorization(token), chunkSize: MIB });
    const chunkDone = new Promise<void>((resolve) => {
      upload.options.onChunkComplete = () => resolve();
    });
    upload.start();
    await chunkDone;
    await upload.abort(true);
    assert.equal((await lab.head({ url, headers })).status, 404);
    assert.deepEqual(await lab.leftovers(running), []);
  });

  it("gets an error if its file has another size than the session", async () => {
    const { token } = await lab.openUpload(running, emulator, bytes.length - 1);
    const { upload, done } = client(bytes, { endpoint: running.url, headers: authorization(token), retryDelays: [] });
    upload.start();
    await assert.rejects(done, /response code: 413/);
  });
});

describe("the relay as a Request handler", () => {
  const bytes = lab.bytesOf(3 * MIB);

  async function upload(emulator: RunningEmulator, running: Pick<lab.RunningRelay, "relay" | "url">): Promise<void> {
    const { file, token, url, headers } = await lab.openUpload(running, emulator, bytes.length);
    await lab.cutPatch({ file, token, url, headers, offset: 0 }, 0, bytes.slice(0, MIB), bytes.length);
    const { upload, done } = client(bytes, { endpoint: running.url, uploadUrl: url, headers: authorization(token) });
    upload.start();
    await done;
    assert.equal(await lab.complete(emulator, file, lab.md5(bytes)), "COMPLETED");
  }

  it("serves the same client in Hono", async () => {
    const emulator = await lab.emulate();
    const { relay } = await lab.startRelay();
    const app = new Hono();
    app.all("/api/relay", (c) => relay.handle(c.req.raw));
    app.all("/api/relay/*", (c) => relay.handle(c.req.raw));
    const server = createAdaptorServer({ fetch: app.fetch, serverOptions: KEPT_CONNECTIONS }) as ReturnType<
      typeof createServer
    >;
    await upload(emulator, { relay, url: `${await lab.listening(server)}/api/relay` });
  });

  it("serves the same client as Express middleware, which removes its mount path", async () => {
    const emulator = await lab.emulate();
    const { relay } = await lab.startRelay();
    const app = express();
    app.use("/api/relay", relay.listener);
    await upload(emulator, { relay, url: `${await lab.listening(createServer(KEPT_CONNECTIONS, app))}/api/relay` });
  });
});
