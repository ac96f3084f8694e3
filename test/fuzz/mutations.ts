/**
 * Inspects transcripts whose line ends, marks, encoding and length were changed as programs and networks change them. A
 * parser that shares no code with this project (media-captions) says whether the text contains captions, and how many.
 */
import { readFileSync } from "node:fs";
import { parseText } from "media-captions";
import { inspect } from "../../src/transcripts/inspect.ts";
import { exportsOf } from "../transcripts/exports.ts";
import { join, talkOf } from "../transcripts/samples.ts";
import { ENCODINGS, encoded } from "./encodings.ts";
import { Random } from "./random.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/** A transcript, with line feeds only, and the kinds that its content may be said to be of. */
interface Base {
  readonly name: string;
  readonly text: string;
  /** Whether the independent parser finds the same cues in the text as long as nothing is changed. */
  readonly isRegular: boolean;
}

const LINE_ENDS = ["\r\n", "\r", "\r\r\n", "\n\n", "\r\n\r\n"] as const;
const MARKS = ["\uFEFF", "\u200E", "\u200F", "\u200B", "\u202A", "\u2060", "ï»¿", "\n\n", " "] as const;

/** Hints that are wrong for every mutation. */
const NEVER = ["renamed", "not-text", "archive", "picture", "recording", "locked", "shortcut", "web-page"] as const;

interface Mutation {
  readonly labels: readonly string[];
  /** The text without changes, except that it may be cut. */
  readonly plain: string;
  /** Whether a few bytes more were cut off than `plain` shows. */
  readonly isCutInside: boolean;
  readonly bytes: Bytes;
}

export interface MutationRow {
  ran: number;
  /** The content was taken for what it is: a preview where there are cues, and no kind that contradicts the name. */
  rightKind: number;
  /** Files with cues by the independent parser, and those of them in which the preview counts as many. */
  counted: number;
  sameCount: number;
  renamed: number;
  notText: number;
  archive: number;
  otherFalse: number;
}

const NO_ROW: MutationRow = {
  ran: 0,
  rightKind: 0,
  counted: 0,
  sameCount: 0,
  renamed: 0,
  notText: 0,
  archive: 0,
  otherFalse: 0,
};

export interface MutationReport {
  readonly ran: number;
  readonly rows: ReadonlyMap<string, MutationRow>;
  /** The first wrong ones, with what reproduces them. */
  readonly wrong: readonly string[];
}

export async function fuzzMutations(
  seed: number,
  count: number,
  maxMs = Number.POSITIVE_INFINITY,
): Promise<MutationReport> {
  const until = performance.now() + maxMs;
  const bases = await allBases();
  const rows = new Map<string, MutationRow>();
  const wrong: string[] = [];
  let ran = 0;
  for (; ran < count && performance.now() < until; ran += 1) {
    const random = new Random(seed + ran);
    const base = bases[random.below(bases.length)];
    if (!base) throw new Error("There are no transcripts.");
    const mutation = mutated(base, random);
    const problem = await judge(base, mutation, rows);
    if (problem && wrong.length < 20) {
      wrong.push(`--seed ${seed + ran} --count 1: ${base.name}, ${mutation.labels.join(" + ")}: ${problem}`);
    }
  }
  return { ran, rows, wrong };
}

async function judge(
  base: Base,
  { labels, plain, isCutInside, bytes }: Mutation,
  rows: Map<string, MutationRow>,
): Promise<string | null> {
  const { hint, preview, kind } = await inspect(new File([bytes], base.name));
  const ending = base.name.slice(base.name.lastIndexOf(".") + 1);
  const expected = isCaptions(ending) ? await cuesIn(plain, ending) : 0;
  const isCut = plain !== base.text || isCutInside;
  const code = hint?.code ?? "";
  const mustHaveCues = isCaptions(ending) && (base.isRegular ? expected > Number(isCutInside) : !isCut);
  const isRight =
    !NEVER.includes(code as (typeof NEVER)[number]) &&
    (preview !== null || !mustHaveCues) &&
    (preview === null || isCaptions(ending)) &&
    (kind === undefined || isCut || kindsFor(ending).includes(kind)) &&
    !(mustHaveCues && (code === "no-cues" || code === "blank"));
  for (const label of labels) {
    const row = rows.get(label) ?? { ...NO_ROW };
    rows.set(label, row);
    row.ran += 1;
    if (isRight) row.rightKind += 1;
    if (base.isRegular && expected > 0 && !isCutInside) {
      row.counted += 1;
      if (preview?.cues === expected) row.sameCount += 1;
    }
    if (code === "renamed") row.renamed += 1;
    else if (code === "not-text") row.notText += 1;
    else if (code === "archive") row.archive += 1;
    else if (NEVER.includes(code as (typeof NEVER)[number])) row.otherFalse += 1;
  }
  return isRight ? null : `hint ${JSON.stringify(hint)}, kind ${kind}, ${preview?.cues ?? "no"} of ${expected} cues`;
}

/** Stands for a byte that is no UTF-8 until the text is encoded. */
const BROKEN = "\uE000";
/** Characters that a program or a disk left in the text. */
const STRAY: Readonly<Record<string, string>> = {
  "a zero inside": "\0",
  "a vertical tab inside": "\v",
  "a broken byte inside": BROKEN,
};

function mutated(base: Base, random: Random): Mutation {
  const labels: string[] = [];
  let plain = base.text;
  const cut = random.below(4);
  if (cut < 2) {
    labels.push(cut === 0 ? "end cut off" : "beginning cut off");
    const at = random.below(plain.length);
    plain = cut === 0 ? plain.slice(0, at) : plain.slice(at);
  }
  const drawn = random.below(3) === 0 ? random.pick(ENCODINGS) : null;
  // Latin-1 has no dashes and arrows, on which the times depend.
  const encoding = drawn === "latin-1" && /[–—→]/.test(plain) ? "utf-16le" : drawn;
  if (!encoding && random.below(3) === 0) {
    const [label, character] = random.pick(Object.entries(STRAY) as [[string, string], ...[string, string][]]);
    labels.push(label);
    const at = random.below(plain.length + 1);
    plain = plain.slice(0, at) + character + plain.slice(at);
  }
  let text = plain;
  if (random.below(2) === 0) {
    const end = random.pick(LINE_ENDS);
    labels.push(`line ends ${JSON.stringify(end)}`);
    text = text.replaceAll("\n", end);
  }
  if (random.below(2) === 0) {
    const mark = random.pick(MARKS);
    labels.push(`begins with ${codeOf(mark)}`);
    text = mark + text;
  }
  let bytes = encoding ? encoded(text, encoding) : withBrokenByte(new TextEncoder().encode(text), random);
  if (encoding) labels.push(encoding);
  else if (random.below(4) === 0) {
    const isPadded = random.below(2) === 0;
    labels.push(isPadded ? "padded with zeros" : "ends with the mark of DOS");
    bytes = join([bytes, isPadded ? new Uint8Array(random.below(9000)) : Uint8Array.of(0x1a)]);
  }
  // Nobody cuts UTF-32, which nobody uses.
  const isCutInside = random.below(6) === 0 && !encoding?.startsWith("utf-32");
  if (isCutInside) {
    const isEnd = random.below(2) === 0;
    labels.push(isEnd ? "end cut off within a character" : "beginning cut off within a character");
    const cutBytes = 1 + random.below(3);
    bytes = isEnd ? bytes.slice(0, -cutBytes) : bytes.slice(cutBytes);
  }
  return { labels: labels.length > 0 ? labels : ["unchanged"], plain, isCutInside, bytes };
}

/** A mark by its code, if it is invisible. */
function codeOf(mark: string): string {
  return mark.length > 1 ? JSON.stringify(mark) : `U+${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
}

function withBrokenByte(bytes: Bytes, random: Random): Bytes {
  const broken = new TextEncoder().encode(BROKEN);
  const at = bytes.findIndex((_, index) => broken.every((byte, offset) => bytes[index + offset] === byte));
  return at < 0 ? bytes : join([bytes.slice(0, at), Uint8Array.of(0x80 + random.below(128)), bytes.slice(at + 3)]);
}

/** The cases of the folder that are text and without a doubt, and the exports of many products. */
async function allBases(): Promise<Base[]> {
  const folder = new URL("../transcripts/cases/", import.meta.url);
  const index: readonly { file: string; sure: boolean; hint: string | null }[] = JSON.parse(
    readFileSync(new URL("index.json", folder), "utf8"),
  );
  const texts = [exportsOf(talkOf(6)), exportsOf(talkOf(40))].flatMap((one) => Object.entries(one));
  for (const { file, sure, hint } of index) {
    if (!sure || hint !== null || !/\.(?:vtt|srt|sbv|txt|md)$/.test(file)) continue;
    texts.push([file, readFileSync(new URL(file, folder), "utf8").replace(/\r*\n/g, "\n")]);
  }
  return Promise.all(
    texts.map(async ([name, text]) => {
      const ending = name.slice(name.lastIndexOf(".") + 1);
      const { preview } = await inspect(new File([text], name));
      return {
        name,
        text,
        isRegular: isCaptions(ending) && preview !== null && preview.cues === (await cuesIn(text, ending)),
      };
    }),
  );
}

function isCaptions(ending: string): ending is "vtt" | "srt" | "sbv" {
  return ending === "vtt" || ending === "srt" || ending === "sbv";
}

function kindsFor(ending: string): readonly string[] {
  // A .vtt without its header may be taken for SubRip, whose hint it must not get.
  if (isCaptions(ending)) return ["vtt", "srt", "sbv", "txt"];
  return { ttml: ["xml"], html: ["html"], md: ["txt"], csv: ["txt"] }[ending] ?? [ending];
}

async function cuesIn(text: string, ending: "vtt" | "srt" | "sbv"): Promise<number> {
  // The parser knows no SubViewer: its times differ from SubRip's by what stands between them.
  const known = ending === "sbv" ? text.replace(/^(\d+:\d\d:\d\d\.\d+),(?=\d)/gm, "$1 --> ") : text;
  const { cues } = await parseText(known, { type: ending === "sbv" ? "srt" : ending, strict: false });
  return cues.length;
}
