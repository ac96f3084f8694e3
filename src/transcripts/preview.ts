import type { Preview } from "../engine/inspection.ts";
import { type CaptionKind, type Cue, cuesOf } from "./cues.ts";
import { decode, encodingOf } from "./encoding.ts";
import { type ReadableFile, readHead, readTail } from "./file-ends.ts";
import { textKindOf } from "./text-kind.ts";

/** Bytes to read at each end. An hour of talk is about 100 KB, so most files are read completely. */
export const END_BYTES = 65_536;

const MAX_SPEAKERS = 100;

/**
 * The speakers, duration and number of cues of a caption file, recognized by its content; null for other files. Never
 * rejects: the transfer reports a file that cannot be read.
 */
export async function previewOf(file: ReadableFile): Promise<Preview | null> {
  try {
    const head = await readHead(file, END_BYTES, END_BYTES);
    const encoding = encodingOf(head);
    if (encoding.kind === "binary") return null;
    const start = decode(head, encoding);
    const kind = textKindOf(start);
    if (kind !== "vtt" && kind !== "srt" && kind !== "sbv") return null;
    // Only caption files need the second read.
    const tail = await readTail(file, END_BYTES, END_BYTES);
    const readBytes = head.length + tail.length;
    return toPreview({ start, end: decode(tail, encoding), kind, sizeRatio: file.size / readBytes });
  } catch {
    return null;
  }
}

interface Captions {
  readonly kind: CaptionKind;
  readonly start: string;
  /** End of the text; empty when `start` contains the whole text. */
  readonly end: string;
  /** File size divided by the number of bytes read. */
  readonly sizeRatio: number;
}

function toPreview({ kind, start, end, sizeRatio }: Captions): Preview | null {
  const complete = end === "";
  const first = cuesOf(complete ? start : withoutLastCue(start), kind);
  const last = complete ? [] : tailCues(end, kind);
  const cues = [...first, ...last];
  if (cues.length === 0) return null;
  return {
    speakers: speakersOf(cues),
    cues: complete ? cues.length : estimate(first, last, sizeRatio),
    durationMs: cues.reduce((latest, { endMs }) => Math.max(latest, endMs), 0),
    complete,
  };
}

/** The text without its last cue, which may be cut in the middle of a name. */
function withoutLastCue(text: string): string {
  const blank = Math.max(text.lastIndexOf("\n\n"), text.lastIndexOf("\n\r\n"), text.lastIndexOf("\r\r"));
  return blank < 0 ? text : text.slice(0, blank);
}

/** Cues from the first complete one. Part of a timestamp or of a cue number would be read as a different value. */
function tailCues(text: string, kind: CaptionKind): Cue[] {
  const blank = text.search(/\n\r?\n|\r\r/);
  const from = blank < 0 ? text.search(/[\r\n]/) : blank;
  return from < 0 ? [] : cuesOf(text.slice(from), kind);
}

/**
 * Estimates the number of cues of a file that was read partially: the last cue number if the cues are numbered
 * consecutively, otherwise the density of the ends applied to the whole file.
 */
function estimate(first: readonly Cue[], last: readonly Cue[], sizeRatio: number): number {
  const seen = first.length + last.length;
  const byDensity = Math.round(seen * sizeRatio);
  const final = last.at(-1)?.number ?? 0;
  // Rejects a last number that does not fit the file's size, because it is probably not a count.
  const isPlausible = final >= seen && final <= byDensity * 10;
  return isPlausible && isNumbered(first) && isNumbered(last) ? final : byDensity;
}

/** Whether the cues have consecutive numbers. */
function isNumbered(cues: readonly Cue[]): boolean {
  const from = cues[0]?.number ?? null;
  return from !== null && cues.every(({ number }, index) => number === from + index);
}

/**
 * Names of the speakers. Every voice tag counts. Text before a colon counts as a name if most cues have such a prefix, or if
 * the same prefix occurs more than once.
 */
function speakersOf(cues: readonly Cue[]): string[] {
  const counts = new Map<string, number>();
  let prefixed = 0;
  for (const { prefix, voices } of cues) {
    if (voices.length > 0 || prefix === null) continue;
    prefixed += 1;
    counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
  }
  const isCommon = prefixed * 2 >= cues.length;
  const names = new Set<string>();
  for (const { voices, prefix } of cues) {
    for (const name of voices) names.add(name);
    if (voices.length === 0 && prefix !== null && (isCommon || (counts.get(prefix) ?? 0) > 1)) names.add(prefix);
    if (names.size >= MAX_SPEAKERS) break;
  }
  return [...names].slice(0, MAX_SPEAKERS);
}
