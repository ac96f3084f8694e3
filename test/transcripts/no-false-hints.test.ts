import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { inspect } from "../../src/transcripts/inspect.ts";
import { compound, docx, join, latin1, noise, otterSrt, otterTxt, teamsVtt, utf16, zip, zoomVtt } from "./samples.ts";

type Content = string | Uint8Array<ArrayBuffer>;

async function see(name: string, content: Content, type = "") {
  const { hint, preview, kind } = await inspect(new File([content], name, { type }));
  return { hint: hint?.code ?? null, cues: preview?.cues ?? 0, speakers: preview?.speakers ?? [], kind };
}

const T1 = "00:00:00,000 --> 00:00:03,000";
const T2 = "00:00:04,000 --> 00:00:07,000";
const utf32 = (text: string, isLittle: boolean, bom = "") => {
  const codes = [...(bom + text)].map((character) => character.codePointAt(0) ?? 0);
  const view = new DataView(new ArrayBuffer(codes.length * 4));
  for (const [at, code] of codes.entries()) view.setUint32(at * 4, code, isLittle);
  return new Uint8Array(view.buffer);
};
const long = "All of this is plain English, line after line.\n".repeat(400);

describe("an inspection is silent about", () => {
  const silent: Readonly<Record<string, [name: string, content: Content]>> = {
    "captions that are padded with zeros": ["a.vtt", join([new TextEncoder().encode(zoomVtt()), new Uint8Array(5000)])],
    "a run of zeros within a text": ["a.txt", join([latin1(long), new Uint8Array(900), latin1(long)])],
    "WebVTT that was cut off behind its header, with a vertical tab in it": [
      "a.vtt",
      `WEBVTT\v - Weekly\n\n${"NOTE Made by an editor\n\n".repeat(8)}`,
    ],
    "vertical tabs and form feeds": ["a.txt", "One\vTwo\fThree\n".repeat(50)],
    "a text with literal replacement characters": ["a.txt", "What \uFFFD is \uFFFD this?"],
    "a text that begins like a picture": ["a.txt", "GIF89a is a format. ".repeat(50)],
    "a text about WebVTT": ["a.txt", "WEBVTT is the first word of such files.\nThey have cues."],
    "an agenda with arrows between times": ["a.txt", "10:30 --> 11:30 lunch\n11:30 --> 12:00 talk\n"],
    "a text that quotes captions": ["a.txt", `The format is easy:\n\n1\n${T1}\nHi\n\nThat is all.`],
    "the first lines of captions, cut": ["a.srt", "1\n00:00:0"],
    "a long last cue, whose beginning was cut off": ["a.vtt", "and so on and on and on, without an end\n".repeat(4)],
    "JSON with comments": ["a.json", '// exported\n{"a": 1}'],
    "JSON with a semicolon behind it": ["a.json", '{"segments": [1, 2]};\n'],
    "a text with braces": ["a.txt", '{"laughs"} So, where were we?'],
    "XML without a declaration, cut at the beginning": ["a.ttml", "ms</p><p begin='1s'>Hi</p></div></tt>"],
    "RTF, cut at the beginning": ["a.rtf", "\\par Mira: Hi\\par }"],
    "a web page that Word saved": ["a.doc", "MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n<html>"],
    "HTML that Word opens": ["a.doc", "<html xmlns:o='urn:x'><body>Hi</body></html>"],
    "HTML in Markdown": ["a.md", "<html> is a tag"],
    "a header element in a text": ["a.txt", "<header>Weekly</header>"],
    "HTML without an ending": ["weekly", "<!doctype html><p>Mira: Hi"],
    "a Keynote presentation": ["a.key", zip({ "Index/Document.iwa": "x", "Metadata/Properties.plist": "x" })],
    "a spreadsheet of numbers": ["a.numbers", zip({ "Index/Tables/Data.iwa": "x" })],
    "an OpenDocument presentation": ["a.odp", zip({ "content.xml": "", mimetype: "x", "META-INF/manifest.xml": "" })],
    "a drawing of Visio": ["a.vsdx", zip({ "[Content_Types].xml": "", "visio/document.xml": "" })],
    "a document of a program that nobody knows": ["a.sketch", zip({ "document.json": "{}" })],
    "an old spreadsheet that is called .doc": ["a.doc", compound(["Workbook"])],
    "a docx whose directory is long": [
      "a.docx",
      zip(Object.fromEntries([...Array(400).keys()].map((at) => [`word/media/image-of-the-meeting-${at}.png`, ""]))),
    ],
  };
  for (const [title, [name, content]] of Object.entries(silent)) {
    it(title, async () => assert.equal((await see(name, content)).hint, null));
  }
});

describe("an inspection reads captions with", () => {
  const body = (first: string, second = first) => `1\n${first}\nHi\n\n2\n${second}\nHi\n`;
  const two: Readonly<Record<string, [name: string, content: Content]>> = {
    "a title above": ["a.srt", `Weekly\n\n${body(T1, T2)}`],
    "no numbers": ["a.srt", `${T1}\nHi\n\n${T2}\nHi\n`],
    "no fractions": ["a.srt", body("00:00:00 --> 00:00:03", "00:00:04 --> 00:00:07")],
    "doubled line ends": ["a.srt", body(T1, T2).replaceAll("\n", "\n\n")],
    "doubled line ends of Windows": ["a.srt", body(T1, T2).replaceAll("\n", "\r\n\r\n")],
    "CR CR LF": ["a.srt", body(T1, T2).replaceAll("\n", "\r\r\n")],
    "a byte order mark that was decoded wrongly": ["a.srt", `ï»¿${body(T1, T2)}`],
    "invisible marks in front": ["a.vtt", `\u200E\uFEFF\u202AWEBVTT\n\n${body(T1, T2)}`],
    "Arabic digits": ["a.srt", "١\n٠٠:٠٠:٠٠,٠٠٠ --> ٠٠:٠٠:٠٣,٠٠٠\nنعم\n\n٢\n٠٠:٠٠:٠٤,٠٠٠ --> ٠٠:٠٠:٠٧,٠٠٠\nلا\n"],
    "full-width digits and colons": [
      "a.srt",
      body(
        "００：００：００，０００ --> ００：００：０３，０００",
        "００：００：０４，０００ --> ００：００：０７，０００",
      ),
    ],
    "numbers with a mark": ["a.srt", body(T1, T2).replace(/^(\d)$/gm, "#$1.")],
    "a colon before the milliseconds": [
      "a.srt",
      body("00:00:00:000 --> 00:00:03:000", "00:00:04:000 --> 00:00:07:000"),
    ],
    "more digits than milliseconds": [
      "a.srt",
      body("00:00:00,000.1 --> 00:00:03,000.1", "00:00:04,000 --> 00:00:07,000"),
    ],
    "an arrow that a program escaped": ["a.srt", body(T1, T2).replaceAll("-->", "--&gt;")],
    "a gap behind the comma": ["a.sbv", "0:00:00.000, 0:00:03.000\nHi\n\n0:00:04.000, 0:00:07.000\nHi\n"],
    "a mark of direction before each time": ["a.vtt", `WEBVTT\n\n${body(T1, T2).replaceAll(",", ".")}`],
    "UTF-32": ["a.srt", utf32(body(T1, T2), true)],
    "UTF-32, big-endian and marked": ["a.srt", utf32(body(T1, T2), false, "\uFEFF")],
    "UTF-16 and one broken character": ["a.srt", utf16(body(T1, T2).replace("Hi", "H\uD800"), "le", { bom: true })],
  };
  for (const [title, [name, content]] of Object.entries(two)) {
    it(title, async () => {
      const { hint, cues } = await see(name, content);
      assert.equal(cues, 2);
      assert.ok(hint === null || hint === "encoding", String(hint));
    });
  }
});

describe("an inspection still notices", () => {
  it("the encoding by all that it reads", async () => {
    const late = (bytes: Uint8Array<ArrayBuffer>) => join([latin1(long), bytes, latin1(long)]);
    assert.equal((await see("a.txt", late(latin1("Caf\u00e9 au lait")))).hint, "encoding");
    assert.equal((await see("a.txt", late(new TextEncoder().encode("Café au lait")))).hint, null);
    const korean = "\u001b$)CMira: \u000eGQ1[\u000f\nJon: \u000eGQ1[\u000f\n".repeat(9);
    assert.equal((await see("a.txt", korean)).hint, "encoding");
    assert.equal((await see("a.txt", utf32(otterTxt(), true))).hint, "encoding");
  });

  it("an archive, a page in a transcript's place, and other content", async () => {
    assert.equal((await see("all.zip", zip({ "password/documents/a.vtt": "x" }))).hint, "archive");
    assert.equal((await see("weekly", zip({ "a.vtt": "x" }))).hint, "archive");
    assert.equal((await see("a.json", "<!doctype html><p>Sign in")).hint, "web-page");
    assert.equal((await see("a.txt", noise(4000))).hint, "not-text");
    assert.equal((await see("a.srt", teamsVtt())).hint, "renamed");
    assert.equal((await see("a.docx", compound(["EncryptedPackage"]))).hint, "locked");
  });
});

describe("the kind of the content", () => {
  it("is known where it is certain", async () => {
    assert.equal((await see("Weekly 3.11", zoomVtt())).kind, "vtt");
    assert.equal((await see("weekly", otterSrt())).kind, "srt");
    assert.equal((await see("weekly", docx())).kind, "docx");
    assert.equal((await see("weekly", "%PDF-1.7\n%%EOF")).kind, "pdf");
    assert.equal((await see("weekly", "<!doctype html><p>Hi")).kind, "html");
    assert.equal((await see("weekly", otterTxt())).kind, "txt");
    assert.equal((await see("weekly", noise(900))).kind, undefined);
    assert.equal((await see("weekly", "00:00 --> 00:03\nHi")).kind, undefined);
  });
});
