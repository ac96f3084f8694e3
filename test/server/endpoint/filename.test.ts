import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { cleanFilename } from "../../../src/server/endpoint/filename.ts";

describe("a file name", () => {
  for (const [given, clean] of [
    ["Gespräch – Übersicht 会議.vtt", "Gespräch – Übersicht 会議.vtt"],
    ["../../etc/passwd", "passwd"],
    ["C:\\Users\\ann\\call.vtt", "call.vtt"],
    ["a\r\nSet-Cookie: b.txt", "aSet-Cookie: b.txt"],
    ["call\u0000.vtt\u007f", "call.vtt"],
    ["photo\u202Egpj.exe", "photogpj.exe"],
    ["<img src=x onerror=alert(1)>.txt", "<img src=x onerror=alert(1)>.txt"],
    ["  spaced.txt ", "spaced.txt"],
    ["a\u200eb\u200fc\u061cd.txt", "abcd.txt"],
    ["in\u200bvoi\u00adce\u2060\ufeff.pdf", "invoice.pdf"],
    ["half \ud83d of a pair\udc00.txt", "half  of a pair.txt"],
    ["👩‍💻 می‌خواهم.txt", "👩‍💻 می‌خواهم.txt"],
    ["..", ""],
    ["folder/", ""],
  ] as const) {
    it(`${JSON.stringify(given)} becomes ${JSON.stringify(clean)}`, () => assert.equal(cleanFilename(given), clean));
  }
});
