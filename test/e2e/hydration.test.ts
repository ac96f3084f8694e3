/** Pages that a server has rendered with `@lit-labs/ssr`, brought to life in a browser. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { render } from "@lit-labs/ssr";
import { collectResult } from "@lit-labs/ssr/lib/render-result.js";
import { build } from "esbuild";
import { html, type TemplateResult } from "lit";
import type { Page } from "playwright-core";
import { visit } from "../compat/visit.ts";
import { ScriptTagSite } from "./script-tag-site.ts";
import { PATIENCE_MS } from "./waiting.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** The built package, as a server imports it. */
const entry = (name: string) => import(new URL(`../../dist/${name}.js`, import.meta.url).href);

/** What a page of Lit's server rendering loads: first what makes elements take over what is there. */
const HYDRATING = `import "@lit-labs/ssr-client/lit-element-hydrate-support.js";
import "./dist/define.js";
import "./dist/files.js";
`;

let site: ScriptTagSite;
before(async () => {
  await entry("define");
  await entry("files");
  const { loadServerLanguages } = await entry("ssr");
  await loadServerLanguages("en", "de", "ar");
  site = await ScriptTagSite.open();
  site.scripts.set("/hydrating.js", await bundled(HYDRATING));
  site.scripts.set("/plain.js", await bundled(HYDRATING.split("\n").slice(1).join("\n")));
});
after(() => site.close());

/** With Lit's development build, which warns of markup that does not fit. */
async function bundled(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: ROOT },
    bundle: true,
    write: false,
    format: "esm",
    conditions: ["development"],
    logLevel: "silent",
  });
  return outputFiles[0]?.text ?? "";
}

const rendered = (template: TemplateResult): Promise<string> => collectResult(render(template));
const uploader = (locale: string) => html`<lightfield-uploader
  endpoint="/api/uploads" purpose="meeting_transcript" locale=${locale} multiple></lightfield-uploader>`;
const files = (locale: string) => html`<lightfield-files endpoint="/api/uploads" locale=${locale}></lightfield-files>`;

const scripts = (name: string) =>
  `<script type="module" src="/${name}.js"></script><script type="module" src="/listener.js"></script>`;

/** Text and number of controls of the elements, once they have loaded their language and list. */
async function contentOf(page: Page, tag: string): Promise<{ text: string; controls: number; zones: number }> {
  await page.waitForFunction((name) => document.querySelector(name)?.matches(":defined"), tag);
  await page.waitForLoadState("networkidle");
  return page.evaluate(async (name) => {
    const element = document.querySelector(name) as HTMLElement & { updateComplete: Promise<boolean> };
    await element.updateComplete;
    const root = element.shadowRoot as ShadowRoot;
    const copy = document.createElement("div");
    for (const child of root.children) if (child.localName !== "style") copy.append(child.cloneNode(true));
    return {
      text: (copy.textContent ?? "").replace(/\s+/g, " ").trim(),
      controls: root.querySelectorAll("button, input, slot").length,
      zones: root.querySelectorAll("input[type=file]").length,
    };
  }, tag);
}

const LANGUAGES = [
  { locale: "en", words: /Add a transcript/, verified: "Verified" },
  { locale: "de", words: /Transkript/, verified: "Hochgeladen und geprüft" },
  { locale: "ar", words: /أضف النص/, verified: "تم الرفع والتحقق" },
] as const;

for (const { locale, words, verified } of LANGUAGES) {
  test(`an uploader that a server rendered in "${locale}" is hydrated without a warning, and uploads`, async () => {
    const body = await rendered(uploader(locale));
    assert.match(body, /<template shadowroot="open" shadowrootmode="open">/);
    assert.match(body, words);
    const { browser, origin, backend } = site;
    site.pages.set("/", { head: scripts("hydrating"), body, language: locale });
    const ecosystem = {};
    assert.deepEqual(await visit({ browser, url: origin, emulator: backend.emulator, ecosystem, verified }), []);
  });

  for (const [tag, template] of Object.entries({ "lightfield-uploader": uploader, "lightfield-files": files })) {
    test(`<${tag}> has the same content in "${locale}", whether a server rendered it or not`, async () => {
      const body = await rendered(template(locale));
      site.pages.set("/rendered", { head: scripts("hydrating"), body, language: locale });
      const bare = body.replace(/<template[\s\S]*<\/template>/, "").replace(" defer-hydration", "");
      site.pages.set("/bare", { head: scripts("plain"), body: bare, language: locale });
      const context = await site.browser.newContext();
      const page = await context.newPage();
      page.setDefaultTimeout(PATIENCE_MS);
      const complaints: string[] = [];
      page.on("pageerror", (error) => complaints.push(`${error}`));
      page.on("console", (message) => {
        const isComplaint = /^(error|warning)$/.test(message.type()) && !/Lit is in dev mode|403/.test(message.text());
        if (isComplaint) complaints.push(message.text());
      });
      await page.goto(`${site.origin}/bare`);
      const expected = await contentOf(page, tag);
      await page.goto(`${site.origin}/rendered`);
      assert.deepEqual(await contentOf(page, tag), expected);
      assert.deepEqual(complaints, []);
      await context.close();
    });
  }
}
