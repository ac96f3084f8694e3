/** Each block of HTML, CSS and JavaScript in README and docs, on a page in Chromium, which has to upload a verified file. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { build } from "esbuild";
import { visit } from "../compat/visit.ts";
import { OWN_SCRIPT, ScriptTagSite, scriptTags } from "../e2e/script-tag-site.ts";
import { blocksOf, type CodeBlock, codeBlocks, ROOT, where } from "./code-blocks.ts";
import { isOfOthers } from "./kinds.ts";

let site: ScriptTagSite;
before(async () => {
  site = await ScriptTagSite.open();
});
after(() => site.close());

const PACKAGE_SCRIPT = "/lightfield-uploader/lightfield-uploader.js";

/** Uploads on a page with these tags and returns what was wrong. */
async function upload(head: string, body: string | undefined, context?: unknown): Promise<string[]> {
  site.pages.set("/", { head, ...(body === undefined ? {} : { body }) });
  const ecosystem = context === undefined ? {} : { context };
  return visit({ browser: site.browser, url: site.origin, emulator: site.backend.emulator, ecosystem });
}

describe("a block of HTML in README and docs", () => {
  // The frame without an origin and the page around it are one example, which test/e2e/policies.test.ts runs.
  const blocks = blocksOf("html").filter((block) => !isOfOthers(block) && block.file === null);
  const of = (text: RegExp) => blocks.filter(({ code }) => text.test(code));
  const uploaders = of(/<lightfield-uploader\b/).filter(({ code }) => !code.includes("meeting-details"));

  it("is in one of the groups below", () => {
    const listeners = of(/^<script type="module">/);
    const integrity = of(/importmap/);
    const details = of(/meeting-details/);
    assert.equal(uploaders.length + listeners.length + integrity.length + details.length, blocks.length);
    assert.deepEqual([listeners.length, integrity.length, details.length], [1, 1, 1]);
  });

  for (const block of uploaders) {
    it(`uploads a verified file: ${where(block)}`, async () => {
      assert.deepEqual(await upload(scriptTags(OWN_SCRIPT), block.code.replaceAll(PACKAGE_SCRIPT, OWN_SCRIPT)), []);
    });
  }

  it("has a listener that gets the id, the name and the MD5", async () => {
    const [block] = of(/^<script type="module">/);
    const tag = '<lightfield-uploader endpoint="/api/uploads" purpose="meeting_transcript"></lightfield-uploader>';
    const script = `<script type="module" src="${OWN_SCRIPT}"></script>`;
    // The page has no other listener: `visit` needs the id on the console.
    assert.deepEqual(await upload(script, `${tag}${block?.code}`), []);
  });

  it("loads every later script by the import map with integrity", async () => {
    const digests = JSON.parse(readFileSync(join(ROOT, "dist", "integrity.json"), "utf8")) as Record<string, string>;
    const map = Object.entries(digests).filter(([file]) => file.endsWith(".js") && !file.endsWith("worker.js"));
    const [block] = of(/importmap/);
    const html = (block?.code ?? "")
      .replace(/\{ "integrity": .*\}/, JSON.stringify({ integrity: Object.fromEntries(map.map(dist)) }))
      .replace('"sha384-…"', `"${digests["lightfield-uploader.js"]}"`)
      .replace(PACKAGE_SCRIPT, OWN_SCRIPT);
    assert.doesNotMatch(html, /…/);
    assert.deepEqual(await upload(`${html}<script type="module" src="/listener.js"></script>`, undefined), []);
  });

  it("asks for the details of a meeting", async () => {
    const [block] = of(/meeting-details/);
    site.pages.set("/", { head: scriptTags(OWN_SCRIPT), body: block?.code ?? "" });
    const page = await site.browser.newPage();
    await page.goto(site.origin);
    const captions = { name: "2026-11-20 15.00 Kickoff.vtt", mimeType: "text/vtt", buffer: Buffer.from("WEBVTT\n") };
    await page.locator("lightfield-uploader input[type=file]").first().setInputFiles(captions);
    await page.locator("lightfield-uploader").getByLabel("Title").waitFor();
    assert.equal(await page.locator("lightfield-uploader").getByLabel("Title").inputValue(), "Kickoff");
    await page.close();
  });
});

const dist = ([file, digest]: [string, string]): [string, string] => [`/dist/${file}`, digest];

describe("a block of CSS in README and docs", () => {
  const { modules } = JSON.parse(readFileSync(join(ROOT, "custom-elements.json"), "utf8")) as {
    modules: { declarations?: { cssParts?: { name: string }[]; cssStates?: { name: string }[] }[] }[];
  };
  const elements = modules.flatMap(({ declarations = [] }) => declarations);
  const parts = elements.flatMap(({ cssParts = [] }) => cssParts.map(({ name }) => name));

  for (const block of blocksOf("css")) {
    it(`is read by the browser to the last declaration, and names parts that exist: ${where(block)}`, async () => {
      const page = await site.browser.newPage();
      const read = await page.evaluate(async (css) => {
        const { cssRules } = await new CSSStyleSheet().replace(css);
        return [...cssRules].map(({ cssText }) => cssText).join("\n");
      }, block.code);
      const properties = [...block.code.matchAll(/^\s*([a-z-]+):\s.*;/gm)].map(([, name = ""]) => name);
      assert.ok(properties.length > 0);
      assert.deepEqual(
        properties.filter((name) => !read.includes(`${name}:`)),
        [],
      );
      assert.equal(read.match(/\{/g)?.length, block.code.match(/\{/g)?.length);
      for (const [, name = ""] of block.code.matchAll(/::part\(([\w-]+)\)/g)) assert.ok(parts.includes(name), name);
      await page.close();
    });
  }
});

describe("a block of JavaScript in README and docs", () => {
  for (const block of blocksOf("js").filter((one) => !isOfOthers(one))) {
    it(`runs on a page with the element, and a file is verified: ${where(block)}`, async () => {
      site.scripts.set("/block.js", await bundled(block));
      const registers = block.code.includes("lightfield-uploader/define");
      const own = '<script type="module" src="/block.js"></script>';
      const head = `${registers ? "" : scriptTags(OWN_SCRIPT)}${own}<script type="module" src="/listener.js"></script>`;
      const context = /context = (\{.*\})/.exec(block.code)?.[1];
      const given = context && JSON.parse(context.replaceAll(/(\w+):/g, '"$1":'));
      assert.deepEqual(await upload(head, undefined, given), []);
    });
  }
});

describe("the list that a React component draws itself", () => {
  it("uploads a verified file in StrictMode, and cancels another", async () => {
    const block = codeBlocks("demo/docs/frameworks/react.md").find(({ file }) => file === "src/OwnList.tsx");
    const main = `import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
${block?.code}
createRoot(document.getElementById("app")).render(<StrictMode><OwnList /></StrictMode>);`;
    site.scripts.set("/own-list.js", await bundled({ code: main }));
    site.pages.set("/own-list", {
      head: "",
      body: '<div id="app"></div><script src="/own-list.js" type="module"></script>',
    });
    const page = await site.browser.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => {
      if (/^(error|warning)$/.test(message.type())) complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(`${error}`));
    await page.goto(`${site.origin}/own-list`);
    const add = (name: string) =>
      page.locator("input[type=file]").setInputFiles({ name, mimeType: "text/vtt", buffer: Buffer.from("WEBVTT\n") });

    await add("own-list.vtt");
    await page.getByText("own-list.vtt: succeeded").waitFor();
    const sent = site.backend.emulator.files().filter(({ filename }) => filename === "own-list.vtt");
    assert.deepEqual(
      sent.map(({ status }) => status),
      ["COMPLETED"],
    );

    // The second one waits for the reply to its session.
    await page.route("**/api/uploads", () => {});
    await add("held.vtt");
    await page.getByRole("button", { name: "Cancel" }).click();
    await page.getByText("held.vtt: cancelled").waitFor();
    assert.equal(await page.getByRole("button", { name: "Cancel" }).count(), 0);
    assert.deepEqual(complaints, []);
    await page.close();
  });
});

/** The block as a bundler makes it, with the package's entries as they are published. */
async function bundled({ code }: Pick<CodeBlock, "code">): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: ROOT, loader: "tsx" },
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"development"' },
    bundle: true,
    format: "esm",
    write: false,
    external: ["*/md5.worker.js"],
  });
  return outputFiles[0]?.text ?? "";
}
