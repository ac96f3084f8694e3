import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { test } from "node:test";
import { pickerAccept } from "../../src/element/intake/purposes.ts";
import { mimeTypeOf } from "../../src/engine/mime-types.ts";
import { acceptMatcher } from "../../src/engine/queue/constraints.ts";

type MimeDb = Record<string, { extensions?: string[] }>;

/** Marked in the table: no type is registered for it. */
const OURS = new Set(["sbv"]);

test("every type in the table is one that mime-db gives to that extension", async () => {
  const db = createRequire(import.meta.url)("mime-db") as MimeDb;
  const source = await readFile(new URL("../../src/engine/mime-types.ts", import.meta.url), "utf8");
  const extensions = [...source.matchAll(/^ {2}(\w+): "/gm)].map((match) => match[1] ?? "");
  assert.ok(extensions.length > 40, "the table was found");
  for (const extension of extensions.filter((candidate) => !OURS.has(candidate))) {
    const type = mimeTypeOf({ name: `file.${extension}`, type: "" });
    assert.ok(db[type]?.extensions?.includes(extension), `${extension}: ${type}`);
  }
});

test("the browser's own word comes first, an unknown extension gets the neutral type", () => {
  assert.equal(mimeTypeOf({ name: "a.vtt", type: "text/plain;charset=utf-8" }), "text/plain");
  assert.equal(mimeTypeOf({ name: "INTERVIEW.VTT", type: "" }), "text/vtt");
  assert.equal(mimeTypeOf({ name: "constructor", type: "" }), "application/octet-stream");
  assert.equal(mimeTypeOf({ name: "a.constructor", type: "" }), "application/octet-stream");
});

test("what meeting products hand out has its type also where the system does not tell the browser", () => {
  const types = {
    vtt: "text/vtt",
    srt: "application/x-subrip",
    sbv: "text/plain",
    txt: "text/plain",
    json: "application/json",
    docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    pdf: "application/pdf",
  };
  const offered = pickerAccept("", "meeting_transcript");
  for (const [extension, type] of Object.entries(types)) {
    const file = { name: `Weekly 3.11.${extension.toUpperCase()}`, type: "" };
    assert.equal(mimeTypeOf(file), type);
    assert.ok(acceptMatcher(offered)(file), `the picker offers ${extension}`);
  }
});
