import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import type { RequestListener } from "node:http";
import { describe, it } from "node:test";
import { getRequestListener } from "@hono/node-server";
import express from "express";
import fastify from "fastify";
import { Hono } from "hono";
import { createFaultyFront, FaultList, RequestLog } from "../../../demo/emulator/index.ts";
import { md5Of } from "../lab.ts";
import { pattern, serve } from "../relay-lab.ts";

const MIB = 1024 * 1024;

async function digest(body: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash("md5");
  for await (const chunk of body) hash.update(chunk);
  return hash.digest("hex");
}

/** Listeners that respond with the digest of the body and the header `x-said`. */
const LISTENERS: Record<string, () => RequestListener | Promise<RequestListener>> = {
  "plain Node": () => (req, res) => {
    const answer = (md5: string) => res.writeHead(200, "Fine", { "x-said": req.headers["x-said"] ?? "" }).end(md5);
    // A body that breaks off gets no response.
    digest(req).then(answer, () => {});
  },
  Express: () => {
    const app = express();
    // Without a listener it prints the error of a broken connection.
    app.set("env", "test");
    app.patch("/upload", async (req, res) => {
      const md5 = await digest(req);
      res.set("x-said", req.get("x-said")).send(md5);
    });
    return app;
  },
  Hono: () => {
    const app = new Hono();
    // Without a listener it prints the error of a broken connection.
    app.onError((_error, c) => c.body(null, 500));
    app.patch("/upload", async (c) => {
      const md5 = await digest(c.req.raw.body ?? new ReadableStream());
      return c.text(md5, 200, { "x-said": c.req.header("x-said") ?? "" });
    });
    return getRequestListener(app.fetch);
  },
  Fastify: async () => {
    const app = fastify({ bodyLimit: 64 * MIB });
    app.addContentTypeParser("application/offset+octet-stream", (_request, body, done) => done(null, body));
    app.patch("/upload", async (request, reply) => {
      const md5 = await digest(request.body as AsyncIterable<Uint8Array>);
      return reply.header("x-said", request.headers["x-said"]).send(md5);
    });
    await app.ready();
    return (req, res) => app.routing(req, res);
  },
};

describe("a front works with", () => {
  for (const [name, open] of Object.entries(LISTENERS)) {
    it(`${name}: request and response are the same as without it, and faults happen`, async () => {
      const listener = await open();
      const faults = new FaultList();
      const log = new RequestLog();
      const bare = await serve(listener);
      const fronted = await serve(createFaultyFront(listener, { faults, log }));
      const bytes = new Uint8Array(pattern(6 * MIB));
      const send = (port: number) =>
        fetch(`http://127.0.0.1:${port}/upload`, {
          method: "PATCH",
          headers: { "content-type": "application/offset+octet-stream", "x-said": "hello" },
          body: bytes,
        });
      for (const port of [bare, fronted]) {
        const response = await send(port);
        assert.equal(response.status, 200);
        assert.equal(response.headers.get("x-said"), "hello");
        assert.equal(await response.text(), md5Of(bytes));
      }
      assert.equal(log.entries[0]?.bytesIn, bytes.length);

      faults.add({ at: "relay", do: "corrupt", afterBytes: 5 * MIB });
      assert.notEqual(await (await send(fronted)).text(), md5Of(bytes));
      faults.add({ at: "relay", do: "disconnect", afterBytes: MIB });
      await assert.rejects(send(fronted));
      faults.add({ at: "relay", do: "disconnect-before-answer" });
      await assert.rejects(send(fronted));
      faults.add({ at: "relay", do: "status", status: 503, retryAfterSeconds: 1 });
      assert.equal((await send(fronted)).headers.get("retry-after"), "1");
      assert.equal(await (await send(fronted)).text(), md5Of(bytes));
    });
  }
});
