import type { Preview } from "../engine/inspection.ts";
import { type CaptionKind, type Cue, cuesOf } from "./cues.ts";
import { decode, encodingOf } from "./encoding.ts";
import { END_BYTES, type Ends, isWhole, type ReadableFile, readEnds } from "./file-ends.ts";
import { kindByName } from "./kind-by-name.ts";
import { isCaptions, isCaptionsFile, recognize } from "./text-kind.ts";
import { withoutMarks } from "./timestamps.ts";
import { voicesIn } from "./voices.ts";

/** Earliest beginning of captions whose times are those of the day. */
const TIME_OF_DAY_MS = 3_600_000;

/**
 * The speakers, duration and number of cues of a caption file, recognized by its content; null for other files. Never
 * rejects: the transfer reports a file that cannot be read.
 */
export async function previewOf(file: ReadableFile): Promise<Preview | null> {
  try {
    return await previewFrom(file, await readEnds(file, END_BYTES, END_BYTES));
  } catch {
    return null;
  }
}

/** The preview by the ends of a file. */
export async function previewFrom(file: ReadableFile, ends: Ends): Promise<Preview | null> {
  const { head, tail } = ends;
  const encoding = encodingOf(head, tail);
  if (encoding.kind === "binary") return null;
  const start = withoutMarks(decode(head, encoding));
  const recognized = recognize(start);
  const { kind } = recognized;
  if (!isCaptions(kind) || !isCaptionsFile(recognized, kindByName(file))) return null;
  const isComplete = isWhole(ends);
  const first = cuesOf(isComplete ? start : withoutLastCue(start), kind);
  const last = isComplete ? [] : tailCues(decode(tail, encoding), kind);
  const cues = [...first, ...last];
  if (cues.length === 0) return null;
  const speakers = await speakersOf(cues);
  return {
    // In another code page than that of Western Europe only the number of the names would be right.
    speakers: encoding.kind === "legacy" && !speakers.every(isReadable) ? [] : speakers,
    cues: isComplete ? cues.length : estimate(first, last, file.size / (head.length + tail.length)),
    durationMs: durationOf(cues),
    complete: isComplete,
  };
}

/** Speakers by the marks of WebVTT, else by the text, whose code is loaded then: none when it cannot be loaded. */
async function speakersOf(cues: readonly Cue[]): Promise<string[]> {
  const voices = voicesIn(cues);
  if (voices.length > 0) return voices;
  const code = await import("./speakers.ts").catch(() => null);
  return code?.speakersInText(cues) ?? [];
}

/** Whether most of a name are letters that all code pages share. */
function isReadable(name: string): boolean {
  return name.replace(/[ -~]/g, "").length * 2 < name.length;
}

/** End of the last cue; where the times are those of the day, from the first cue. */
function durationOf(cues: readonly Cue[]): number {
  const end = cues.reduce((latest, { endMs }) => Math.max(latest, endMs), 0);
  const start = cues.reduce((earliest, { startMs }) => Math.min(earliest, startMs), end);
  return start >= TIME_OF_DAY_MS && end - start < start ? end - start : end;
}

/** The text without its last cue, which may be cut in the middle of a name. */
function withoutLastCue(text: string): string {
  const blank = Math.max(text.lastIndexOf("\n\n"), text.lastIndexOf("\n\r\n"), text.lastIndexOf("\r\r"));
  return blank < 0 ? text : text.slice(0, blank);
}

/** Cues from the first complete one. Part of a timestamp or of a cue number would be read as a different value. */
function tailCues(text: string, kind: CaptionKind): Cue[] {
  const blank = text.search(/\n\r*\n|\r\r/);
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
