import assert from "node:assert/strict";
import { test } from "node:test";
import { createFormats } from "../../src/ui/format.ts";

const TAGS = [
  "en",
  "en-GB",
  "ar",
  "ar-EG",
  "de",
  "de-AT",
  "es",
  "es-MX",
  "fr",
  "fr-CA",
  "he",
  "hi",
  "it",
  "ja",
  "ko",
].concat([
  "nl",
  "pl",
  "pt",
  "pt-BR",
  "pt-PT",
  "ru",
  "tr",
  "uk",
  "zh",
  "zh-Hans",
  "zh-Hant",
  "zh-TW",
  "zh-Hant-HK",
  "fa",
  "mr",
]);

test("writes whole numbers and sizes as Intl does, in every language", () => {
  for (const tag of TAGS) {
    const formats = createFormats(tag);
    for (const value of [0, 1, 2, 3, 5, 11, 21, 100, 512, 999, 1000, 12_345]) {
      assert.equal(formats.number(value), new Intl.NumberFormat(tag).format(value), `${value} in ${tag}`);
    }
    for (const [unit, bytes] of [
      ["megabyte", 1_000_000],
      ["gigabyte", 1_000_000_000],
    ] as const) {
      const intl = new Intl.NumberFormat(tag, { style: "unit", unit, unitDisplay: "short" });
      for (const value of [1, 2, 3, 5, 11, 21, 100, 512]) {
        assert.equal(
          comparable(formats.size(value * bytes)),
          comparable(intl.format(value)),
          `${value} ${unit} in ${tag}`,
        );
      }
    }
  }
});

/** Without isolates, and with one kind of space: which of them is used depends on the version of the locale data. */
function comparable(text: string): string {
  return text.replace(/[\u2068\u2069]/g, "").replace(/[\u00a0\u202f]/g, " ");
}
