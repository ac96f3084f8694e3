import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, request as forward, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { getRequestListener } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import type { Browser } from "playwright-core";
import { type RunningEmulator, startEmulator } from "../../demo/emulator/index.ts";
import { checkEndpoint } from "../../src/check/check-endpoint.ts";
import { createFileTokens } from "../../src/server/index.ts";
import { BACKENDS, missing, type RunningBackend, startBackend } from "./backend-process.ts";
import { openBrowser } from "./shared-browser.mjs";
import { NO_RATE_LIMIT, openContext, TestPages } from "./support.ts";

const SECRET = "a secret of the tests, long enough to sign with";
const PAGE_ORIGIN = "https://page.example";
/** Requests that a careless endpoint answers with its framework's own error page. */
const MALFORMED: Readonly<Record<string, { method: string; headers?: Record<string, string>; body?: string }>> = {
  "a deeply nested body": { method: "POST", body: "[".repeat(30_000) },
  "a deeply nested context": {
    method: "POST",
    body: `{"purpose":"meeting_transcript","filename":"a.vtt","mimeType":"text/vtt","sizeBytes":5,"context":${"[".repeat(5000)}${"]".repeat(5000)}}`,
  },
  "a body that is no object": { method: "POST", body: "[]" },
  "a size beyond all numbers": { method: "POST", body: `{"filename":"a.vtt","mimeType":"text/vtt","sizeBytes":1e400}` },
  "an origin that is no address": { method: "POST", headers: { origin: "http://[" }, body: "{}" },
  "a request for the headers only": { method: "HEAD" },
};
const DIST = join(import.meta.dirname, "..", "..", "dist");

let folder: string;
let emulator: RunningEmulator;
let browser: Browser;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "lightfield-backends-"));
  emulator = await startEmulator({ dataDir: join(folder, "stored"), ...NO_RATE_LIMIT });
  browser = await openBrowser();
});
after(async () => {
  await browser.close();
  await emulator.close();
  await rm(folder, { recursive: true, force: true });
});

for (const [name, backend] of Object.entries(BACKENDS)) {
  describe(`the endpoint in ${name}`, { skip: missing(backend) }, () => {
    let running: RunningBackend;
    before(async () => {
      running = await startBackend(backend, {
        LIGHTFIELD_API_KEY: emulator.apiKey,
        LIGHTFIELD_URL: emulator.apiUrl,
        UPLOAD_SECRET: SECRET,
        ALLOWED_ORIGINS: PAGE_ORIGIN,
      });
    });
    after(() => running.stop());

    it("passes the conformance checker", async (t) => {
      const findings = await checkEndpoint({
        endpoint: `${running.url}/api/uploads`,
        headers: { cookie: "user=anna" },
        otherHeaders: { cookie: "user=ben" },
        origin: PAGE_ORIGIN,
        purpose: "meeting_transcript",
      });
      const failed = findings.filter(({ outcome }) => outcome === "failed");
      assert.deepEqual(failed, [], running.output());
      const passed = findings.filter(({ outcome }) => outcome === "passed");
      t.diagnostic(`${passed.length} rules passed, ${findings.length - passed.length} skipped`);
      // Reading is off in these endpoints; everything else was tried.
      assert.equal(findings.length - passed.length, 2);
    });

    it("signs tokens like lightfield-uploader/server, and accepts its tokens", async () => {
      const tokens = createFileTokens([SECRET]);
      const created = await fetch(`${running.url}/api/uploads`, {
        method: "POST",
        headers: { cookie: "user=anna", "content-type": "application/json" },
        body: JSON.stringify({
          filename: "weekly.vtt",
          mimeType: "text/vtt",
          sizeBytes: 5,
          purpose: "meeting_transcript",
          context: { meeting: "Gespräch über 1/2", tags: [] },
        }),
      });
      const { id, token } = (await created.json()) as { id: string; token: string };
      const claims = await tokens.verify(token, { fileId: id, subject: "anna" }, Date.now());
      assert.deepEqual(claims.context, { meeting: "Gespräch über 1/2", tags: [] });
      assert.ok(claims.expiresAt > Date.now() + 23 * 3_600_000);
      const retrieve = async (subject: string, expiresAt: number) => {
        const own = await tokens.sign({ fileId: id, subject, expiresAt, context: { a: "ü?>" } });
        const reply = await fetch(`${running.url}/api/uploads/${id}`, {
          headers: { cookie: "user=anna", "x-lightfield-file-token": own },
        });
        return reply.status;
      };
      assert.equal(await retrieve("anna", Date.now() + 60_000), 200);
      assert.equal(await retrieve("ben", Date.now() + 60_000), 403);
      assert.equal(await retrieve("anna", Date.now() - 1), 401);
    });

    for (const [what, request] of Object.entries(MALFORMED)) {
      it(`refuses ${what} in the error envelope`, async () => {
        const reply = await fetch(`${running.url}/api/uploads`, {
          ...request,
          headers: { cookie: "user=anna", "content-type": "application/json", ...request.headers },
        });
        assert.ok(reply.status >= 400 && reply.status < 500, `${reply.status}\n${running.output()}`);
        if (request.method === "HEAD") return;
        const { error } = (await reply.json()) as { error?: { type?: unknown; message?: unknown } };
        assert.deepEqual([typeof error?.type, typeof error?.message], ["string", "string"]);
      });
    }

    it("leads the widget in Chromium to a verified file", async () => {
      const site = await startSite(running.url);
      const pages = new TestPages();
      try {
        const context = await openContext(browser);
        await context.addCookies([{ name: "user", value: "anna", url: site.url }]);
        const file = join(folder, `${backend.folder}.vtt`);
        await writeFile(file, "WEBVTT\n\n00:00.000 --> 00:01.000\n<v Mira>Hello\n");
        const widget = await pages.open(context, site.url);
        await widget.drop([file]);
        const [upload] = await widget.settled(1);
        assert.deepEqual([upload?.status, upload?.remoteStatus, upload?.error], ["succeeded", "COMPLETED", null]);
        await pages.end();
      } finally {
        await site.close();
      }
    });
  });
}

/** A site with the widget whose server passes `/api/uploads` on to the backend, as a reverse proxy does. */
async function startSite(backendUrl: string): Promise<{ url: string; close(): Promise<void> }> {
  const app = new Hono();
  app.use("/widget/*", serveStatic({ root: DIST, rewriteRequestPath: (path) => path.slice("/widget".length) }));
  app.get("/", (c) =>
    c.html(`<!doctype html><html lang="en"><head><title>Upload</title><link rel="icon" href="data:,">
      <script type="module" src="/widget/lightfield-uploader.js"></script></head>
      <body><lightfield-uploader endpoint="/api/uploads" purpose="meeting_transcript"></lightfield-uploader></body></html>`),
  );
  const pages = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  const server: Server = createServer((incoming, reply) => {
    if (!incoming.url?.startsWith("/api/uploads")) return void pages(incoming, reply);
    const { method = "GET", headers, url } = incoming;
    const passed = forward(`${backendUrl}${url}`, { method, headers }, (answer) => {
      reply.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(reply);
    });
    passed.on("error", () => reply.writeHead(502).end());
    incoming.pipe(passed);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
