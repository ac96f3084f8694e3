import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Preview } from "../../src/engine/inspection.ts";
import { previewOf } from "../../src/transcripts/preview.ts";
import {
  docx,
  durationOf,
  latin1,
  meetSbv,
  noise,
  otterSrt,
  otterTxt,
  richVtt,
  TALK,
  talkOf,
  teamsVtt,
  utf16,
  zoomVtt,
} from "./samples.ts";
import { WatchedFile } from "./watched-file.ts";

const preview = (content: string | Uint8Array<ArrayBuffer>): Promise<Preview | null> =>
  previewOf(new File([content], "a.vtt"));

const SPEAKERS = ["Zoë Müller", "李小龙", "Óscar Núñez-Peña", "عمر حداد", "Dr. Anne-Marie O’Brien (Acme, Inc.)"];
const EXACT = { speakers: SPEAKERS, cues: 6, durationMs: 23_250, complete: true };

describe("the preview counts speakers, cues and time exactly in", () => {
  const samples: Record<string, string | Uint8Array<ArrayBuffer>> = {
    "Zoom's captions": zoomVtt(),
    "Teams' captions": teamsVtt(),
    "Otter's subtitles": otterSrt(),
    "Meet's captions": meetSbv(),
    "captions with a BOM": `\uFEFF${zoomVtt()}`,
    "captions with the line ends of an old Mac": zoomVtt().replaceAll("\r\n", "\r"),
    "captions in UTF-16": utf16(teamsVtt(), "le", { bom: true }),
    "captions in big-endian UTF-16 that does not say so": utf16(otterSrt(), "be", { bom: false }),
    "names whose accents are characters of their own": zoomVtt().normalize("NFD"),
  };
  for (const [title, content] of Object.entries(samples)) {
    it(title, async () => {
      assert.deepEqual(await preview(content), EXACT);
    });
  }

  it("WebVTT with styles, regions and notes, which are no cues", async () => {
    assert.deepEqual(await preview(richVtt()), {
      speakers: ["Zoë Müller", "R&D"],
      cues: 3,
      durationMs: 3_607_000,
      complete: true,
    });
  });
});

describe("the preview of captions", () => {
  it("takes neither the beginning of a sentence nor an address for a name", async () => {
    const lines = ["Good morning.", "Remember: 10:30 is fine", "https://example.com", "Is it: yes?", "12: so many"];
    const bare = otterSrt(lines.map((text) => ({ speaker: "", text }))).replaceAll("\n: ", "\n");
    assert.equal((await preview(bare))?.cues, 5);
    assert.deepEqual((await preview(bare))?.speakers, []);
  });

  it("lists a hundred speakers at most", async () => {
    const lines = talkOf(300).map(({ text }, index) => ({ speaker: `Speaker ${index}`, text }));
    assert.equal((await preview(teamsVtt(lines)))?.speakers.length, 100);
  });

  it("keeps markup in a name as the text that it is", async () => {
    const [first] = (await preview(zoomVtt([{ speaker: "<img src=x onerror=alert(1)>", text: "Hi" }])))?.speakers ?? [];
    assert.equal(first, undefined);
    const named = await preview("WEBVTT\n\n00:00.000 --> 00:01.000\n<v &lt;b&gt;Zoë&lt;/b&gt;>Hi</v>\n");
    assert.deepEqual(named?.speakers, ["<b>Zoë</b>"]);
  });

  it("does not exist for what holds none", async () => {
    assert.equal(await preview(otterTxt()), null);
    assert.equal(await preview("WEBVTT\n\nNOTE nobody spoke"), null);
    assert.equal(await preview(docx()), null);
    assert.equal(await preview(noise(5000)), null);
    assert.equal(await preview(""), null);
  });

  it("goes by the content, whatever the name says", async () => {
    assert.deepEqual(await previewOf(new File([otterSrt()], "a.txt")), EXACT);
  });

  it("is none when the file cannot be read", async () => {
    const arrayBuffer = () => Promise.reject(new Error("gone"));
    const slice = (): Blob => Object.assign(new Blob(), { arrayBuffer });
    assert.equal(await previewOf({ name: "gone.vtt", type: "", size: 50, slice, arrayBuffer }), null);
  });
});

describe("the preview of long captions", () => {
  const lines = talkOf(20_000);
  const shapes: Record<string, [content: string | Uint8Array<ArrayBuffer>, within: number]> = {
    // The number of the last cue says it.
    "numbered WebVTT": [zoomVtt(lines), 0],
    "numbered SubRip": [otterSrt(lines), 0],
    "numbered SubRip in UTF-16": [utf16(otterSrt(lines), "le", { bom: true }), 0],
    "Teams' captions, by their density": [teamsVtt(lines), 0.02],
    "Meet's captions, by their density": [meetSbv(lines), 0.02],
    "captions in an old code page": [
      latin1(otterSrt(lines.map(() => ({ speaker: "Jürgen", text: "Schöne Grüße" })))),
      0,
    ],
  };
  for (const [title, [content, within]] of Object.entries(shapes)) {
    it(`reads both ends only: ${title}`, async () => {
      const file = new WatchedFile([content], "long.vtt");
      const found = await previewOf(file);
      assert.ok(file.size > 1_000_000);
      assertWithin(file.bytesRead, 1, 131_072);
      assert.deepEqual([found?.complete, found?.durationMs], [false, durationOf(lines)]);
      assertWithin(found?.cues, 20_000 * (1 - within), 20_000 * (1 + within));
    });
  }

  it("counts numbered cues wherever the end that is read begins", async () => {
    const subtitles = otterSrt([...lines, { speaker: "Zoë", text: "LAST" }]);
    for (let extra = 0; extra < 60; extra += 1) {
      const cues = (await preview(subtitles.replace("LAST", "x".repeat(extra))))?.cues;
      assert.equal(cues, 20_001);
    }
  });

  it("names those who speak near the beginning or near the end, and cuts no name in two", async () => {
    const captions = teamsVtt([...talkOf(20_000), { speaker: "Late Comer", text: "Am I too late?" }]);
    for (let extra = 0; extra < 40; extra += 1) {
      const found = await preview(captions.replace("WEBVTT", `WEBVTT ${"x".repeat(extra)}`));
      assert.deepEqual(found?.speakers, [...SPEAKERS, "Late Comer"]);
    }
  });

  it("does not believe a number that the size of the file belies", async () => {
    const liar = otterSrt(lines).replace(/^(\d+)$/gm, (number) => `${Number(number) + 900_000_000}`);
    assertWithin((await preview(liar))?.cues, 19_000, 21_000);
  });

  it("reads no more of a huge file", async () => {
    const block = new TextEncoder().encode(teamsVtt(talkOf(8000)).slice("WEBVTT\r\n\r\n".length));
    const file = new WatchedFile(["WEBVTT\r\n\r\n", ...Array(100).fill(block)], "huge.vtt");
    const found = await previewOf(file);
    assert.ok(file.size > 90_000_000);
    assertWithin(file.bytesRead, 1, 131_072);
    assertWithin(found?.cues, 800_000 * 0.97, 800_000 * 1.03);
    assert.equal(found?.durationMs, durationOf(talkOf(8000)));
  });
});

it("samples hold the speakers that they are said to hold", () => {
  assert.deepEqual([...new Set(TALK.map(({ speaker }) => speaker))], SPEAKERS);
});

function assertWithin(value: number | undefined, least: number, most: number): void {
  assert.ok(value !== undefined && value >= least && value <= most, `${value} is not within ${least} and ${most}`);
}
