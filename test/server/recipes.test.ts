import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, request as httpRequest, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { getRequestListener } from "@hono/node-server";
import express from "express";
import { type RunningEmulator, startEmulator } from "../../demo/emulator/index.ts";
import type { CreateReply, FileReply } from "../../src/host/protocol.ts";
import { createTokenEndpoint } from "../../src/server/index.ts";
import { KEPT_CONNECTIONS } from "../support/kept-connections.ts";
import { type RunningRecipe, startRecipe } from "./recipe-process.ts";
import { SECRET } from "./support.ts";

const BYTES = "WEBVTT\n";
const NEW_FILE = { filename: "call.vtt", mimeType: "text/vtt", sizeBytes: BYTES.length, purpose: "meeting_transcript" };
const ADA = { cookie: "user=ada" };
const JSON_TYPE = { "content-type": "application/json" };

interface Refused {
  readonly error: { readonly type: string; readonly message: string; readonly code?: string };
}

for (const name of ["node-http", "express", "fastify", "hono", "next", "workers"]) {
  describe(`the recipe for ${name}`, { timeout: 300_000 }, () => {
    let dataDir: string;
    let emulator: RunningEmulator;
    let recipe: RunningRecipe;

    before(async () => {
      dataDir = await mkdtemp(join(tmpdir(), "lightfield-recipe-"));
      emulator = await startEmulator({ dataDir });
      recipe = await startRecipe(name, {
        LIGHTFIELD_API_KEY: emulator.apiKey,
        LIGHTFIELD_BASE_URL: emulator.apiUrl,
        UPLOAD_SECRET: SECRET,
      });
    });
    after(async () => {
      await recipe?.stop();
      await emulator.close();
      await rm(dataDir, { recursive: true, force: true });
      assert.ok(!recipe.output().includes(emulator.apiKey), "the key is in its output");
    });

    function call(path: string, init: RequestInit = {}): Promise<Response> {
      return fetch(`${recipe.url}/api/uploads${path}`, { ...init, headers: { ...ADA, ...JSON_TYPE, ...init.headers } });
    }
    const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
      call(path, { method: "POST", body: typeof body === "string" ? body : JSON.stringify(body), headers });
    async function create(): Promise<{ session: CreateReply; own: Record<string, string> }> {
      const reply = await post("", NEW_FILE);
      assert.equal(reply.status, 200, await reply.clone().text());
      const session = (await reply.json()) as CreateReply;
      return { session, own: { "x-lightfield-file-token": session.token ?? "" } };
    }
    async function refusal(reply: Response): Promise<Refused["error"] & { status: number }> {
      return { status: reply.status, ...((await reply.json()) as Refused).error };
    }

    it("creates, uploads, completes and retrieves", async () => {
      const { session, own } = await create();
      const put = await fetch(session.uploadUrl, { method: "PUT", headers: session.uploadHeaders, body: BYTES });
      assert.ok(put.ok);
      const completed = (await (await post(`/${session.id}/complete`, {}, own)).json()) as FileReply;
      assert.deepEqual([completed.status, completed.filename], ["COMPLETED", "call.vtt"]);
      const retrieved = (await (await call(`/${session.id}`, { headers: own })).json()) as FileReply;
      assert.deepEqual(retrieved, completed);
    });

    it("cancels, also without a body", async () => {
      const { session, own } = await create();
      const reply = await fetch(`${recipe.url}/api/uploads/${session.id}/cancel`, {
        method: "POST",
        headers: { ...ADA, ...own },
      });
      assert.equal(((await reply.json()) as FileReply).status, "CANCELLED");
    });

    it("refuses users who are not signed in, files of other users, and other sites", async () => {
      const { session } = await create();
      const stranger = await refusal(await post("", NEW_FILE, { cookie: "" }));
      assert.deepEqual([stranger.status, stranger.message], [401, "Sign in to upload files."]);
      assert.equal((await refusal(await post(`/${session.id}/complete`, {}))).code, "token_missing");
      const bob = { cookie: "user=bob", "x-lightfield-file-token": session.token ?? "" };
      assert.equal((await refusal(await post(`/${session.id}/cancel`, {}, bob))).code, "token_invalid");
      const origin = { origin: "https://evil.example" };
      assert.equal((await refusal(await post("", NEW_FILE, origin))).code, "origin_not_allowed");
      assert.equal((await call("", { method: "OPTIONS", headers: origin })).status, 403);
    });

    it("refuses a body that is too large, with or without a length, and one that is not JSON", async () => {
      const large = JSON.stringify({ ...NEW_FILE, context: "x".repeat(300_000) });
      assert.equal((await refusal(await post("", large))).type, "content_too_large");
      assert.equal((await streamed(`${recipe.url}/api/uploads`, [large])).status, 413);
      assert.equal((await refusal(await post("", "{"))).type, "bad_request");
      assert.equal((await refusal(await post("", "a=b", { "content-type": "text/plain" }))).status, 415);
    });

    it("accepts a body in chunks", async () => {
      const text = JSON.stringify({ ...NEW_FILE, filename: "Gespräch.vtt" });
      const { status, body } = await streamed(`${recipe.url}/api/uploads`, [...text]);
      assert.equal(status, 200, body);
      assert.equal((JSON.parse(body) as CreateReply).filename, "Gespräch.vtt");
    });

    it("responds 404 to unknown paths, below the endpoint and beside it", async () => {
      assert.equal((await refusal(await call("/fil_1/nothing"))).type, "not_found");
      assert.equal((await fetch(`${recipe.url}/elsewhere`)).status, 404);
    });

    it("survives clients that disconnect", async () => {
      for (let count = 0; count < 5; count += 1) await leave(`${recipe.url}/api/uploads`);
      await create();
    });
  });
}

/** Sends a POST in chunks, without a length. */
function streamed(url: string, pieces: readonly string[]): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    // On separate connections: a server closes the one of a request that it has not read to the end.
    const init = { method: "POST", headers: { ...ADA, ...JSON_TYPE }, agent: false } as const;
    const request = httpRequest(url, init, (response) => {
      let body = "";
      response.on("data", (chunk) => {
        body += chunk;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body }));
      response.on("error", reject);
    });
    request.on("error", reject);
    for (const piece of pieces) request.write(piece);
    request.end();
  });
}

function leave(url: string): Promise<void> {
  return new Promise((resolve) => {
    const request = httpRequest(url, { method: "POST", headers: { ...ADA, ...JSON_TYPE, "content-length": "1000" } });
    request.on("error", () => {});
    request.on("close", resolve);
    request.write('{"filename":', () => request.destroy());
  });
}

describe("behind a body parser that is mounted first", () => {
  let dataDir: string;
  let emulator: RunningEmulator;
  let server: Server | undefined;
  const logged: string[] = [];

  before(async () => {
    dataDir = await mkdtemp(join(tmpdir(), "lightfield-recipe-"));
    emulator = await startEmulator({ dataDir });
  });
  after(async () => {
    server?.closeAllConnections();
    server?.close();
    await emulator.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  async function create(parser: express.Handler): Promise<Response> {
    const uploads = createTokenEndpoint({
      apiKey: emulator.apiKey,
      secret: SECRET,
      baseUrl: emulator.apiUrl,
      authorize: () => true,
      onError: ({ message }) => logged.push(message),
    });
    const app = express();
    app.use(parser);
    app.all("/api/uploads{/*path}", getRequestListener(uploads, { overrideGlobalObjects: false }));
    server?.close();
    server = createServer(KEPT_CONNECTIONS, app);
    await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    return fetch(`http://127.0.0.1:${port}/api/uploads`, {
      method: "POST",
      headers: JSON_TYPE,
      body: JSON.stringify(NEW_FILE),
    });
  }

  it("the endpoint reports the mistake", async () => {
    const reply = await create(express.json());
    assert.equal(reply.status, 500);
    assert.match(((await reply.json()) as Refused).error.message, /express\.json\(\).*Mount the endpoint first/);
    assert.match(logged.join(), /Mount the endpoint first/);
  });

  it("the endpoint works if the parser keeps the bytes, as the recipe says", async () => {
    const parser = express.json({ verify: (req, _res, bytes) => Object.assign(req, { rawBody: bytes }) });
    assert.equal((await create(parser)).status, 200);
  });
});
