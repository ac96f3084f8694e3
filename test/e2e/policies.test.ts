import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { filesOf } from "../compat/recipe.ts";
import { visit } from "../compat/visit.ts";
import { OWN_SCRIPT, ScriptTagSite, type SitePage, scriptTags } from "./script-tag-site.ts";
import { PATIENCE_MS } from "./waiting.ts";

/** PNG of one pixel. */
const DOT = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

let site: ScriptTagSite;
let integrity: Readonly<Record<string, string>>;

before(async () => {
  site = await ScriptTagSite.open();
  integrity = JSON.parse(await readFile(new URL("../../dist/integrity.json", import.meta.url), "utf8"));
});
after(() => site.close());

const connect = () => `connect-src 'self' ${site.backend.emulator.storageUrl}`;
const csp = (policy: string) => ({ "content-security-policy": policy });
const ISOLATED = { "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" };

/** Chromium reports each strategy of hashing that a policy refuses; the next one is used. */
const REFUSED = /Content Security Policy|Content-Security-Policy/i;

/** Import map with the digest of every script, under its address. */
const importMap = (address: string) => {
  const digests = Object.entries(integrity).filter(([file]) => file.endsWith(".js"));
  return JSON.stringify({ integrity: Object.fromEntries(digests.map(([file, hash]) => [`${address}/${file}`, hash])) });
};

const POLICIES: Readonly<Record<string, () => SitePage & { readonly reports?: RegExp }>> = {
  "default-src 'self' alone, and the storage": () => ({
    headers: csp(`default-src 'self'; ${connect()}`),
    head: scriptTags(OWN_SCRIPT),
    reports: REFUSED,
  }),
  "the directive that makes hashing faster, and then no refusal": () => ({
    headers: csp(`default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; ${connect()}`),
    head: scriptTags(OWN_SCRIPT),
  }),
  "the script on another origin, and a worker from `blob:`": () => ({
    headers: csp(`script-src 'self' ${site.cdn} 'wasm-unsafe-eval'; worker-src blob:; ${connect()}`),
    head: scriptTags(`${site.cdn}/dist/lightfield-uploader.js`),
  }),
  "a nonce with strict-dynamic": () => ({
    headers: csp(`script-src 'nonce-r4nd0m' 'strict-dynamic'; object-src 'none'; base-uri 'none'; ${connect()}`),
    head: scriptTags(OWN_SCRIPT, ' nonce="r4nd0m"'),
    reports: REFUSED,
  }),
  "Trusted Types with exactly two policies": () => ({
    headers: csp(`require-trusted-types-for 'script'; trusted-types lit-html lightfield-uploader; ${connect()}`),
    head: scriptTags(OWN_SCRIPT),
  }),
  "Trusted Types, and two copies of the script": () => ({
    headers: csp(
      `require-trusted-types-for 'script'; trusted-types lit-html lightfield-uploader 'allow-duplicates'; ${connect()}`,
    ),
    head: `<script type="module" src="/dist/other/lightfield-uploader.js"></script>${scriptTags(OWN_SCRIPT)}`,
    reports: /\[loaded-twice\]/,
  }),
  "a sandbox with scripts and its own origin": () => ({
    headers: csp("sandbox allow-scripts allow-same-origin"),
    head: scriptTags(OWN_SCRIPT),
    reports: /can escape its sandboxing/,
  }),
  "cross-origin isolation": () => ({ headers: ISOLATED, head: scriptTags(OWN_SCRIPT) }),
  "cross-origin isolation and the script on another origin": () => ({
    headers: ISOLATED,
    head: scriptTags(`${site.cdn}/dist/lightfield-uploader.js`),
  }),
  "the script on another origin, with the digest of every file": () => ({
    headers: {},
    head: `<script type="importmap">${importMap(`${site.cdn}/dist`)}</script>${scriptTags(
      `${site.cdn}/dist/lightfield-uploader.js`,
    ).replace(" src", ` integrity="${integrity["lightfield-uploader.js"]}" crossorigin src`)}`,
  }),
};

for (const [name, describe] of Object.entries(POLICIES)) {
  test(`a file is verified on a page with ${name}`, async () => {
    const { reports, ...page } = describe();
    site.pages.set("/", page);
    assert.deepEqual(await visitSite(reports), []);
  });
}

test("a picture is shown small on a page whose policy allows no pictures", async () => {
  const headers = csp(`default-src 'self'; img-src 'none'; ${connect()}`);
  site.pages.set("/", { headers, head: scriptTags(OWN_SCRIPT) });
  const tab = await site.browser.newPage();
  const told: string[] = [];
  tab.on("console", (message) => told.push(message.text()));
  await tab.goto(`${site.origin}/`);
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

/** Uploads on the page at "/", and returns what was wrong. */
function visitSite(ignoredMessages?: RegExp): Promise<string[]> {
  const { browser, origin, backend } = site;
  const ecosystem = { ...(ignoredMessages && { ignoredMessages }) };
  return visit({ browser, url: `${origin}/`, emulator: backend.emulator, ecosystem });
}

test("a file is verified on a page with two versions of the script, and the console says so once", async () => {
  const older = `<script type="module" src="/dist/older/lightfield-uploader.js"></script>`;
  site.pages.set("/", { head: `${older}${scriptTags(`${site.cdn}/dist/lightfield-uploader.js`, " crossorigin")}` });
  const lines = await visitSite();
  assert.equal(lines.length, 1, lines.join("\n"));
  assert.match(lines[0] ?? "", /^<lightfield-uploader> \[loaded-twice\] Another copy of the script/);
});

test("a file is verified on a page with the script tag twice, which is one copy, whatever its query says", async () => {
  site.pages.set("/", {
    head: `${scriptTags(OWN_SCRIPT)}<script type="module" src="${OWN_SCRIPT}?v=2"></script>`,
  });
  assert.deepEqual(await visitSite(), []);
});

test("a file is verified in a sandboxed frame without an origin, by the code of the docs", async () => {
  const files = filesOf(await readFile(new URL("../../demo/docs/policies.md", import.meta.url), "utf8"));
  site.pages.set("/", { head: "", body: files["page.html"] ?? "" });
  site.pages.set("/frame.html", {
    head: `<script type="module" src="${site.cdn}/dist/lightfield-uploader.js"></script>`,
    body: files["frame.html"] ?? "",
  });
  const context = await site.browser.newContext();
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const complaints: string[] = [];
  page.on("console", (message) => message.type() === "log" || complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(`${error}`));
  await page.goto(`${site.origin}/`);
  const uploader = page.frameLocator("iframe").locator("lightfield-uploader");
  const captions = Buffer.from("WEBVTT\n\n00:00.000 --> 00:02.000\nHello\n");
  await uploader
    .locator("input[type=file]")
    .first()
    .setInputFiles({ name: "frame.vtt", mimeType: "text/vtt", buffer: captions });
  await uploader.getByText("Verified").first().waitFor();
  assert.equal(await uploader.evaluate(() => self.origin), "null");
  assert.deepEqual(complaints, []);
  const file = site.backend.emulator.files().find(({ filename }) => filename === "frame.vtt");
  assert.equal(file?.status, "COMPLETED");
  await context.close();
});

test("integrity.json has the digest of every script that a page can load", async () => {
  assert.ok(Object.keys(integrity).some((file) => /^lightfield-uploader-engine-/.test(file)));
  for (const file of ["lightfield-uploader.js", "lightfield-files.js", "md5.worker.js", "themes/plain.css"]) {
    assert.match(integrity[file] ?? "", /^sha384-[\w+/]{64}$/, file);
  }
});

test("a script that is not the one of the digest does not run", async () => {
  const wrong = integrity["lightfield-files.js"];
  site.pages.set("/", { head: scriptTags(OWN_SCRIPT).replace(" src", ` integrity="${wrong}" src`) });
  const context = await site.browser.newContext();
  const tab = await context.newPage();
  await tab.goto(`${site.origin}/`, { waitUntil: "networkidle" });
  assert.equal(await tab.evaluate(() => customElements.get("lightfield-uploader") === undefined), true);
  await context.close();
});
