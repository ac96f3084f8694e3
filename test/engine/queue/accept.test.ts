import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { acceptJudge } from "../../../src/element/intake/accept-judge.ts";

const fits = (accept: string, name: string, type = "") => acceptJudge(accept).fits({ name, type });

describe("a file fits an accept list", () => {
  const taken: readonly (readonly [accept: string, name: string, type?: string])[] = [
    ["", "a.bin"],
    [" , ", "a.bin"],
    // The property after its attribute was removed.
    [null as unknown as string, "a.bin"],
    [".vtt", "a.VTT"],
    [".VTT", "a.vtt"],
    [".tar.gz", "backup.tar.gz"],
    ["text/*", "a.srt", "text/plain"],
    ["text/*", "a.srt", "application/x-subrip"],
    ["text/*", "a.vtt"],
    ["application/json", "a.json", "application/json;charset=utf-8"],
    ["text/vtt", "weekly", "text/vtt"],
    // By name, although the browser reports another type.
    ["audio/*", "a.caf", "application/octet-stream"],
    ["video/*", "film.ts", "text/vnd.trolltech.linguist"],
    [".key", "slides.key", "application/pgp-keys"],
    ["text/csv", "a.csv", "application/vnd.ms-excel"],
    ["application/octet-stream", "a.bin", "application/octet-stream"],
    // Types that have several names.
    ["audio/mp3", "a.mp3", "audio/mpeg"],
    ["image/jpg", "a.jpeg", "image/jpeg"],
    ["text/srt", "a.srt", "application/x-subrip"],
    ["text/xml", "a.xml", "application/xml"],
    ["application/x-zip-compressed", "a.zip", "application/zip"],
    // As people write it.
    ["vtt, SRT", "a.srt"],
    ["*.vtt", "a.vtt"],
    [". vtt", "a.vtt"],
    ["..vtt", "a.vtt"],
    [".srt .vtt", "a.vtt"],
    [".srt;.vtt", "a.vtt"],
    [".srt|.vtt", "a.vtt"],
    ["*.{srt,vtt}", "a.vtt"],
    ['[".srt", ".vtt"]', "a.vtt"],
    ["text / vtt ; charset=utf-8", "a.vtt"],
    ["image", "a.png"],
    ["Images", "a.png"],
    ["image/", "a.png"],
    ["image/*.*", "a.png"],
    ["image/.png", "a.png"],
    ["image/**", "a.png"],
    [".mp*", "a.mp3"],
    ["application/vnd.openxmlformats*", "a.docx"],
    // Every file.
    ["*", "a.bin"],
    ["*/*", "a.bin"],
    ["*.*", "a"],
    [".*", "a"],
    ["image/*,*/*", "a.txt", "text/plain"],
    ["txt/plain", "a.bin"],
  ];
  for (const [accept, name, type] of taken) {
    it(`${name}${type ? ` of type ${type}` : ""}, for "${accept}"`, () => assert.equal(fits(accept, name, type), true));
  }
});

describe("a file does not fit an accept list", () => {
  const refused: readonly (readonly [accept: string, name: string, type?: string])[] = [
    [".vtt", "a.srt"],
    [".vtt", "avtt"],
    [".vtt", "a.vtt.exe"],
    [".vtt", "weekly", "text/vtt"],
    ["image/*", "a.vtt", "text/vtt"],
    ["image/*", "images.txt", "text/plain"],
    ["text/*", "a.png", "image/png"],
    ["text/*", "texts"],
    ["audio/mpeg", "a.wav", "audio/wav"],
    ["application/vnd.ms-excel", "a.csv", "text/csv"],
    [".a+b", "a.aab"],
    ["txt/plain, .vtt", "a.txt"],
    [".mp*", "a.m4a"],
  ];
  for (const [accept, name, type] of refused) {
    it(`${name}${type ? ` of type ${type}` : ""}, for "${accept}"`, () =>
      assert.equal(fits(accept, name, type), false));
  }
});

describe("the judge of an accept list", () => {
  it("names the kinds for people, each once", () => {
    const kinds: Readonly<Record<string, readonly string[]>> = {
      "": [],
      "*/*": [],
      ".vtt, text/plain, application/pdf, image/*": ["VTT", "TXT", "PDF", "image/*"],
      "vtt,*.VTT, text/vtt ,": ["VTT"],
      "image/jpg,image/jpeg,.jpg": ["JPG"],
      "image/*,.png,image/gif,.pdf": ["image/*", "PDF"],
      "audio/mpeg,audio/mp4,video/quicktime": ["MP3", "M4A", "MOV"],
      "application/msword,application/vnd.openxmlformats-officedocument.wordprocessingml.document": ["DOC", "DOCX"],
      "application/x-subrip,application/ttml+xml,text/markdown,text/tab-separated-values": ["SRT", "TTML", "MD", "TSV"],
      "application/vnd.acme.report+json, application/x-foo": ["report", "FOO"],
      "application/*": ["SRT", "TTML", "JSON", "JSONL", "XML", "RTF", "PDF", "DOC", "…"],
      "message/*, font/*": ["EML", "font/*"],
      "text/*, .vtt": ["text/*", "VTT"],
      ".mp*": ["MP3", "MP4", "MPG", "MPEG"],
    };
    for (const [accept, expected] of Object.entries(kinds))
      assert.deepEqual(acceptJudge(accept).kinds, expected, accept);
  });

  it("offers in the picker what it takes by name, where systems do not know the type", () => {
    const picker: Readonly<Record<string, string>> = {
      "": "",
      "image/*, */*": "",
      "vtt, *.SRT": ".vtt,.srt",
      "application/x-subrip": "application/x-subrip,.srt",
      // Phones offer the camera only for a list of nothing but pictures.
      "image/*": "image/*",
      "image/png, image/jpg": "image/png,image/jpeg",
      "audio/*": "audio/*",
    };
    for (const [accept, expected] of Object.entries(picker)) assert.equal(acceptJudge(accept).picker, expected, accept);
    assert.ok(acceptJudge("text/*").picker.split(",").includes(".srt"));
  });

  it("names the parts that cannot match any file, as they are written", () => {
    assert.deepEqual(acceptJudge(".vtt, Txt/plain, ., */vtt, text/a/b, */*").useless, [
      "Txt/plain",
      ".",
      "*/vtt",
      "text/a/b",
    ]);
    assert.deepEqual(acceptJudge(".vtt, image/*, *.*, text/plain; charset=utf-8, x-acme/thing").useless, []);
  });

  it("refuses a drag only if no file of that type may fit", () => {
    const may = (accept: string, type: string) => acceptJudge(accept).mayFit(type);
    assert.equal(may("image/*", "text/vtt"), false);
    assert.equal(may("image/*", "application/pdf"), false);
    assert.equal(may("image/jpeg", "image/png"), false);
    assert.equal(may(".vtt,.srt", "image/png"), false);
    assert.equal(may(".vtt,.srt", "application/pdf"), false);
    assert.equal(may("audio/wav", "audio/mpeg"), false);
    // The name may decide otherwise.
    for (const type of ["", "application/octet-stream", "text/plain"]) assert.equal(may(".vtt,.srt", type), true, type);
    assert.equal(may("audio/*", "application/ogg"), true);
    assert.equal(may(".ass", "audio/aac"), true);
    assert.equal(may("text/csv", "application/vnd.ms-excel"), true);
    assert.equal(may("application/zip", "application/x-zip-compressed"), true);
    assert.equal(may(".ttml", "text/xml"), true);
    assert.equal(may(".own", "image/png"), true);
    assert.equal(may("audio/*", "video/mp4"), true);
  });
});
