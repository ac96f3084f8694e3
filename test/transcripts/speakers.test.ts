import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { inspect } from "../../src/transcripts/inspect.ts";

/** Speakers in WebVTT with these texts of cues. An array is a cue with an identifier. */
async function speakersIn(
  ...cues: readonly (string | readonly [id: string, text: string])[]
): Promise<readonly string[]> {
  const blocks = cues.map((cue, at) => {
    const [id, text] = typeof cue === "string" ? [String(at + 1), cue] : cue;
    const time = (second: number) => `00:${String(second).padStart(2, "0")}.000`;
    return `${id}\n${time(at * 4)} --> ${time(at * 4 + 3)}\n${text}\n`;
  });
  const { preview } = await inspect(new File([`WEBVTT\n\n${blocks.join("\n")}`], "a.vtt"));
  return preview?.speakers ?? [];
}

describe("a speaker is", () => {
  const one: Readonly<Record<string, string>> = {
    "Mira (she/her)": "Mira (she/her): Hi",
    "Mira | Nordwind": "Mira | Nordwind: Hi",
    'Robert "Bob" Stahl': 'Robert "Bob" Stahl: Hi',
    "María del Carmen de la Cruz Soto": "María del Carmen de la Cruz Soto: Hi",
    "Jan van der Berg": "Jan van der Berg: Hi",
    "+1 555 010 0199": "+1 555 010 0199: Hi",
    "+1555***0199": "+1555***0199: Hi",
    Mira: "<b>Mira:</b> Hi",
    Jon: "<c.yellow>Jon: Hi</c>",
    Lena: "{\\an8}Lena: Hi",
    MIRA: "&gt;&gt; MIRA: Hi",
    SPEAKER_00: "[SPEAKER_00]: Hi",
    田中: "田中：こんにちは",
    張偉: "張偉:你好",
    "Zoë O’Brien-Smith": "[00:12] Zoë O’Brien-Smith: Hi",
    Noteboom: "Noteboom: Hi",
    "Speaker ?": "Speaker ?: Hi",
    "Mira & Jon": "Mira &amp; Jon: Hi",
    "डॉ. मीरा": "डॉ. मीरा: नमस्ते",
    "ดร. มีรา": "ดร. มีรา: สวัสดี",
    김민준: "김민준: 안녕하세요",
    "Мира Сталь": "Мира Сталь: Привет",
    "Μίρα Σταλ": "Μίρα Σταλ: Γεια",
    "Mira ": "Mira : Bonjour",
    "Mira Stahl": "Mira Stahl (00:01:12): Hi",
    "Mira's iPhone": "Mira's iPhone: Hi",
    "mira@nordwind.example": "mira@nordwind.example: Hi",
  };
  for (const [name, text] of Object.entries(one)) {
    it(`${name}, in “${text}”`, async () => assert.deepEqual(await speakersIn(text), [name.trim()]));
  }

  it("not a heading of a list", async () => {
    assert.deepEqual(await speakersIn("Pros: fast", "Cons: dear", "Item 1: people", "Pros: small"), []);
  });

  it("in brackets that close behind the colon, and not the sound in brackets", async () => {
    assert.deepEqual(await speakersIn("[Mira:] Hi", "【田中：】はい"), ["Mira", "田中"]);
    assert.deepEqual(await speakersIn("[Music: piano]", "(Door: slams)", "[Music: piano]", "(Door: slams)"), []);
  });

  it("each of two in one cue", async () => {
    assert.deepEqual(await speakersIn("- Mira: Hi\n- Jon: Hi"), ["Mira", "Jon"]);
    assert.deepEqual(await speakersIn("<v Mira>Hi</v> <v Jon>Hi</v>"), ["Mira", "Jon"]);
  });

  it("in the identifier of the cue", async () => {
    assert.deepEqual(await speakersIn(['1 "Mira Stahl" (17)', "Hi"], ['2 "Jon" (18)', "Hi"]), ["Mira Stahl", "Jon"]);
    assert.deepEqual(
      await speakersIn(["Speaker 1", "Hi"], ["Speaker 2", "Hi"], ["Speaker 1", "Hi"], ["Speaker 2", "Hi"]),
      ["Speaker 1", "Speaker 2"],
    );
  });

  it("in brackets at the beginning of most cues", async () => {
    const names = ["Speaker 1", "Speaker 2"];
    for (const [open, close] of ["[]", "()", "【】", "（）"]) {
      assert.deepEqual(await speakersIn(...[...names, ...names].map((name) => `${open}${name}${close} Hi`)), names);
    }
  });

  it("one person in several spellings", async () => {
    const spellings = ["Mira Stahl", "\u200FMira Stahl", "MIRA STAHL", "Mira\u00a0Stahl", "Mi\u200Bra Stahl"];
    assert.deepEqual(await speakersIn(...spellings.map((name) => `${name}: Hi`)), ["Mira Stahl"]);
    assert.deepEqual(await speakersIn("<v Zo&#xEB;>Hi", "<v ZOË>Hi", "<v &lrm;Zoë>Hi"), ["Zoë"]);
  });
});

describe("no speaker is", () => {
  const none: readonly string[] = [
    "Note: it ends on Monday",
    "Subtitles: somebody",
    "Untertitel: jemand",
    "Субтитры: кто-то",
    "字幕：某人",
    "10:30 is fine",
    "It starts at 10:30",
    "https://example.com",
    "Address: 12 Main Street",
    "The point is: we wait",
    "Is it so?: yes",
    "12: so many",
    "2026-11-03: the meeting",
    "[Music]",
    "(laughs) So",
    "♪ la la ♪",
  ];
  for (const text of none) it(`in “${text}”`, async () => assert.deepEqual(await speakersIn(text), []));

  it("a person whom the captions do not name", async () => {
    assert.deepEqual(await speakersIn("<v ->Hi", "<v Mira>Hi"), ["Mira"]);
  });

  it("counted where it is not sure", async () => {
    const film = [...Array(20).keys()].map((at) => `Sentence ${at} of the film.`);
    assert.deepEqual(await speakersIn(...film, "Berlin: a city", "Monday: rain"), []);
    assert.deepEqual(await speakersIn("[Applause] Hi", ...film, "[Applause] Bye"), []);
    assert.deepEqual(await speakersIn(["intro", "Hi"], ["middle", "Hi"], ["outro", "Hi"]), []);
  });
});
