import { speakersIn } from "./speakers.ts";
import type { TextKind } from "./text-kind.ts";
import { arrowTiming, commaTiming, isNumber, type Timing } from "./timestamps.ts";

export type CaptionKind = Extract<TextKind, "vtt" | "srt" | "sbv">;

export interface Cue extends Timing {
  /** Number before the timing line; null when there is none. */
  readonly number: number | null;
  /** Names in voice tags (`<v Name>`). */
  readonly voices: readonly string[];
  /** Text before a colon at the start, which may be a name; null when there is none. */
  readonly prefix: string | null;
}

/** First words of WebVTT blocks that are not cues. */
const NOT_CUES = ["NOTE", "STYLE", "REGION"];

/**
 * All cues in a part of a caption file, which may begin or end in the middle of a cue. A timing line starts a cue; the lines
 * up to the next blank line are its text. Reads each line once.
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
