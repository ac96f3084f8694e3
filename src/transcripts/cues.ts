import { speakersIn } from "./speakers.ts";
import type { TextKind } from "./text-kind.ts";
import { arrowTiming, commaTiming, isNumber, type Timing } from "./timestamps.ts";

export type CaptionKind = Extract<TextKind, "vtt" | "srt" | "sbv">;

export interface Cue extends Timing {
  /** Its number, where it has one. */
  readonly number: number | null;
  /** Names that its text gives, outright or by a colon. */
  readonly voices: readonly string[];
  readonly prefix: string | null;
}

/** Blocks of WebVTT that are no cues. */
const NOT_CUES = ["NOTE", "STYLE", "REGION"];

/**
 * Every cue of a piece of captions, also of one that begins or ends in the middle of something: a timing line makes a
 * cue, what follows until the blank line is its text. One pass, and every line is looked at once.
 */
export function cuesOf(text: string, kind: CaptionKind): Cue[] {
  const timingOf = kind === "sbv" ? commaTiming : arrowTiming;
  const cues: Cue[] = [];
  let open: { timing: Timing; number: number | null; lines: string[] } | null = null;
  let previous = "";
  let skipping = false;
  const close = (): void => {
    if (open) cues.push({ ...open.timing, number: open.number, ...speakersIn(open.lines) });
    open = null;
  };
  for (const line of text.split(/\r\n|\n|\r/)) {
    if (line.trim() === "") {
      close();
      skipping = false;
    } else if (!skipping) {
      const timing = timingOf(line);
      if (timing) {
        close();
        open = { timing, number: isNumber(previous) ? Number(previous) : null, lines: [] };
      } else if (open) open.lines.push(line);
      else if (kind === "vtt" && NOT_CUES.some((word) => isBlockStart(line, word))) skipping = true;
    }
    previous = line;
  }
  close();
  return cues;
}

function isBlockStart(line: string, word: string): boolean {
  return line === word || line.startsWith(`${word} `) || line.startsWith(`${word}\t`);
}
