import type { Preview } from "../engine/inspection.ts";
import { type CaptionKind, type Cue, cuesOf } from "./cues.ts";
import { decode, encodingOf } from "./encoding.ts";
import { type ReadableFile, readHead, readTail } from "./ends.ts";
import { textKindOf } from "./text-kind.ts";

/** Of each end. An hour of talk is about 100 KB, so most files are read as a whole. */
export const END_BYTES = 65_536;

const MOST_SPEAKERS = 100;

/**
 * Who speaks, for how long and in how many cues, by the content whatever the name says; null for what holds no captions.
 * Never rejects: a file that cannot be read is the transfer's to report.
 */
export async function previewOf(file: ReadableFile): Promise<Preview | null> {
  try {
    const head = await readHead(file, END_BYTES, END_BYTES);
    const encoding = encodingOf(head);
    if (encoding.kind === "binary") return null;
    const start = decode(head, encoding);
    const kind = textKindOf(start);
    if (kind !== "vtt" && kind !== "srt" && kind !== "sbv") return null;
    // Nothing else is worth the second read.
    const tail = await readTail(file, END_BYTES, END_BYTES);
    const readBytes = head.length + tail.length;
    return toPreview({ start, end: decode(tail, encoding), kind, times: file.size / readBytes });
  } catch {
    return null;
  }
}

interface Captions {
  readonly kind: CaptionKind;
  readonly start: string;
  /** "" when the start is all of it. */
  readonly end: string;
  /** How many times what was read the whole is. */
  readonly times: number;
}

function toPreview({ kind, start, end, times }: Captions): Preview | null {
  const complete = end === "";
  const first = cuesOf(complete ? start : withoutLastCue(start), kind);
  const last = complete ? [] : tailCues(end, kind);
  const cues = [...first, ...last];
  if (cues.length === 0) return null;
  return {
    speakers: speakersOf(cues),
    cues: complete ? cues.length : estimate(first, last, times),
    durationMs: cues.reduce((latest, { endMs }) => Math.max(latest, endMs), 0),
    complete,
  };
}

/** Cut in its middle, so the last name could be half a name. */
function withoutLastCue(text: string): string {
  const blank = Math.max(text.lastIndexOf("\n\n"), text.lastIndexOf("\n\r\n"), text.lastIndexOf("\r\r"));
  return blank < 0 ? text : text.slice(0, blank);
}

/** Begins with the first whole cue: half a timestamp is another time, and half a number another number. */
function tailCues(text: string, kind: CaptionKind): Cue[] {
  const blank = text.search(/\n\r?\n|\r\r/);
  const from = blank < 0 ? text.search(/[\r\n]/) : blank;
  return from < 0 ? [] : cuesOf(text.slice(from), kind);
}

/** Cues that are numbered through say their count themselves; otherwise the middle is taken to be as dense as the ends. */
function estimate(first: readonly Cue[], last: readonly Cue[], times: number): number {
  const seen = first.length + last.length;
  const byDensity = Math.round(seen * times);
  const final = last.at(-1)?.number ?? 0;
  // Numbers that have nothing to do with the file's size were not counted.
  const isLikely = final >= seen && final <= byDensity * 10;
  return isLikely && isNumberedThrough(first) && isNumberedThrough(last) ? final : byDensity;
}

function isNumberedThrough(cues: readonly Cue[]): boolean {
  const from = cues[0]?.number ?? null;
  return from !== null && cues.every(({ number }, index) => number === from + index);
}

/** Voice tags are taken at their word. What stands before a colon is a name where that is the habit of most cues, or where it comes back. */
function speakersOf(cues: readonly Cue[]): string[] {
  const counts = new Map<string, number>();
  let prefixed = 0;
  for (const { prefix, voices } of cues) {
    if (voices.length > 0 || prefix === null) continue;
    prefixed += 1;
    counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
  }
  const isHabit = prefixed * 2 >= cues.length;
  const names = new Set<string>();
  for (const { voices, prefix } of cues) {
    for (const name of voices) names.add(name);
    if (voices.length === 0 && prefix !== null && (isHabit || (counts.get(prefix) ?? 0) > 1)) names.add(prefix);
    if (names.size >= MOST_SPEAKERS) break;
  }
  return [...names].slice(0, MOST_SPEAKERS);
}
