import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { render } from "@lit-labs/ssr";
import { collectResult } from "@lit-labs/ssr/lib/render-result.js";
import { html, type TemplateResult } from "lit";

/** The built package, as a server imports it. */
const dist = new URL("../../dist/", import.meta.url);
const entry = (file: string) => import(new URL(file, dist).href);

const { exports } = JSON.parse(await readFile(new URL("../../package.json", import.meta.url), "utf8"));

/** Scripts for pages only: they carry their own Lit, which needs a browser. */
const SCRIPT_TAG = /lightfield-(uploader|files)\.js$|md5\.worker\.js$/;

const scripts: string[] = [
  ...new Set(
    Object.values<string | { default: string }>(exports)
      .map((target) => (typeof target === "string" ? target : target.default))
      .filter((path) => path.endsWith(".js") && !SCRIPT_TAG.test(path)),
  ),
];

for (const path of scripts) {
  test(`${path} can be imported in plain Node`, async () => {
    await import(new URL(`../../${path}`, import.meta.url).href);
  });
}

/** Text of what a server renders, without styles. */
async function textOf(template: TemplateResult): Promise<string> {
  const markup = await collectResult(render(template));
  assert.match(markup, /<template shadowroot="open" shadowrootmode="open">/);
  return markup
    .replace(/<style>[\s\S]*?<\/style>/g, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ");
}

test("a server renders both elements, in English or in the languages that it has loaded", async () => {
  await entry("define.js");
  await entry("files.js");
  const uploader = html`<lightfield-uploader endpoint="/api/uploads" multiple></lightfield-uploader>`;
  assert.match(await textOf(uploader), /Drop files here/);
  const { loadServerLanguages } = await entry("ssr.js");
  await loadServerLanguages("de", "ar");
  assert.match(await textOf(uploader), /Dateien hier ablegen/);
  const list = await textOf(html`<lightfield-files endpoint="/api/uploads"></lightfield-files>`);
  assert.match(list, /Hochgeladene Dateien/);
  assert.doesNotMatch(list, /nicht eingerichtet/);
  const arabic = html`<lightfield-uploader endpoint="/api/uploads" locale="ar"></lightfield-uploader>`;
  assert.match(await collectResult(render(arabic)), /dir="rtl"/);
  assert.match(await textOf(arabic), /أفلت/);
  await assert.rejects(loadServerLanguages("tlh"), /no language "tlh"/);
});

test("`createUploader` on a server throws a sentence", async () => {
  const { createUploader } = await entry("core.js");
  assert.throws(() => createUploader({ endpoint: "/api/uploads" }), /needs a browser: on a server, call it/);
});
