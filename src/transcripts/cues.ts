import type { TextKind } from "./text-kind.ts";
import { cueNumberOf, linesOf, type Timing, timingOf } from "./timestamps.ts";

export type CaptionKind = Extract<TextKind, "vtt" | "srt" | "sbv">;

export interface Cue extends Timing {
  /** Number before the timing line; null when there is none. */
  readonly number: number | null;
  /** Line before the timing line, which identifies the cue; "" when there is none. */
  readonly id: string;
  readonly lines: readonly string[];
}

/** First words of WebVTT blocks that are not cues. */
const NOT_CUES = /^(?:NOTE|STYLE|REGION)(?:[ \t]|$)/;

/**
 * All cues in a part of a caption file, which may begin or end in the middle of a cue. A timing line starts a cue; the lines
 * up to the next blank line are its text. Reads each line once.
 */
export function cuesOf(text: string, kind: CaptionKind): Cue[] {
  const between = kind === "sbv" ? "comma" : "arrow";
  const cues: Cue[] = [];
  let open: (Cue & { readonly lines: string[] }) | null = null;
  let previous = "";
  let isSkipping = false;
  for (const line of linesOf(text)) {
    // Only an empty line ends a cue of WebVTT ("WebVTT cue block"); other formats have no such rule.
    if (kind === "vtt" ? line === "" : line.trim() === "") {
      open = null;
      isSkipping = false;
    } else if (!isSkipping) {
      const timing = timingOf(line);
      if (timing?.between === between) {
        open = { ...timing, number: cueNumberOf(previous), id: previous.trim(), lines: [] };
        cues.push(open);
      } else if (open) open.lines.push(line);
      else isSkipping = kind === "vtt" && NOT_CUES.test(line);
    }
    previous = line;
  }
  return cues;
}
