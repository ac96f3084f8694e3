/** Start and end of a cue. */
export interface Timing {
  readonly startMs: number;
  readonly endMs: number;
}

/** A line with the times of a cue. */
export interface TimingLine extends Timing {
  /** Separator of the two times: "arrow" (WebVTT, SubRip) or "comma" (SubViewer, as written by YouTube and Meet). */
  readonly between: "arrow" | "comma";
  /** Separator of the fraction of a second; "" for none. Only machines write fractions. */
  readonly point: string;
}

/**
 * `h:mm:ss.mmm`, `mm:ss` and the like. Damaged and translated captions have no hours, no fraction, a comma or a colon before
 * the fraction, spaces within, or a sign. The bounded repetitions keep the time linear.
 */
const TIME = String.raw`[-−]?(?:(\d{1,4})[ \t]{0,2}: ?)?(\d{1,4})[ \t]{0,2}: ?(\d{1,4})(?: ?([.,:]) ?(\d{1,9})(?:\.\d{1,9})?)?`;
const ARROW = "(?:[-–—=]{1,3} ?(?:>|&gt;)|-{0,2}[→⟶])";
const ARROW_LINE = new RegExp(String.raw`^\s{0,9}${TIME}\s{0,9}${ARROW}\s{0,9}${TIME}(?![\d:])`);
const COMMA_LINE = new RegExp(String.raw`^\s{0,9}${TIME} ?, ?${TIME}\s{0,9}$`);
/** Longest part of a line that may contain both times. */
const MAX_CHARS = 120;

/** Times of a cue, if the line consists of them, except for settings behind an arrow's; null for any other line. */
export function timingOf(line: string): TimingLine | null {
  // Most lines contain neither digits nor a separator.
  if (!/\d.*(?:[>→⟶]|,.*\d)|[٠-٩۰-۹０-９]/.test(line.slice(0, MAX_CHARS))) return null;
  const plain = /[^\t -~]/.test(line) ? plainText(line) : line;
  const arrow = ARROW_LINE.exec(plain.slice(0, MAX_CHARS));
  const found = arrow ?? (plain.length < MAX_CHARS ? COMMA_LINE.exec(plain) : null);
  if (!found) return null;
  const between = arrow ? "arrow" : "comma";
  return { startMs: toMs(found, 1), endMs: toMs(found, 6), between, point: found[4] ?? "" };
}

/** The milliseconds of the five groups of a time from `first`: hours, minutes, seconds, separator, fraction. */
function toMs(found: RegExpExecArray, first: number): number {
  const [hours = 0, minutes = 0, seconds = 0, , fraction = ""] = found.slice(first, first + 5);
  // Two digits behind a colon are frames.
  const part = found[first + 3] === ":" && fraction.length < 3 ? 0 : Number(`0.${fraction}`);
  return Math.round((Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) + part) * 1000);
}

/** The line with digits and punctuation as ASCII, and without invisible marks and stray controls. */
function plainText(line: string): string {
  return line
    .replace(/\p{Cf}|(?!\t)\p{Cc}/gu, "")
    .replace(/[٠-٩۰-۹０-９]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/[：٫，،]/g, (mark) => (mark === "：" ? ":" : ","));
}

/** Number of a cue that stands alone in its line, as "12", "#12" or "12."; null for any other line. */
export function cueNumberOf(line: string): number | null {
  const number = /^#?(\d{1,9})[.:)]?$/.exec(plainText(line.slice(0, 40).trim()))?.[1];
  return number === undefined ? null : Number(number);
}

/** The text without blank space and marks at its beginning: byte order marks, also one that was decoded wrongly, and others. */
export function withoutMarks(text: string): string {
  return text.replace(/^(?:[\s\p{Cf}\0]|ï»¿)+/u, "");
}

/** Lines of a text, by the separators of Unicode as well. Text modes that write CR LF twice leave CR CR LF, or a blank line behind every line. */
export function linesOf(text: string): string[] {
  const lines = text.split(/\r*\n|[\r\x85\u2028\u2029]/);
  const blanks = lines.slice(0, 24).map((line) => line === "");
  const parity = [0, 1].find((rest) => blanks.length > 5 && blanks.every((blank, at) => blank || at % 2 !== rest));
  const isDoubled = parity !== undefined && blanks.some((blank) => !blank);
  return isDoubled ? lines.filter((_, at) => at % 2 !== parity) : lines;
}
