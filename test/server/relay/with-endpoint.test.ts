import assert from "node:assert/strict";
import { createServer } from "node:http";
import { beforeEach, describe, it } from "node:test";
import { getRequestListener } from "@hono/node-server";
import { Upload as TusUpload } from "tus-js-client";
import type { RunningEmulator } from "../../../demo/emulator/index.ts";
import type { CreateRequest, Host, Session, TusTransfer } from "../../../src/engine/ports.ts";
import { createHostClient } from "../../../src/host/host-client.ts";
import { createTokenEndpoint } from "../../../src/server/index.ts";
import { createRelay, type Relay } from "../../../src/server/relay/index.ts";
import { KEPT_CONNECTIONS } from "../../support/kept-connections.ts";
import * as lab from "./relay-lab.ts";

const { MIB } = lab;
const bytes = lab.bytesOf(3 * MIB);
const digest = lab.md5(bytes);
const never = new AbortController().signal;

/**
 * Client, token endpoint, relay and emulator, mounted as in a host: one origin, two paths.
 */
describe("token endpoint and relay on one server", () => {
  let emulator: RunningEmulator;
  let host: Host;
  let relay: Relay;
  let directory: string;

  beforeEach(async () => {
    emulator = await lab.emulate();
    directory = lab.temporaryFolder();
    relay = createRelay({ url: "/api/relay", secret: lab.SECRET, directory, chunkBytes: MIB });
    const endpoint = createTokenEndpoint({
      apiKey: emulator.apiKey,
      baseUrl: emulator.apiUrl,
      secret: lab.SECRET,
      authorize: () => ({ subject: "ada" }),
      transfer: relay.transfer,
      onCancelled: relay.forget,
    });
    const answerEndpoint = getRequestListener(endpoint, { overrideGlobalObjects: false });
    const server = createServer(KEPT_CONNECTIONS, (req, res) => {
      if (req.url?.startsWith("/api/relay")) relay.listener(req, res);
      else void answerEndpoint(req, res);
    });
    host = createHostClient({ endpoint: `${await lab.listening(server)}/api/uploads` });
  });

  function create(replaces: Session | null = null): Promise<Session> {
    const request: CreateRequest = {
      filename: "recording.bin",
      mimeType: "application/octet-stream",
      sizeBytes: bytes.length,
      purpose: null,
      context: null,
      replaces,
      idempotencyKey: crypto.randomUUID(),
    };
    return host.create(request, never);
  }

  function tusOf({ transfer }: Session): TusTransfer {
    assert.equal(transfer.kind, "tus");
    return transfer as TusTransfer;
  }

  const uploadOf = (session: Session): Pick<lab.Upload, "url" | "headers"> => {
    const { url, headers } = tusOf(session);
    return { url, headers: { ...headers, "Tus-Resumable": "1.0.0" } };
  };

  it("upload a file and verify its digest", async () => {
    const session = await create();
    const { url, headers, chunkBytes, offset } = tusOf(session);
    assert.deepEqual([chunkBytes, offset], [MIB, 0]);
    await new Promise<void>((resolve, reject) => {
      const client = new TusUpload(Buffer.from(bytes), {
        uploadUrl: url,
        headers: { ...headers },
        chunkSize: MIB,
        storeFingerprintForResuming: false,
        onSuccess: () => resolve(),
        onError: reject,
      });
      client.start();
    });
    assert.deepEqual(lab.puts(emulator, session), [bytes.length]);
    assert.equal((await host.complete(session, digest, never)).status, "COMPLETED");
  });

  it("free the disk when the file is cancelled", async () => {
    const session = await create();
    await lab.patch(uploadOf(session), 0, bytes.slice(0, MIB));
    await host.cancel(session, never);
    assert.deepEqual(await lab.leftovers({ directory }), []);
    assert.equal((await lab.head(uploadOf(session))).status, 404);
  });

  it("let a new session resume where the expired one stopped", async () => {
    const old = await create();
    await lab.patch(uploadOf(old), 0, bytes.slice(0, 2 * MIB));
    const next = await create(old);
    assert.notEqual(next.id, old.id);
    assert.equal(tusOf(next).offset, 2 * MIB);
    await host.cancel(old, never);
    assert.equal((await lab.patch(uploadOf(next), 2 * MIB, bytes.slice(2 * MIB))).status, 204);
    assert.equal((await host.complete(next, digest, never)).status, "COMPLETED");
  });
});
