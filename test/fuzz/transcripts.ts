/**
 * Runs the content check and the preview on hostile transcripts. Whatever the bytes, both must return a result, read no more
 * than their limits, and take no longer than reading a few kilobytes may.
 */
import type { Preview } from "../../src/engine/inspection.ts";
import { checkContent } from "../../src/transcripts/check-content.ts";
import { previewOf } from "../../src/transcripts/preview.ts";
import {
  compound,
  docx,
  firefliesJson,
  join,
  meetSbv,
  noise,
  otterSrt,
  otterTxt,
  pdf,
  richVtt,
  talkOf,
  teamsVtt,
  utf16,
  zoomTxt,
  zoomVtt,
} from "../transcripts/samples.ts";
import { WatchedFile } from "../transcripts/watched-file.ts";
import { Random } from "./random.ts";

const MOST_BYTES_LOOKED_AT = 12_288 + 65_557 + 16_384;
const MOST_BYTES_PREVIEWED = 131_072;
/** A regular expression that goes back and forth takes hours; the slowest machine takes a tenth of this. */
const HANGING_MS = 30_000;

type Bytes = Uint8Array<ArrayBuffer>;

const NAMES = [
  "a.vtt",
  "a.srt",
  "a.sbv",
  "a.txt",
  "a.json",
  "a.docx",
  "a.doc",
  "a.pdf",
  "a.odt",
  "a",
  ".",
  "a.",
  "__proto__.constructor",
] as const;

/** Text fragments that are difficult for parsers. */
const TOKENS = [
  "WEBVTT",
  "NOTE",
  "STYLE\n",
  "REGION",
  "-->",
  " --> ",
  "<v",
  "<v ",
  "<v.",
  ">",
  "&amp;",
  "&",
  ":",
  "：",
  ",",
  "\n",
  "\r",
  "\r\n",
  "\n\n",
  "00:00:01.000",
  "00:01.000",
  "0:00:01.000,0:00:02.000",
  "9999999999:99:99.999999999999",
  "1",
  "99999999999999999999",
  " ",
  "\t",
  "\0",
  "\uFEFF",
  "\u2028",
  "\uD800",
  "\u202E",
  "👩‍👩‍👧",
  "е́",
  "<html>",
  "<?xml",
  '{"',
  "[{",
  "}",
  "%PDF-",
  "%%EOF",
  "PK\u0003\u0004",
  "PK\u0005\u0006",
  "word/document",
] as const;

export interface FuzzReport {
  readonly ran: number;
  /** Number of cases with a hint; like `previews`, it shows that the cases get past the format detection. */
  readonly hints: number;
  readonly previews: number;
}

/** Runs `count` cases, or fewer within `maxMs`. Throws at the first violation, with the seed that reproduces it. */
export async function fuzzTranscripts(
  seed: number,
  count: number,
  maxMs = Number.POSITIVE_INFINITY,
): Promise<FuzzReport> {
  const until = performance.now() + maxMs;
  const report = { ran: 0, hints: 0, previews: 0 };
  for (let index = 0; index < count && performance.now() < until; index += 1) {
    const random = new Random(seed + index);
    const content = contentFor(random);
    const name = random.pick(NAMES);
    try {
      const check = await bounded(content, name, MOST_BYTES_LOOKED_AT, checkContent);
      const preview = await bounded(content, name, MOST_BYTES_PREVIEWED, previewOf);
      if (preview) assertValid(preview);
      if (check.kind === "hint") report.hints += 1;
      if (preview) report.previews += 1;
    } catch (cause) {
      throw new Error(
        `${cause instanceof Error ? cause.message : cause}. Reproduce with --seed ${seed + index} --count 1`,
        {
          cause,
        },
      );
    }
    report.ran += 1;
  }
  return report;
}

async function bounded<T>(content: Bytes, name: string, maxBytes: number, run: (file: File) => Promise<T>): Promise<T> {
  const file = new WatchedFile([content], name);
  const before = performance.now();
  const result = await run(file);
  const ms = performance.now() - before;
  if (file.bytesRead > maxBytes) throw new Error(`${file.bytesRead} bytes of ${file.size} were read`);
  if (ms > HANGING_MS) throw new Error(`${content.length} bytes took ${Math.round(ms)} ms`);
  return result;
}

function assertValid({ speakers, cues, durationMs }: Preview): void {
  if (!Number.isSafeInteger(cues) || cues < 1) throw new Error(`${cues} cues`);
  if (!Number.isFinite(durationMs) || durationMs < 0) throw new Error(`a duration of ${durationMs} ms`);
  if (speakers.length > 100 || speakers.some((name) => name === "" || name.length > 80))
    throw new Error("invalid speakers");
}

function contentFor(random: Random): Bytes {
  const text = () =>
    random.pick([zoomVtt, teamsVtt, otterSrt, meetSbv, otterTxt, zoomTxt, firefliesJson])(talkOf(random.below(40)));
  const start = random.pick<() => Bytes>([
    () => noise(random.below(30_000), random.below(1e9)),
    () => encode(tokens(random, random.below(400))),
    () => encode(`WEBVTT\n\n${tokens(random, random.below(400))}`),
    () => encode(repeated(random)),
    () => encode(extreme(random)),
    () => encode(text()),
    () => encode(richVtt()),
    () => encode(text().repeat(1 + random.below(60))),
    () => utf16(text(), random.pick(["le", "be"]), { bom: random.below(2) === 0 }),
    () => docx(),
    () => compound(["EncryptedPackage"]),
    () => encode(pdf()),
  ])();
  let content = start;
  for (let times = random.below(4); times > 0; times -= 1) content = mutated(content, random);
  return content;
}

/** One fragment repeated up to some hundred kilobytes, which triggers catastrophic backtracking. */
function repeated(random: Random): string {
  const piece = `${random.pick(TOKENS)}${random.pick(TOKENS)}`;
  const begin = random.pick(["", "WEBVTT\n\n", "1\n00:00:01,000 --> 00:00:02,000\n", "0:00:01.000,0:00:02.000\n"]);
  return `${begin}${piece.repeat(Math.ceil(random.below(200_000) / piece.length))}${random.pick(TOKENS)}`;
}

/** Grammatically valid captions with far too long numbers, times and names, and far too many of them. */
function extreme(random: Random): string {
  const digits = () => "9".repeat(random.pick([1, 2, 4, 5, 400]));
  const time = () => `${digits()}:${digits()}:${digits()}.${digits()}`;
  const name = () => random.pick(["&lt;", "Zoë ", "n", "名"]).repeat(1 + random.below(random.pick([3, 90, 9000])));
  const cue = (index: number) =>
    random.pick([
      () => `${digits()}\n${time()} --> ${time()}\n${name()}: so\n`,
      () => `00:00.000 --> ${time()}\n${"<v ".repeat(random.below(3000))}${name()}>so\n`,
      () => `00:00.000 --> 00:01.000\n${`<v Speaker ${index}>so `.repeat(1 + random.below(3))}\n`,
      () => `00:00.000 --> 00:01.000\n<v.a ${index}>${`<v ${name().slice(0, 150)} ${index}>`.repeat(random.below(9))}`,
    ])();
  return `WEBVTT\n\n${Array.from({ length: random.below(random.pick([9, 400])) }, (_, index) => cue(index)).join("\n")}`;
}

function tokens(random: Random, count: number): string {
  return Array.from({ length: count }, () => random.pick(TOKENS)).join("");
}

function mutated(content: Bytes, random: Random): Bytes {
  const at = random.below(content.length + 1);
  const length = random.below(random.pick([4, 200, 20_000]));
  switch (random.below(6)) {
    case 0: // flipped bits
      return content.map((byte) => (random.below(500) === 0 ? byte ^ (1 << random.below(8)) : byte));
    case 1: // a part removed
      return join([content.slice(0, at), content.slice(at + length)]);
    case 2: // the end removed
      return content.slice(0, at);
    case 3: // text inserted
      return join([content.slice(0, at), encode(tokens(random, length % 50)), content.slice(at)]);
    case 4: // a part repeated
      return join([content.slice(0, at + length), content.slice(at)]);
    default: // noise appended
      return join([content.slice(0, at), noise(length, at)]);
  }
}

function encode(text: string): Bytes {
  return new TextEncoder().encode(text);
}
