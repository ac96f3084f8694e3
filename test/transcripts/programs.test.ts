/** Line ends, encodings, documents and damage as programs leave them, and what is right about each. */
import { describe } from "node:test";
import { type Inputs, lines, NOTHING, srt, testInspections, vtt } from "./captions.ts";
import { codePage } from "./code-page.ts";
import { compound, join, latin1, utf16, zip } from "./samples.ts";

const PROGRAMS: Inputs = {
  "CR CR LF in WebVTT": ["a.vtt", vtt("Mira: Hi", "Jon: Yes").replaceAll("\n", "\r\r\n"), null, 2, ["Mira", "Jon"]],
  "CR CR LF in SubViewer": [
    "a.sbv",
    "0:00:00.000,0:00:01.000\r\r\nHi\r\r\n\r\r\n0:00:01.000,0:00:02.000\r\r\nYes\r\r\n",
    null,
    2,
    [],
  ],
  "NEL as the end of a line": [
    "a.srt",
    srt("Mira: Hi", "Jon: Yes").replaceAll("\n", "\u0085"),
    null,
    2,
    ["Mira", "Jon"],
  ],
  "U+2028 as the end of a line": [
    "a.vtt",
    vtt("Mira: Hi", "Jon: Yes").replaceAll("\n", "\u2028"),
    null,
    2,
    ["Mira", "Jon"],
  ],
  "arrows of three dashes": ["a.srt", srt("Hi", "Yes").replaceAll("-->", "--->"), null, 2, []],
  "no blank lines": ["a.srt", srt("Hi", "Yes").replaceAll("\n\n", "\n"), null, 2, []],
  "a zero as the first number, coordinates": [
    "a.srt",
    srt("Hi", "Yes")
      .replaceAll(/(\d{3})\n/g, "$1  X1:40 X2:600 Y1:20 Y2:50\n")
      .replace(/^1/, "0"),
    null,
    2,
    [],
  ],
  "UTF-16 without a mark, little-endian, Russian": [
    "a.srt",
    utf16(srt("Мира: Привет", "Йон: Да"), "le", { bom: false }),
    "encoding",
    2,
    ["Мира", "Йон"],
  ],
  "UTF-16 without a mark, big-endian, Arabic": [
    "a.vtt",
    utf16(vtt("أحمد: مرحبا", "سارة: أهلا"), "be", { bom: false }),
    "encoding",
    2,
    ["أحمد", "سارة"],
  ],
  "UTF-16 without a mark, Chinese": [
    "a.txt",
    utf16(lines("张伟：你好，欢迎参加会议。", 9), "le", { bom: false }),
    "encoding",
    0,
    [],
  ],
  "UTF-16 whose first byte was cut off": [
    "a.srt",
    utf16(srt("Mira: Hi", "Jon: Yes"), "le", { bom: true }).slice(3),
    "encoding",
    2,
    ["Mira", "Jon"],
  ],
  "UTF-16 whose last byte was cut off": [
    "a.srt",
    utf16(srt("Mira: Hi", "Jon: Yes"), "le", { bom: true }).slice(0, -1),
    null,
    2,
    ["Mira", "Jon"],
  ],
  "Russian UTF-16 whose first byte was cut off": [
    "a.txt",
    utf16(lines("Мира: Привет, и добро пожаловать.", 20), "le", { bom: false }).slice(1),
    "encoding",
    0,
    [],
  ],
  "GB 18030": ["a.srt", codePage(srt("张伟：你好", "李娜：好的"), "gb18030"), "encoding", 2, []],
  "GB 18030 with colons of ASCII": ["a.srt", codePage(srt("张伟: 你好", "李娜: 好的"), "gb18030"), "encoding", 2, []],
  "Shift JIS": ["a.vtt", codePage(vtt("田中: はい、表を見て", "鈴木: いいえ"), "shift_jis"), "encoding", 2, []],
  "EUC-KR": ["a.txt", codePage(lines("김민준: 안녕하세요"), "euc-kr"), "encoding", 0, []],
  "Big 5": ["a.srt", codePage(srt("張偉：你好", "李娜：好的"), "big5"), "encoding", 2, []],
  "Windows-1251, whose names cannot be read": [
    "a.srt",
    codePage(srt("Мира: Привет", "Йон: Да"), "windows-1251"),
    "encoding",
    2,
    [],
  ],
  "Windows-1252, whose names can": [
    "a.srt",
    codePage(srt("Zoë Müller: Hi", "José: Sí"), "windows-1252"),
    "encoding",
    2,
    ["Zoë Müller", "José"],
  ],
  "Windows-1251 that begins like an MP3": [
    "a.txt",
    codePage(lines("яда нет, и не будет."), "windows-1251"),
    "encoding",
    0,
    [],
  ],
  "Windows-1256": ["a.txt", codePage(lines("أحمد: مرحبا"), "windows-1256"), "encoding", 0, []],
  "KOI8-R": ["a.txt", codePage(lines("Мира: Привет"), "koi8-r"), "encoding", 0, []],
  Thai: ["a.srt", codePage(srt("มีรา: สวัสดี", "จอน: ครับ"), "windows-874"), "encoding", 2, []],
  "the line ends and the letters of an old Mac": [
    "a.txt",
    codePage(lines("Zoë: Schön", 20).replaceAll("\n", "\r"), "macintosh"),
    "encoding",
    0,
    [],
  ],
  "overstrikes of a terminal": ["a.txt", lines("M\bMi\bir\bra\ba: Hi"), ...NOTHING],
  "separators of records and units": ["a.txt", "Mira\x1f0:03\x1fHi\x1e".repeat(60), ...NOTHING],
  "a text that begins like a picture, with an accent": ["a.txt", "GIF89a ist ein älteres Format.\n", ...NOTHING],
  "a text that begins like a PDF": ["a.txt", "%PDF-1.7 is the first line of such files.\n", ...NOTHING],
  "a text that begins with an element of HTML": ["a.txt", "<title> and <meta> matter most.\nMira: Yes\n", ...NOTHING],
  "a text about the root of HTML": ["a.txt", "<html> is a tag.\nMira: Yes\n", ...NOTHING],
  "a text in the letters of a teletype": ["a.txt", "<tt>Mira</tt>: Hi\n", ...NOTHING],
  "WordPad's rich text": [
    "a.rtf",
    "{\\rtf1\\ansi\\ansicpg1252\\deff0\\nouicompat{\\fonttbl{\\f0\\fnil\\fcharset0 Calibri;}}\r\n\\pard\\f0 Mira: Hi\\par\r\n}\r\n\0",
    ...NOTHING,
  ],
  "the rest of WebVTT in UTF-16 whose first byte was cut off": [
    "a.vtt",
    utf16(`\u200eWEBVTT - Weekly\n\n${"NOTE Made by an editor\n\n".repeat(8)}`, "le", { bom: false }).slice(1),
    "encoding",
    0,
    [],
  ],
  "names in ISO-2022-JP": ["a.srt", srt("\u001b$BEDCf\u001b(B: Hi", "\u001b$BNkLZ\u001b(B: Yes"), "encoding", 2, []],
  "rich text with a picture in binary": [
    "a.rtf",
    join([
      latin1(`{\\rtf1\\ansi Mira: Hi {\\pict\\bin900 `),
      new Uint8Array(900).map((_, at) => (at * 7) % 256),
      latin1("}}"),
    ]),
    ...NOTHING,
  ],
  "WordPerfect, called .doc": [
    "letter.doc",
    join([Uint8Array.of(0xff), latin1("WPC"), new Uint8Array(2000).map((_, at) => (at * 31) % 256)]),
    ...NOTHING,
  ],
  "Word of an old Mac": [
    "letter.doc",
    join([Uint8Array.of(0xfe, 0x37, 0, 0x1c), new Uint8Array(2000).map((_, at) => (at * 31) % 256)]),
    ...NOTHING,
  ],
  "Pages of 2009": [
    "a.pages",
    zip({ "index.xml": "<x/>", "QuickLook/Preview.pdf": "x", "buildVersionHistory.plist": "x" }),
    ...NOTHING,
  ],
  Numbers: ["a.numbers", zip({ "Index/Document.iwa": "x", "preview.jpg": "x" }), ...NOTHING],
  "a locked presentation": ["a.pptx", compound(["EncryptionInfo", "EncryptedPackage"]), "locked", 0, []],
  "a document in capital letters": [
    "a.docx",
    zip({ "[CONTENT_TYPES].XML": "x", "WORD/DOCUMENT.XML": "x" }),
    ...NOTHING,
  ],
  "an empty document of a program": ["a.docx", zip({}), ...NOTHING],
};

describe("an inspection is right about", () => testInspections(PROGRAMS));
