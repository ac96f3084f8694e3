import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { describe, it } from "node:test";
import { PURPOSES } from "../../demo/emulator/purposes.ts";
import { acceptJudge } from "../../src/element/intake/accept-judge.ts";
import { extensionsOf } from "../../src/element/intake/extensions.ts";
import { TRANSCRIPT_TYPES } from "../../src/element/intake/transcript-types.ts";
import { mimeTypeOf } from "../../src/engine/mime-types.ts";

type MimeDb = Record<string, { extensions?: string[] }>;

interface Case {
  readonly name: string;
  readonly told: string;
  /** The type that is sent, or whether `accept` takes the file. */
  readonly right: string | boolean;
  readonly accept?: string;
}

/** Extensions without a registered type, or with one that no server takes, and why their type is the right one. */
const NOT_IN_MIME_DB: Readonly<Record<string, string>> = {
  sbv: "text/plain", // subtitles of YouTube and Google Meet
  ass: "text/plain", // subtitles of Aegisub, and their predecessor
  ssa: "text/plain",
  lrc: "text/plain", // lyrics with times
  scc: "text/plain", // closed captions of broadcasters
  dfxp: "application/ttml+xml", // the former extension of TTML, and Apple's profile of it
  itt: "application/ttml+xml",
  jsonl: "application/jsonl", // https://jsonlines.org names no registered type
  ndjson: "application/jsonl",
  tgz: "application/gzip",
  jfif: "image/jpeg", // mime-db has it under image/pjpeg, another name of the same type
  flac: "audio/flac", // RFC 9639; mime-db has it without the extension
};

const nameless = (name: string) => ({ name, type: "" });

describe("the type by name", () => {
  it("is one that mime-db gives to the extension", () => {
    const db = createRequire(import.meta.url)("mime-db") as MimeDb;
    const extensions = extensionsOf();
    assert.ok(extensions.length > 100, `${extensions.length} extensions`);
    for (const extension of extensions) {
      const type = mimeTypeOf(nameless(`file.${extension}`));
      const isRegistered = db[type]?.extensions?.includes(extension);
      if (NOT_IN_MIME_DB[extension]) assert.equal(type, NOT_IN_MIME_DB[extension]);
      else assert.ok(isRegistered, `${extension}: ${type}`);
      assert.ok(!(isRegistered && NOT_IN_MIME_DB[extension]), `mime-db has got ${extension}`);
    }
  });

  it("exists for what people hand in", () => {
    const extensions =
      "caf amr aiff opus oga wma weba mkv avi 3gp mpg tiff bmp heif avif 7z rar tgz xz bz2 vcf key numbers dfxp jsonl ass docm xlsm";
    for (const extension of extensions.split(" ")) {
      assert.notEqual(mimeTypeOf(nameless(`Weekly.${extension.toUpperCase()}`)), "application/octet-stream", extension);
    }
  });

  it("is unknown for an unknown extension, and for a name that only looks like a property", () => {
    for (const name of ["constructor", "a.constructor", "a.__proto__", "weekly", "Weekly 3.11", "a."]) {
      assert.equal(mimeTypeOf(nameless(name)), "application/octet-stream");
      assert.equal(mimeTypeOf(nameless(name), "vtt"), "text/vtt", "then the content decides");
    }
  });
});

describe("the type that is sent", () => {
  it("is the one that the browser reports, without parameters", () => {
    assert.equal(mimeTypeOf({ name: "a.vtt", type: "text/plain;charset=utf-8" }), "text/plain");
    assert.equal(mimeTypeOf({ name: "a.unknown", type: "Chemical/X-PDB" }), "chemical/x-pdb");
    assert.equal(mimeTypeOf({ name: "weekly", type: "text/vtt" }, "srt"), "text/vtt");
  });

  it("is the one by name when the browser reports nothing that is a type", () => {
    for (const type of [
      "application/octet-stream",
      "binary/octet-stream",
      "application/x-unknown",
      "application/force-download",
      "vtt",
      "*/*",
      " ; charset=utf-8",
    ]) {
      assert.equal(mimeTypeOf({ name: "weekly.vtt", type }), "text/vtt", type);
    }
  });

  it("is the one by name when the reported one is of no use for a known extension", () => {
    assert.equal(mimeTypeOf({ name: "weekly.ass", type: "audio/aac" }), "text/plain");
    assert.equal(mimeTypeOf({ name: "film.ts", type: "text/vnd.trolltech.linguist" }), "video/mp2t");
    assert.equal(mimeTypeOf({ name: "weekly.docx", type: "application/zip" }), mimeTypeOf(nameless("a.docx")));
    assert.equal(mimeTypeOf({ name: "photo.heic", type: "image/heif" }), "image/heic");
    assert.equal(mimeTypeOf({ name: "table.xls", type: "application/vnd.ms-excel" }), "application/vnd.ms-excel");
    assert.equal(mimeTypeOf({ name: "song", type: "audio/aac" }), "audio/aac");
  });
});

describe("cases from browsers and bug reports", async () => {
  const cases = JSON.parse(await readFile(new URL("cases/mime.json", import.meta.url), "utf8")) as Case[];
  for (const { name, told, right, accept } of cases) {
    it(`${name}, reported as "${told}"${accept ? `, for accept="${accept}"` : ""}`, () => {
      const file = { name, type: told };
      assert.equal(accept ? acceptJudge(accept).fits(file) : mimeTypeOf(file), right);
    });
  }
});

describe("the picker for transcripts", () => {
  it("offers every type that the purpose takes", () => {
    const offered = TRANSCRIPT_TYPES.split(",");
    for (const type of PURPOSES.meeting_transcript?.mimeTypes ?? []) {
      const isOffered = offered.some((extension) => mimeTypeOf(nameless(extension)) === mimeTypeOf({ name: "", type }));
      assert.ok(isOffered, type);
    }
    for (const extension of offered) {
      const type = mimeTypeOf(nameless(`Weekly 3.11${extension.toUpperCase()}`));
      assert.ok(PURPOSES.meeting_transcript?.mimeTypes?.includes(type), `${extension}: ${type}`);
    }
  });
});
