import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, request as httpRequest, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { getRequestListener } from "@hono/node-server";
import { type RunningEmulator, startEmulator } from "../../../demo/emulator/index.ts";
import { createHostClient } from "../../../src/host/host-client.ts";
import { createTokenEndpoint, LightfieldClient } from "../../../src/server/index.ts";
import { KEPT_CONNECTIONS } from "../../support/kept-connections.ts";
import { FILE, startUpstream } from "../scripted-upstream.ts";
import { API_KEY, SECRET } from "../support.ts";

const BYTES = new TextEncoder().encode("WEBVTT\n\n00:00.000 --> 00:01.000\nHello\n");
const MD5 = createHash("md5").update(BYTES).digest("hex");
const OLD_SECRET = "the secret of last year, which was long enough too";
const never = new AbortController().signal;

async function listen(listener: RequestListener): Promise<{ server: Server; url: string }> {
  const server = createServer(KEPT_CONNECTIONS, listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

/** Sends each request to the next backend, without sticky sessions. */
function roundRobin(backends: readonly string[]): RequestListener {
  let turn = 0;
  return (req, res) => {
    const backend = backends[turn % backends.length] ?? "";
    turn += 1;
    const onward = httpRequest(
      backend + req.url,
      { method: req.method, headers: req.headers, agent: false },
      (answer) => {
        res.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(res);
      },
    );
    onward.on("error", () => res.writeHead(502).end());
    req.pipe(onward);
  };
}

describe("two instances of the endpoint behind a round-robin", () => {
  let dataDir: string;
  let emulator: RunningEmulator;
  const servers: Server[] = [];
  const served: string[] = [];
  const completedBy: { instance: string; context: unknown; subject: string }[] = [];
  let url: string;

  before(async () => {
    dataDir = await mkdtemp(join(tmpdir(), "instances-"));
    emulator = await startEmulator({ dataDir });
    // As during a change of secrets: each instance has both and signs with another one.
    const secrets = { a: [SECRET, OLD_SECRET], b: [OLD_SECRET, SECRET] };
    const backends: string[] = [];
    for (const [instance, secret] of Object.entries(secrets)) {
      const handle = createTokenEndpoint({
        apiKey: emulator.apiKey,
        secret,
        baseUrl: emulator.apiUrl,
        authorize: () => ({ subject: "ada" }),
        onCompleted: ({ context, subject }) => void completedBy.push({ instance, context, subject }),
      });
      const counted = (request: Request) => {
        served.push(instance);
        return handle(request);
      };
      const { server, url: backend } = await listen(getRequestListener(counted, { overrideGlobalObjects: false }));
      servers.push(server);
      backends.push(backend);
    }
    const front = await listen(roundRobin(backends));
    servers.push(front.server);
    url = front.url;
  });
  after(async () => {
    for (const server of servers) {
      server.closeAllConnections();
      server.close();
    }
    await emulator.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  for (const first of ["a", "b"]) {
    it(`serve one upload that starts at ${first}, and have its context at the end`, async () => {
      const host = createHostClient({ endpoint: `${url}/api/uploads` });
      const context = { meeting: `of ${first}` };
      if (served.length % 2 !== (first === "a" ? 0 : 1)) await fetch(`${url}/api/uploads/fil_0`);
      served.length = completedBy.length = 0;

      const session = await host.create(
        {
          filename: "call.vtt",
          mimeType: "text/vtt",
          sizeBytes: BYTES.length,
          purpose: "meeting_transcript",
          context,
          replaces: null,
          idempotencyKey: crypto.randomUUID(),
        },
        never,
      );
      const put = { method: "PUT", headers: session.transfer.headers, body: BYTES };
      assert.ok((await fetch(session.transfer.url, put)).ok);
      assert.equal((await host.complete(session, MD5, never)).status, "COMPLETED");
      assert.equal((await host.retrieve(session, never)).status, "COMPLETED");

      const other = first === "a" ? "b" : "a";
      assert.deepEqual(served, [first, other, first]);
      assert.deepEqual(completedBy[0], { instance: other, context, subject: "ada" });
    });
  }
});

describe("the connection to Lightfield", () => {
  /**
   * Node's fetch gives a connection back a moment after the answer's end, so that the next call may open a second one.
   */
  const SPARE = 2;

  it("is kept open and reused", async () => {
    const upstream = await startUpstream();
    upstream.answer({ json: FILE });
    const client = new LightfieldClient({ apiKey: API_KEY, baseUrl: upstream.url });
    for (let count = 0; count < 10; count += 1) await client.retrieveFile("fil_1");
    assert.equal(upstream.received.length, 10);
    assert.ok(upstream.connections() <= SPARE, `${upstream.connections()} connections`);
    await upstream.close();
  });

  it("is also kept open after a refusal", async () => {
    const upstream = await startUpstream();
    upstream.answer({ status: 404, json: { error: { type: "not_found", message: "no" } } });
    const client = new LightfieldClient({ apiKey: API_KEY, baseUrl: upstream.url });
    for (let count = 0; count < 5; count += 1) await assert.rejects(client.retrieveFile("fil_1"), { status: 404 });
    assert.ok(upstream.connections() <= SPARE, `${upstream.connections()} connections`);
    await upstream.close();
  });
});
