import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { LOCALES } from "../../src/element/words/locales.ts";
import { FILES_ENGLISH } from "../../src/files/locales/en.ts";
import { closestLanguage } from "../../src/ui/language.ts";
import { CONSOLE_CODES } from "../../src/wire/console-codes.ts";
import { ENGLISH_WORDS } from "../element/support/languages.ts";

const page = (name: string) => readFileSync(new URL(`../../demo/docs/${name}.md`, import.meta.url), "utf8");

describe("the page about errors", () => {
  it("explains each code of the console, and no other", () => {
    const sections = page("errors").split(/^## /m).slice(1);
    assert.deepEqual(
      sections.map((section) => section.split("\n", 1)[0]),
      [...CONSOLE_CODES],
    );
    for (const section of sections) assert.ok(section.split("\n").slice(1).join("").trim().length > 20, section);
  });
});

describe("the page about troubleshooting", () => {
  it("leads from each code of the console to its cause and fix", () => {
    const links = [...page("troubleshooting").matchAll(/\]\(errors\.md#([\w-]+)\)/g)].map(([, code]) => code);
    assert.deepEqual(links, [...CONSOLE_CODES]);
  });
});

describe("the page about languages", () => {
  it("names each sentence of both elements", () => {
    const text = page("languages");
    const keys = Object.keys({ ...ENGLISH_WORDS, ...FILES_ENGLISH });
    assert.deepEqual(
      keys.filter((key) => !new RegExp(`\`${key}[\`(]`).test(text)),
      [],
    );
  });

  it("is right about the variants", () => {
    const nearest = {
      "pt-PT": "pt",
      "es-419": "es",
      "es-MX": "es",
      "fr-CA": "fr",
      "zh-HK": "zh-Hant",
      "zh-TW": "zh-Hant",
    };
    for (const [tag, language] of Object.entries(nearest)) {
      assert.equal(closestLanguage(tag, LOCALES), LOCALES[language as keyof typeof LOCALES], tag);
    }
    assert.equal(closestLanguage("en-GB", LOCALES), undefined);
  });
});
