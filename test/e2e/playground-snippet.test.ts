import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Browser, Page } from "playwright-core";
import { buildSnippet, type SnippetContent } from "../../demo/pages/playground/snippet.ts";
import { content, HOSTILE } from "../demo/playground/content.ts";
import { openBrowser } from "./shared-browser.mjs";
import { openContext } from "./support.ts";

let browser: Browser;
let page: Page;
before(async () => {
  browser = await openBrowser();
  page = await (await openContext(browser)).newPage();
});
after(() => browser.close());

/** What a browser makes of a snippet on an empty page. */
async function parsed(given: Partial<SnippetContent>) {
  await page.goto("about:blank");
  await page.setContent(`<!doctype html><body>${buildSnippet(content({ script: "about:blank", ...given }))}`);
  return page.evaluate(() => {
    const uploader = document.querySelector("lightfield-uploader");
    const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText));
    return {
      elements: [...document.body.querySelectorAll("*")].map(({ localName }) => localName),
      attributes: [...(uploader?.attributes ?? [])].map(({ name, value }) => [name, value]),
      context: uploader && "context" in uploader ? uploader.context : null,
      rules,
      isHarmed: "pwned" in globalThis,
    };
  });
}

describe("a browser reads of a snippet", () => {
  for (const value of HOSTILE) {
    it(`the very values: ${JSON.stringify(value)}`, async () => {
      const context = { [value]: [value] };
      const read = await parsed({
        attributes: [
          ["accept", value],
          ["multiple", null],
          ["name", value],
        ],
        tokens: [["--lf-uploader-font", value]],
        properties: [["context", context]],
        inForm: true,
      });
      assert.deepEqual(read.attributes, [
        ["accept", value],
        ["multiple", ""],
        ["name", value],
      ]);
      assert.deepEqual(read.context, context);
      const style = value === "/" ? ["style"] : [];
      assert.deepEqual(read.elements, [...style, "script", "form", "lightfield-uploader", "button", "script"]);
      assert.equal(read.isHarmed, false);
    });
  }

  it("tokens and parts as rules of the element alone", async () => {
    const tokens = [
      ["--lf-uploader-accent", "light-dark(#fff, oklch(60% 0.1 20 / 0.5))"],
      ["--lf-uploader-font", '"Fira Code", monospace'],
    ] as const;
    const { rules } = await parsed({ tokens, parts: ["drop-zone"] });
    assert.deepEqual(rules, [
      'lightfield-uploader { --lf-uploader-accent: light-dark(#fff, oklch(60% 0.1 20 / 0.5)); --lf-uploader-font: "Fira Code", monospace; }',
      "lightfield-uploader::part(drop-zone) { outline: rgb(214, 36, 159) dashed 2px; }",
    ]);
  });
});
