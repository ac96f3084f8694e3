import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { setMaxListeners } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, beforeEach, describe, it } from "node:test";
import { createAdaptorServer } from "@hono/node-server";
import { type RunningEmulator, startEmulator } from "../../../demo/emulator/index.ts";
import type { CreateRequest, Host, Session } from "../../../src/engine/ports.ts";
import { createHostClient } from "../../../src/host/host-client.ts";
import { createTokenEndpoint } from "../../../src/server/index.ts";
import { KEPT_CONNECTIONS } from "../../support/kept-connections.ts";

const BYTES = new TextEncoder().encode("WEBVTT\n\n00:00.000 --> 00:01.000\nHello\n");
const MD5 = createHash("md5").update(BYTES).digest("hex");
const never = new AbortController().signal;
// Twenty uploads at once share it.
setMaxListeners(100, never);

/** Client, endpoint and emulator over real sockets, without a browser. */
describe("host client, token endpoint and the local Lightfield", () => {
  let dataDir: string;
  let emulator: RunningEmulator;
  let server: ReturnType<typeof createAdaptorServer>;
  let host: Host;

  before(async () => {
    dataDir = await mkdtemp(join(tmpdir(), "token-endpoint-"));
    emulator = await startEmulator({ dataDir });
    const handle = createTokenEndpoint({
      apiKey: emulator.apiKey,
      secret: "a secret of the tests, long enough to sign with",
      baseUrl: emulator.apiUrl,
      authorize: () => true,
    });
    server = createAdaptorServer({ fetch: handle, overrideGlobalObjects: false, serverOptions: KEPT_CONNECTIONS });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    host = createHostClient({ endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/uploads` });
  });
  after(async () => {
    if ("closeAllConnections" in server) server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await emulator.close();
    await rm(dataDir, { recursive: true, force: true });
  });
  beforeEach(() => emulator.faults.clear());

  function request(change: Partial<CreateRequest> = {}): CreateRequest {
    return {
      filename: "Gespräch.vtt",
      mimeType: "text/vtt",
      sizeBytes: BYTES.length,
      purpose: "meeting_transcript",
      context: { meeting: 7 },
      replaces: null,
      idempotencyKey: crypto.randomUUID(),
      ...change,
    };
  }

  async function put({ transfer }: Session): Promise<void> {
    const { url, headers } = transfer;
    assert.ok((await fetch(url, { method: "PUT", headers, body: BYTES })).ok);
  }

  it("upload a file and verify its digest", async () => {
    const session = await host.create(request(), never);
    await put(session);
    assert.equal((await host.retrieve(session, never)).status, "PENDING");
    const file = await host.complete(session, MD5, never);
    assert.deepEqual([file.status, file.filename, file.sizeBytes], ["COMPLETED", "Gespräch.vtt", BYTES.length]);
    assert.ok(file.completedAt);
    assert.equal((await host.retrieve(session, never)).status, "COMPLETED");
  });

  it("report a wrong digest as a checksum error", async () => {
    const session = await host.create(request(), never);
    await put(session);
    await assert.rejects(host.complete(session, "0".repeat(32), never), { code: "checksum" });
  });

  it("cancel a session", async () => {
    const session = await host.create(request(), never);
    assert.equal((await host.cancel(session, never)).status, "CANCELLED");
    await assert.rejects(host.cancel(session, never), { code: "conflict" });
  });

  it("create one session for a request that is retried with its key", async () => {
    const same = request();
    const [first, second] = [await host.create(same, never), await host.create(same, never)];
    assert.equal(first.id, second.id);
  });

  it("pass on Lightfield's message when it refuses", async () => {
    const refused = host.create(request({ purpose: "no_such_purpose" }), never);
    await assert.rejects(refused, (error: { code?: string; detail?: string; param?: string }) => {
      assert.equal(error.param, "purpose");
      return error.code === "refused" && (error.detail ?? "").length > 0;
    });
  });

  it("hide a short server error from the browser", async () => {
    emulator.faults.add({ at: "create", do: "status", status: 503 });
    assert.ok((await host.create(request(), never)).id);
    emulator.faults.add({ at: "create", do: "status", status: 429, retryAfterSeconds: 1 });
    assert.ok((await host.create(request(), never)).id);
  });

  it("upload many files below Lightfield's limit without a refusal, because they slow down before it", async () => {
    emulator.setLimits({ requestsPerSecond: 60 });
    const before = emulator.requests.entries.length;
    let next = 0;
    const uploadUntilDone = async () => {
      while (next < 120) {
        next += 1;
        const session = await host.create(request({ filename: `call-${next}.vtt` }), never);
        await put(session);
        assert.equal((await host.complete(session, MD5, never)).status, "COMPLETED");
      }
    };
    await Promise.all(Array.from({ length: 20 }, uploadUntilDone));
    emulator.setLimits({ requestsPerSecond: 25 });
    const refused = emulator.requests.entries.slice(before).filter(({ status }) => status === 429);
    // The limit is known from the first responses on; a slow machine adds some refusals.
    assert.ok(refused.length <= 10, `${refused.length} were refused`);
  });

  it("pass on a long Retry-After", async () => {
    emulator.faults.add({ at: "create", do: "status", status: 429, retryAfterSeconds: 60 });
    await assert.rejects(host.create(request(), never), { code: "rate-limited", retryAfterMs: 60_000 });
  });
});
