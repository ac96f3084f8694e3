import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { basename } from "node:path";
import { after, before, test } from "node:test";
import { getRequestListener } from "@hono/node-server";
import type { Browser } from "playwright-core";
import { type Backend, openBackend } from "../compat/backend.ts";
import { visit } from "../compat/visit.ts";
import { openBrowser } from "./shared-browser.mjs";

const dist = new URL("../../dist/", import.meta.url);
const LISTENER = `document.querySelector("lightfield-uploader").addEventListener("upload-success", (event) => {
  console.log("Uploaded", event.detail.upload.remote.id);
});`;
const TAG = '<lightfield-uploader endpoint="/api/uploads" purpose="meeting_transcript"></lightfield-uploader>';
const OWN = "/dist/lightfield-uploader.js";
/** PNG of one pixel. */
const DOT = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

interface Page {
  readonly headers: Readonly<Record<string, string>>;
  readonly head: string;
}

let backend: Backend;
let browser: Browser;
let page: Page;
let integrity: Readonly<Record<string, string>>;
const servers: Server[] = [];
let own = "";
let cdn = "";

/** Serves the page, the endpoint and the scripts; as a CDN, the scripts alone, to every origin. */
async function listen(isCdn: boolean): Promise<string> {
  const uploads = getRequestListener(backend.endpoint, { overrideGlobalObjects: false });
  const server = createServer(async (req, res) => {
    const path = new URL(req.url ?? "/", "http://page").pathname;
    if (path.startsWith("/dist/")) {
      const script = await readFile(new URL(basename(path), dist)).catch(() => null);
      const shared = isCdn
        ? { "access-control-allow-origin": "*", "cross-origin-resource-policy": "cross-origin" }
        : {};
      return void res.writeHead(script ? 200 : 404, { "content-type": "text/javascript", ...shared }).end(script);
    }
    if (isCdn) return void res.writeHead(404).end();
    if (path.startsWith("/api/uploads")) return void uploads(req, res);
    if (path === "/listener.js") return void res.writeHead(200, { "content-type": "text/javascript" }).end(LISTENER);
    if (path !== "/") return void res.writeHead(204).end();
    res.writeHead(200, { "content-type": "text/html", ...page.headers });
    res.end(`<!doctype html><html lang="en"><head><meta charset="utf-8">${page.head}</head><body>${TAG}</body></html>`);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

before(async () => {
  backend = await openBackend();
  browser = await openBrowser();
  own = await listen(false);
  cdn = await listen(true);
  integrity = JSON.parse(await readFile(new URL("integrity.json", dist), "utf8"));
});
after(async () => {
  await browser.close();
  for (const server of servers) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
  await backend.close();
});

const connect = () => `connect-src 'self' ${backend.emulator.storageUrl}`;
const csp = (policy: string) => ({ "content-security-policy": policy });
const scripts = (address: string, attributes = "") =>
  `<script type="module" src="${address}"${attributes}></script><script type="module" src="/listener.js"${attributes}></script>`;

/** Chromium reports each strategy of hashing that a policy refuses; the next one is used. */
const REFUSED = /Content Security Policy|Content-Security-Policy/i;

/** Import map with the digest of every script, under its address. */
const importMap = (address: string) => {
  const digests = Object.entries(integrity).filter(([file]) => file.endsWith(".js"));
  return JSON.stringify({ integrity: Object.fromEntries(digests.map(([file, hash]) => [`${address}/${file}`, hash])) });
};

const POLICIES: Readonly<Record<string, () => Page & { readonly reports?: RegExp }>> = {
  "default-src 'self' alone, and the storage": () => ({
    headers: csp(`default-src 'self'; ${connect()}`),
    head: scripts(OWN),
    reports: REFUSED,
  }),
  "a nonce with strict-dynamic": () => ({
    headers: csp(`script-src 'nonce-r4nd0m' 'strict-dynamic'; object-src 'none'; base-uri 'none'; ${connect()}`),
    head: scripts(OWN, ' nonce="r4nd0m"'),
    reports: REFUSED,
  }),
  "Trusted Types with exactly two policies": () => ({
    headers: csp(`require-trusted-types-for 'script'; trusted-types lit-html lightfield-uploader; ${connect()}`),
    head: scripts(OWN),
  }),
  "a sandbox with scripts and its own origin": () => ({
    headers: csp("sandbox allow-scripts allow-same-origin"),
    head: scripts(OWN),
    reports: /can escape its sandboxing/,
  }),
  "cross-origin isolation": () => ({
    headers: { "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" },
    head: scripts(OWN),
  }),
  "the script on another origin, with the digest of every file": () => ({
    headers: {},
    head: `<script type="importmap">${importMap(`${cdn}/dist`)}</script>${scripts(
      `${cdn}/dist/lightfield-uploader.js`,
    ).replace(" src", ` integrity="${integrity["lightfield-uploader.js"]}" crossorigin src`)}`,
  }),
  "the script twice, from two addresses": () => ({
    headers: {},
    head: `<script type="module" src="${cdn}/dist/lightfield-uploader.js"></script>${scripts(OWN)}`,
  }),
};

for (const [name, describe] of Object.entries(POLICIES)) {
  test(`a file is verified on a page with ${name}`, async () => {
    const { reports, ...described } = describe();
    page = described;
    const ecosystem = { ...(reports && { ignoredMessages: reports }) };
    assert.deepEqual(await visit({ browser, url: `${own}/`, emulator: backend.emulator, ecosystem }), []);
  });
}

test("a picture is shown small on a page whose policy allows no pictures", async () => {
  page = { headers: csp(`default-src 'self'; img-src 'none'; ${connect()}`), head: scripts(OWN) };
  const tab = await browser.newPage();
  const told: string[] = [];
  tab.on("console", (message) => told.push(message.text()));
  await tab.goto(`${own}/`);
  await tab.locator("lightfield-uploader").evaluate((element) => element.removeAttribute("purpose"));
  const files = { name: "dot.png", mimeType: "image/png", buffer: Buffer.from(DOT, "base64") };
  await tab.locator("lightfield-uploader input[type=file]").setInputFiles(files);
  await tab.locator("lightfield-uploader canvas[part=thumbnail]").waitFor();
  assert.deepEqual(
    told.filter((line) => /img-src/.test(line)),
    [],
  );
  await tab.close();
});

test("integrity.json has the digest of every script that a page can load", async () => {
  assert.ok(Object.keys(integrity).some((file) => /^lightfield-uploader-engine-/.test(file)));
  for (const file of ["lightfield-uploader.js", "lightfield-files.js", "md5.worker.js", "themes/plain.css"]) {
    assert.match(integrity[file] ?? "", /^sha384-[\w+/]{64}$/, file);
  }
});

test("a script that is not the one of the digest does not run", async () => {
  const wrong = integrity["lightfield-files.js"];
  page = { headers: {}, head: scripts(OWN).replace(" src", ` integrity="${wrong}" src`) };
  const context = await browser.newContext();
  const tab = await context.newPage();
  await tab.goto(`${own}/`, { waitUntil: "networkidle" });
  assert.equal(await tab.evaluate(() => customElements.get("lightfield-uploader") === undefined), true);
  await context.close();
});
