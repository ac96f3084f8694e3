import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { isFileByName } from "../../src/browser/file-by-name.ts";
import { mimeTypeOf } from "../../src/engine/mime-types.ts";

const FILES =
  "vtt srt sbv txt md csv json pdf doc docx ppt pptx xls xlsx rtf htm html eml m4a mp3 mp4 mov wav png jpg jpeg zip";
const MAYBE_FOLDERS = [
  "weekly",
  "Weekly 3.11",
  "v1.0",
  "site.com",
  "conf.d",
  "notes.vtt.old",
  "Talk.pages",
  "Deck.key",
  "x.app",
];

describe("a dropped item's name", () => {
  for (const extension of FILES.split(" ")) {
    it(`with .${extension} is that of a file, and its type is known`, () => {
      assert.equal(isFileByName(`Weekly.${extension}`), true);
      assert.equal(isFileByName(`WEEKLY.${extension.toUpperCase()}`), true);
      assert.notEqual(mimeTypeOf({ name: `weekly.${extension}`, type: "" }), "application/octet-stream");
    });
  }

  for (const name of MAYBE_FOLDERS) {
    it(`like "${name}" may be that of a folder`, () => assert.equal(isFileByName(name), false));
  }
});
