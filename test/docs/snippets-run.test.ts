/** The code of the README and of "Start in two minutes", as pasted into a new project, uploads a verified file. */
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type RequestListener, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { basename, join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { tsImport } from "tsx/esm/api";
import { type Backend, openBackend } from "../compat/backend.ts";
import { visit } from "../compat/visit.ts";
import { openBrowser } from "../e2e/shared-browser.mjs";
import { KEPT_CONNECTIONS } from "../support/kept-connections.ts";
import { codeBlocks, ROOT } from "./code-blocks.ts";

let backend: Backend;
let browser: Browser;
let folder = "";
before(async () => {
  backend = await openBackend();
  browser = await openBrowser();
  // Below `test`, where imports of the package are resolved as in a project that has installed it.
  folder = await mkdtemp(join(ROOT, "test", "docs", "generated-"));
  Object.assign(process.env, backend.environment);
});
after(async () => {
  await browser.close();
  await backend.close();
  await rm(folder, { recursive: true, force: true });
});

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

/** Writes the named blocks of a page into files, and imports one of them. The endpoint talks to the local Lightfield. */
async function importBlock(page: string, name: string, replace: (code: string) => string = (code) => code) {
  const own = await mkdtemp(join(folder, "project-"));
  for (const { file, code } of codeBlocks(page)) {
    const local = code.replace("basePath:", "baseUrl: process.env.LIGHTFIELD_BASE_URL,\n  basePath:");
    if (file) await writeFile(join(own, file), file === name ? replace(local) : local);
  }
  return tsImport(pathToFileURL(join(own, name)).href, import.meta.url);
}

/** The page of the Markdown file: its HTML blocks about the uploader, in one document, with the package's `dist` beside it. */
async function openSite(page: string, api: RequestListener): Promise<Server> {
  const html = codeBlocks(page)
    .filter(({ language, code }) => language === "html" && /upload-success|lightfield-uploader\.js/.test(code))
    .map(({ code }) => code)
    .join("\n");
  const server = createServer(KEPT_CONNECTIONS, async (req, res) => {
    const path = new URL(req.url ?? "/", "http://site").pathname;
    if (path.startsWith("/api/")) return void api(req, res);
    if (path === "/")
      return void res.setHeader("content-type", "text/html").end(`<!doctype html><html lang="en">${html}`);
    const script = await readFile(join(ROOT, "dist", basename(path))).catch(() => null);
    if (!path.startsWith("/lightfield-uploader/") || !script) return void res.writeHead(204).end();
    res.setHeader("content-type", "text/javascript").end(script);
  });
  await listen(server);
  return server;
}

async function problemsOf(site: Server): Promise<string[]> {
  const url = `http://127.0.0.1:${(site.address() as AddressInfo).port}/`;
  const problems = await visit({ browser, url, emulator: backend.emulator, ecosystem: {} });
  site.closeAllConnections();
  await new Promise((resolve) => site.close(resolve));
  return problems;
}

test("the endpoint and the page of “Start in two minutes” upload a verified file", async () => {
  const { getRequestListener } = await import("@hono/node-server");
  const { uploads } = await importBlock("demo/docs/start.md", "uploads.ts");
  const api = getRequestListener(uploads, { overrideGlobalObjects: false });
  assert.deepEqual(await problemsOf(await openSite("demo/docs/start.md", api as RequestListener)), []);
});

test("the endpoint, the relay and the page of the README upload a verified file", async () => {
  const servers: Server[] = [];
  Object.assign(globalThis, { keepServer: (server: Server) => servers.push(server) });
  await importBlock("README.md", "server.ts", (code) =>
    code
      .replace(/^createServer\(/m, "globalThis.keepServer(createServer(")
      .replace(".listen(3000)", ".listen(0))")
      .replace('"relay-data"', JSON.stringify(join(folder, "relay-data"))),
  );
  const [server] = servers;
  assert.ok(server);
  const { port } = server.address() as AddressInfo;
  const site = await openSite("README.md", (req, res) => {
    const { method, url: path, headers } = req;
    const behind = request({ port, method, path, headers }, (reply) => {
      res.writeHead(reply.statusCode ?? 502, reply.headers);
      reply.pipe(res);
    });
    req.pipe(behind);
  });
  assert.deepEqual(await problemsOf(site), []);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
