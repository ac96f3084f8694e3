import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkContent } from "../../src/transcripts/check-content.ts";
import {
  compound,
  DRIVE_SHORTCUT,
  docx,
  firefliesJson,
  join,
  latin1,
  meetSbv,
  noise,
  otterSrt,
  otterTxt,
  pdf,
  richVtt,
  SIGN_IN_PAGE,
  talkOf,
  teamsVtt,
  utf16,
  zip,
  zoomTxt,
  zoomVtt,
} from "./samples.ts";
import { WatchedFile } from "./watched-file.ts";

type Content = string | Uint8Array<ArrayBuffer>;

/** The hint for a file of this name and content; null when it is fine. */
async function hintFor(name: string, content: Content, type = ""): Promise<unknown> {
  const look = await checkContent(new File([content], name, { type }));
  return look.kind === "fine" ? null : look.hint;
}

const GERMAN = "Grüße aus München, schöne Straße\r\n".repeat(20);

describe("a first look finds nothing to say about", () => {
  const fine: Record<string, [name: string, content: Content]> = {
    "Zoom's captions": ["GMT20261103-transcript.vtt", zoomVtt()],
    "Zoom's saved captions": ["meeting_saved_closed_caption.txt", zoomTxt()],
    "Teams' captions": ["Weekly.vtt", teamsVtt()],
    "WebVTT with styles, regions, notes and hour-less times": ["hand-made.VTT", richVtt()],
    "Meet's captions": ["captions.sbv", meetSbv()],
    "Otter's subtitles": ["note.srt", otterSrt()],
    "subtitles with CRLF and a BOM": ["note.srt", `\uFEFF${otterSrt().replaceAll("\n", "\r\n")}`],
    "subtitles without numbers": ["note.srt", otterSrt().replace(/^\d+\n/gm, "")],
    "Otter's text": ["note.txt", otterTxt()],
    "Fireflies' JSON": ["meeting.json", firefliesJson()],
    "Fireflies' JSON, longer than what is read": ["meeting.json", firefliesJson(talkOf(500))],
    "JSON that is a list of strings": ["lines.json", '["one", "two"]'],
    "an empty list": ["none.json", "[]"],
    "a text that begins with a bracket": ["note.txt", "[[inaudible]] So, where were we?"],
    "a text that begins with a brace": ["note.txt", "{laughs} So, where were we?"],
    "a text about HTML": ["note.txt", "The page had <html> in it."],
    "a text that speaks of arrows": ["note.txt", "Kitchen --> garden\nand back"],
    "a text with a BOM": ["note.txt", `\uFEFF${otterTxt()}`],
    "a text in UTF-16 that says so": ["note.txt", utf16(otterTxt(), "le", { bom: true })],
    "a big-endian one": ["note.txt", utf16(otterTxt(), "be", { bom: true })],
    "one emoji": ["note.txt", "👍"],
    "a text whose character is cut by the end of what is read": ["note.txt", `x${"é".repeat(10_000)}`],
    "Teams' document": ["Weekly.docx", docx()],
    "a document longer than what is read": ["Weekly.docx", docx(Array(3000).fill("And so on, for a while."))],
    "a document with a comment behind it": ["Weekly.docx", withZipComment(docx(), 9000)],
    "an OpenDocument text": ["Weekly.odt", zip({ mimetype: "application/vnd.oasis.opendocument.text" })],
    "a PDF": ["notes.pdf", pdf()],
    "a PDF with junk before it": ["notes.pdf", join([noise(100, 7), latin1(pdf())])],
    "an old Word document": ["notes.doc", compound(["WordDocument"])],
    "rich text that Word called .doc": ["notes.doc", "{\\rtf1\\ansi Hello}"],
    "a spreadsheet": ["table.xlsx", zip({ "[Content_Types].xml": "", "xl/workbook.xml": "" })],
    Markdown: ["notes.md", "# Weekly\n\n- Zoë: hello"],
    "bytes under an ending that promises nothing": ["weights.bin", noise(20_000)],
    "a text under an ending that promises nothing": ["notes.log", otterTxt()],
    "a text without an ending": ["notes", otterTxt()],
  };
  for (const [title, [name, content]] of Object.entries(fine)) {
    it(title, async () => {
      assert.equal(await hintFor(name, content), null);
    });
  }
});

describe("a first look notices", () => {
  const hints: Record<string, [name: string, content: Content, hint: object]> = {
    "white space and nothing else": ["a.txt", " \r\n\t\u00a0\n", { code: "blank" }],
    "a BOM and nothing else": ["a.vtt", "\uFEFF", { code: "blank" }],
    "white space in UTF-16": ["a.txt", utf16(" \r\n ", "le", { bom: true }), { code: "blank" }],
    "zeros only": ["a.txt", new Uint8Array(3000), { code: "blank" }],
    "a megabyte of zeros": ["a.txt", new Uint8Array(1 << 20), { code: "not-text" }],
    "captions without a word": ["a.vtt", "WEBVTT\n\nNOTE nobody spoke\n", { code: "no-cues" }],

    "captions called .txt": ["a.txt", zoomVtt(), { code: "renamed", named: "txt", found: "vtt" }],
    "subtitles called .vtt": ["a.vtt", otterSrt(), { code: "renamed", named: "vtt", found: "srt" }],
    "Meet's captions called .srt": ["a.srt", meetSbv(), { code: "renamed", named: "srt", found: "sbv" }],
    "plain text called .vtt": ["a.vtt", otterTxt(), { code: "renamed", named: "vtt", found: "txt" }],
    "a server's error called .vtt": [
      "a.vtt",
      '{"error": {"type": "forbidden"}}',
      { code: "renamed", named: "vtt", found: "json" },
    ],
    "a storage's error called .vtt": [
      "a.vtt",
      '<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>',
      { code: "renamed", named: "vtt", found: "xml" },
    ],
    "JSON called .txt": ["a.txt", firefliesJson(), { code: "renamed", named: "txt", found: "json" }],
    "plain text called .json": ["a.json", "Zoë: hello", { code: "renamed", named: "json", found: "txt" }],
    "a document called .doc": ["a.doc", docx(), { code: "renamed", named: "doc", found: "docx" }],
    "a document called .txt": ["a.txt", docx(), { code: "renamed", named: "txt", found: "docx" }],
    "an old document called .docx": [
      "a.docx",
      compound(["WordDocument"]),
      { code: "renamed", named: "docx", found: "doc" },
    ],
    "a PDF called .docx": ["a.docx", pdf(), { code: "renamed", named: "docx", found: "pdf" }],
    "rich text called .docx": ["a.docx", "{\\rtf1 Hi}", { code: "renamed", named: "docx", found: "rtf" }],
    "a spreadsheet called .docx": [
      "a.docx",
      zip({ "[Content_Types].xml": "", "xl/workbook.xml": "" }),
      { code: "renamed", named: "docx", found: "xlsx" },
    ],

    "a sign-in page in the transcript's place": ["a.vtt", SIGN_IN_PAGE, { code: "web-page" }],
    "the same under a document's name": ["a.docx", `\n\n  ${SIGN_IN_PAGE}`, { code: "web-page" }],
    "a page that declares itself XML": [
      "a.txt",
      '<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml"></html>',
      { code: "web-page" },
    ],
    "a Google document that is only its address": ["Notes.gdoc", DRIVE_SHORTCUT, { code: "shortcut" }],
    "a link of Windows": ["a.url", "[InternetShortcut]\r\nURL=https://example.com/\r\n", { code: "shortcut" }],

    "a document whose end is missing": ["a.docx", docx().slice(0, -60), { code: "cut-off" }],
    "a long document whose end is missing": [
      "a.docx",
      docx(Array(9000).fill("And so on, for a while.")).slice(0, 200_000),
      { code: "cut-off" },
    ],
    "a PDF whose end is missing": ["a.pdf", pdf({ complete: false }), { code: "cut-off" }],
    "JSON whose end is missing": ["a.json", firefliesJson(talkOf(400)).slice(0, 30_000), { code: "cut-off" }],
    "a document under a password": ["a.docx", compound(["EncryptionInfo", "EncryptedPackage"]), { code: "locked" }],

    "a film": ["a.mp4", join([Uint8Array.of(0, 0, 0, 32), latin1("ftypisom"), noise(4000)]), { code: "recording" }],
    "a film that is called a transcript": [
      "a.vtt",
      join([Uint8Array.of(0, 0, 0, 32), latin1("ftypM4A "), noise(4000)]),
      { code: "recording" },
    ],
    sound: ["a.wav", join([latin1("RIFF\x24\x08\0\0WAVEfmt "), noise(4000)]), { code: "recording" }],
    "an MP3 without a tag": [
      "a.mp3",
      join([Uint8Array.of(0xff, 0xfb, 0x90, 0x64), noise(4000)]),
      { code: "recording" },
    ],
    "a picture": [
      "a.txt",
      join([Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), noise(90)]),
      { code: "picture" },
    ],
    "an archive of transcripts": ["all.zip", zip({ "keyword/a.vtt": "WEBVTT" }), { code: "archive" }],
    "a packed transcript": ["a.txt", join([Uint8Array.of(0x1f, 0x8b, 8, 0), noise(90)]), { code: "archive" }],
    "bytes that are called text": ["a.txt", noise(20_000), { code: "not-text" }],
    "bytes that are called a document": ["a.docx", noise(20_000), { code: "not-text" }],

    "letters of an old code page": ["a.txt", latin1(GERMAN), { code: "encoding", encoding: "legacy" }],
    "Japanese of an old code page": [
      "a.txt",
      Uint8Array.from(Array(60).fill([0x82, 0xb1, 0x82, 0xf1, 0x0a]).flat()),
      { code: "encoding", encoding: "legacy" },
    ],
    "UTF-16 that does not say so": [
      "a.txt",
      utf16(zoomTxt(), "le", { bom: false }),
      { code: "encoding", encoding: "utf-16" },
    ],
    "big-endian UTF-16 that does not say so": [
      "a.vtt",
      utf16(teamsVtt(), "be", { bom: false }),
      { code: "encoding", encoding: "utf-16" },
    ],
    "Chinese in UTF-16, whose commonest character ends in a zero byte": [
      "a.txt",
      utf16("[00:12]　一个人说一句话。\r\n".repeat(40), "le", { bom: false }),
      { code: "encoding", encoding: "utf-16" },
    ],
    "subtitles in UTF-16 called .vtt": [
      "a.vtt",
      utf16(otterSrt(), "le", { bom: true }),
      { code: "renamed", named: "vtt", found: "srt" },
    ],
  };
  for (const [title, [name, content, hint]] of Object.entries(hints)) {
    it(title, async () => {
      assert.deepEqual(await hintFor(name, content), hint);
    });
  }

  it("a wrong type where the name has no ending", async () => {
    assert.deepEqual(await hintFor("transcript", otterSrt(), "text/vtt"), {
      code: "renamed",
      named: "vtt",
      found: "srt",
    });
  });
});

describe("a first look", () => {
  it("reads a few kilobytes of a file of any size", async () => {
    const block = new TextEncoder().encode(otterTxt(talkOf(4000)));
    const file = new WatchedFile(Array(200).fill(block), "long.txt");
    assert.ok(file.size > 50_000_000);
    assert.deepEqual(await checkContent(file), { kind: "fine" });
    assertWithin(file.bytesRead, 1, 12_288);
  });

  it("reads little more of a damaged document, which it looks for the end of", async () => {
    const file = new WatchedFile([docx(), ...Array(64).fill(noise(1 << 20, 3))], "long.docx");
    assert.deepEqual(await checkContent(file), { kind: "hint", hint: { code: "cut-off" } });
    assertWithin(file.bytesRead, 1, 100_000);
  });

  it("leaves it to the transfer to report a file that cannot be read", async () => {
    const gone = {
      name: "gone.vtt",
      type: "",
      size: 500,
      slice: () => new Gone(["x"]),
      arrayBuffer: () => new Gone(["x"]).arrayBuffer(),
    };
    assert.deepEqual(await checkContent(gone), { kind: "fine" });
  });
});

class Gone extends Blob {
  override arrayBuffer(): Promise<ArrayBuffer> {
    return Promise.reject(new DOMException("The file could not be read", "NotReadableError"));
  }
}

/** An archive may end in a comment, whose length stands before it. */
function withZipComment(archive: Uint8Array<ArrayBuffer>, length: number): Uint8Array<ArrayBuffer> {
  const copy = join([archive, new Uint8Array(length).fill(0x20)]);
  new DataView(copy.buffer).setUint16(archive.length - 2, length, true);
  return copy;
}

function assertWithin(value: number | undefined, least: number, most: number): void {
  assert.ok(value !== undefined && value >= least && value <= most, `${value} is not within ${least} and ${most}`);
}
