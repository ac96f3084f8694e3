import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { isTokenValue, tokenProblem, tokensIn } from "../../../demo/pages/playground/token-value.ts";
import { HOSTILE } from "./content.ts";

/** A browser that knows two colours. */
const supports = (_property: string, value: string) => ["red", "currentcolor", "inherit"].includes(value);
const COLOR = { name: "--accent", description: "The button.", default: "currentcolor" };
const MIXED = { name: "--line", description: "Lines; mixed from the text's colour.", default: "" };
const FONT = { name: "--font", description: "The font family.", default: "inherit" };
const LENGTH = { name: "--gap", description: "Between.", default: "12px" };

describe("the value of a token", () => {
  for (const value of [
    "#3d5bd9",
    "light-dark(#3d5bd9, #8fa6ff)",
    "calc(1rem + 2px * (3 - 1))",
    '"Fira Code", ui-monospace, monospace',
    "oklch(60% 0.1 20 / 0.5)",
    "var(--brand)",
    "'1) 2'",
  ]) {
    it(`may be ${value}`, () => assert.ok(isTokenValue(value)));
  }

  for (const value of [
    ...HOSTILE.filter((hostile) => hostile !== "/"),
    "",
    "   ",
    "red; color: blue",
    "red } * { display: none",
    "red !important",
    "calc(1px",
    "1px)",
    '"open',
    "red /* and",
    "\\7d",
    "url(https://example.com/x)",
    'url(a"b"c)',
    "<!--",
    "@import",
  ]) {
    it(`may not be ${JSON.stringify(value)}`, () => assert.ok(!isTokenValue(value)));
  }

  it("has to be a colour where its default or its description says so", () => {
    assert.equal(tokenProblem(COLOR, "red", supports), null);
    assert.equal(tokenProblem(COLOR, "re", supports), "Not a colour yet.");
    assert.equal(tokenProblem(MIXED, "re", supports), "Not a colour yet.");
    assert.equal(tokenProblem(LENGTH, "re", supports), null);
    assert.equal(tokenProblem(FONT, "Georgia", supports), null);
  });

  it("is written only when it works, in the order of the manifest", () => {
    const set = { "--gap": " 4px ", "--line": "red;", "--accent": "red", "--unknown": "1px" };
    assert.deepEqual(tokensIn(set, [COLOR, MIXED, LENGTH], supports), [
      ["--accent", "red"],
      ["--gap", "4px"],
    ]);
  });
});
