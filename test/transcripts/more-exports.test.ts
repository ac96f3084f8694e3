import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { inspect } from "../../src/transcripts/inspect.ts";

const vtt = (...texts: readonly string[]) =>
  `WEBVTT\n\n${texts.map((text, at) => `00:00:0${at}.000 --> 00:00:0${at + 1}.000\n${text}\n`).join("\n")}`;
const srt = (...texts: readonly string[]) =>
  texts.map((text, at) => `${at + 1}\n00:00:0${at},000 --> 00:00:0${at + 1},000\n${text}\n`).join("\n");

/** Captions in shapes of other products and places, and the speakers that they tell for sure. */
const CAPTIONS: readonly (readonly [name: string, content: string, speakers: readonly string[]])[] = [
  ["webex.vtt", vtt("Hi").replace("00:", '1 "Mira Stahl" (32)\n00:'), ["Mira Stahl"]],
  ["teams.vtt", vtt("<v Mira (extern)>Hi, and</v>", "<v Mira (extern)>welcome.</v>"), ["Mira (extern)"]],
  ["tldv.vtt", vtt("[Mira] Hi", "[Jon] Yes", "[Mira] No", "[Jon] So"), ["Mira", "Jon"]],
  ["grain.vtt", vtt("Mira | Nordwind: Hi", "Jon | Acme: Yes"), ["Mira | Nordwind", "Jon | Acme"]],
  ["sembly.srt", srt("Speaker 1 (Mira): Hi", "Speaker 2 (Jon): Yes"), ["Speaker 1 (Mira)", "Speaker 2 (Jon)"]],
  ["rooms.vtt", vtt("Room A (3rd floor): Hi", "Owl Labs #2: Yes"), ["Room A (3rd floor)", "Owl Labs #2"]],
  ["addresses.vtt", vtt("mira@nordwind.de: Hi", "jon@acme.com: Yes"), ["mira@nordwind.de", "jon@acme.com"]],
  ["signs.vtt", vtt("Mira 🎤: Hi", "Jean-Luc D’Arcy: Yes"), ["Mira 🎤", "Jean-Luc D’Arcy"]],
  ["own-line.vtt", vtt("Mira:\nHi", "Jon:\nYes"), ["Mira", "Jon"]],
  ["label.srt", srt("أحمد: مرحبا", "سارة: أهلا", "ملاحظة: الشرائح"), ["أحمد", "سارة"]],
  ["label.vtt", vtt("田中：こんにちは", "鈴木：はい", "注意：資料"), ["田中", "鈴木"]],
  ["cr.srt", srt("Mira: Hi", "Jon: Yes").replaceAll("\n", "\r"), ["Mira", "Jon"]],
  ["times.vtt", vtt("At 10:30: lunch", "Step 2: go", "URL: https://a.example", "Total: 5"), []],
  ["sentences.vtt", vtt("So I said: why not", "And then: we left", "He answered: no"), []],
];

/** Files that are not captions, of which nothing is said. */
const OTHERS: readonly (readonly [name: string, content: string])[] = [
  [
    "zoom chat.txt",
    "14:03:11 From  Mira Stahl  to  Everyone:\n\tHello\n14:03:20 From  Jon  to  Everyone:\n\tHi --> there\n",
  ],
  ["teams.docx.txt", "Weekly-20260311_140302-Meeting Recording\n34m 12s\n\nMira Stahl   0:03\nHello.\n"],
  [
    "fathom.txt",
    "Weekly\nVIEW RECORDING - 34 mins: https://a.example/share\n\n---\n\n0:03 - Mira (Nordwind)\n  Send --> deck.\n",
  ],
  ["granola.md", "# Weekly\n\n**Me:** Hello\n\n**Them:** Hi\n"],
  [
    "supernormal.md",
    "---\ntitle: Weekly\n---\n<details>\n<summary>Transcript</summary>\n\n**Mira** 0:03\n</details>\n",
  ],
  ["gong.json", '\ufeff{"callTranscripts":[{"callId":"1","transcript":[]}]}'],
  ["whisper.tsv", "start\tend\ttext\n0\t2000\tHello\n"],
  ["lines.txt", "One\u0085two\u2028three\fMira: four\n"],
  ["events.log", "2026-03-11T14:03:01.123Z INFO a --> b\n".repeat(30)],
  ["old.docx", `\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1${"\0".repeat(600)}`],
  ["minutes.html", "<!DOCTYPE html><html><body><p>Mira: Hello</p></body></html>"],
  ["captions.ttml", '<?xml version="1.0" encoding="utf-16"?><tt xmlns="http://www.w3.org/ns/ttml"/>'],
];

const fileOf = (name: string, content: string) =>
  new File([name === "old.docx" ? Uint8Array.from(content, (letter) => letter.charCodeAt(0)) : content], name);

describe("an export", () => {
  for (const [name, content, speakers] of CAPTIONS) {
    it(`of captions gets no hint, and its speakers are told if they are sure: ${name}`, async () => {
      const { hint, preview } = await inspect(fileOf(name, content));
      assert.equal(hint, null);
      assert.deepEqual(preview?.speakers, speakers);
    });
  }
  for (const [name, content] of OTHERS) {
    it(`of another kind gets neither a hint nor a preview: ${name}`, async () => {
      const { hint, preview } = await inspect(fileOf(name, content));
      assert.deepEqual([hint, preview], [null, null]);
    });
  }

  it("is not what Office writes beside an open document", async () => {
    const lock = Uint8Array.from({ length: 162 }, (_, at) => (at === 0 ? 4 : at < 6 ? 77 : at % 7 === 0 ? 32 : 0));
    const { hint } = await inspect(new File([lock], "~$notes.docx"));
    assert.equal(hint?.code, "not-text");
  });
});
