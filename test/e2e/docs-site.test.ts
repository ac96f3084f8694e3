import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, posix } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { openBrowser } from "./shared-browser.mjs";
import { openContext, TestPages } from "./support.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".css": "text/css",
  ".js": "text/javascript",
  ".svg": "image/svg+xml",
  ".txt": "text/plain",
  ".webp": "image/webp",
  ".png": "image/png",
};
const PREFIX = "/some/path/docs/";

/** Where `npm run build` puts it. */
const folder = fileURLToPath(new URL("../../demo/dist-docs", import.meta.url));
let paths: string[];
let server: Server;
let browser: Browser;
let root: string;
before(async () => {
  const files = await readdir(folder, { recursive: true });
  paths = files.filter((file) => extname(file) === ".html").map((file) => file.slice(0, -".html".length));
  assert.ok(paths.length > 20, `${paths.length} pages`);
  // A static server that knows nothing of the site, below a path.
  server = createServer(async (request, reply) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const name = pathname.startsWith(PREFIX) ? pathname.slice(PREFIX.length) || "index.html" : null;
    const content = name === null || name.includes("..") ? null : await readFile(join(folder, name)).catch(() => null);
    if (!content) return void reply.writeHead(404).end();
    reply.writeHead(200, { "content-type": TYPES[extname(name ?? "")] ?? "application/octet-stream" }).end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  root = `http://127.0.0.1:${(server.address() as AddressInfo).port}${PREFIX}`;
  browser = await openBrowser();
});
after(async () => {
  await browser.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

test("a live example uploads a verified file, without a server and below a path", async () => {
  const pages = new TestPages();
  const widget = await pages.open(await openContext(browser), root);
  await widget.page.waitForFunction(() => document.querySelector("lightfield-uploader[endpoint]")?.shadowRoot);
  await widget.addFile("weekly.vtt", "WEBVTT\n\n00:00.000 --> 00:01.000\n<v Mira>Hello\n", "text/vtt");
  const [upload] = await widget.settled(1);
  assert.deepEqual([upload?.status, upload?.remoteStatus, upload?.error], ["succeeded", "COMPLETED", null]);
  await pages.end();
});

test("no link of any page leads nowhere, and no anchor either", async () => {
  const html = new Map<string, string>();
  for (const path of paths) html.set(`${path}.html`, await readFile(join(folder, `${path}.html`), "utf8"));
  for (const [page, text] of html) {
    for (const [, target = ""] of text.matchAll(/(?:href|src)="([^"]+)"/g)) {
      if (/^[a-z]+:/i.test(target)) continue;
      const [file = "", anchor] = target.split("#");
      const linked = posix.join(posix.dirname(page), file || posix.basename(page));
      if (anchor) assert.match(html.get(linked) ?? "", new RegExp(` id="${anchor}"`), `${page} links to ${target}`);
      else await assert.doesNotReject(readFile(join(folder, linked)), `${page} links to ${target}`);
    }
  }
});

test("every page loads without a word on the console, and its live elements are ready", async () => {
  const context = await openContext(browser);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => complaints.push(`${page.url()}: ${message.text()}`));
  page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error}`));
  page.on("response", (reply) => {
    if (reply.status() >= 400) complaints.push(`${page.url()}: ${reply.status()} for ${reply.url()}`);
  });
  for (const path of paths) {
    await page.goto(`${root}${path}.html`, { waitUntil: "load" });
    await page.waitForFunction(() =>
      [...document.querySelectorAll("[data-live-endpoint]")].every((element) =>
        element.shadowRoot?.querySelector("button, [part]"),
      ),
    );
  }
  assert.deepEqual(complaints, []);
  await context.close();
});

test("the page about theming changes the live element, shows its parts, and writes the style sheet", async () => {
  const context = await openContext(browser);
  const page = await context.newPage();
  await page.goto(`${root}theming.html`);
  const lab = page.locator(".lab");
  await lab.getByText("Uploaded and verified").first().waitFor();
  await lab.getByLabel("accent").fill("#ff0088");
  await lab.getByLabel("radius", { exact: true }).fill("3");
  const zone = lab.locator("lightfield-uploader [part~=drop-zone]");
  assert.equal(await zone.evaluate((element) => getComputedStyle(element).borderRadius), "3px");
  assert.equal(
    await lab.locator(".result").textContent(),
    "lightfield-uploader {\n  --lf-uploader-accent: #ff0088;\n  --lf-uploader-radius: 3px;\n}",
  );
  await lab.getByRole("button", { name: "drop-zone" }).click();
  assert.equal(await zone.evaluate((element) => getComputedStyle(element).outlineStyle), "solid");
  assert.equal(await lab.locator(".about").textContent(), "Area that files are dropped on.");
  await context.close();
});

test("pages are accessible, on a phone and on a desktop, light and dark", async () => {
  const axe = await readFile(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");
  const looks = [
    { viewport: { width: 390, height: 844 }, colorScheme: "dark" },
    { viewport: { width: 1280, height: 900 }, colorScheme: "light" },
  ] as const;
  for (const look of looks) {
    const context = await openContext(browser, look);
    const page = await context.newPage();
    for (const path of [
      "index",
      "theming",
      "reference/uploader",
      "forms",
      "frameworks/react",
      "ecosystems",
      "migration",
    ]) {
      await page.goto(`${root}${path}.html`);
      await page.evaluate(axe);
      const violations = await page.evaluate(async () => {
        const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
        // Without it, everything that passes is described too, node by node.
        const { violations } = await axe.run({ resultTypes: ["violations"] });
        return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
      });
      assert.deepEqual(violations, [], `${path} at ${look.viewport.width}`);
      const scrolls = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      assert.equal(scrolls, false, `${path} scrolls sideways at ${look.viewport.width}`);
    }
    await context.close();
  }
});
