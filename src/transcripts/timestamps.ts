/** A timestamp in a line of captions. */
interface Timestamp {
  readonly ms: number;
  /** Index just after the timestamp. */
  readonly end: number;
}

/** Start and end of a cue. */
export interface Timing {
  readonly startMs: number;
  readonly endMs: number;
}

/** Maximum number of digits of the hours. A longer number is not part of a timestamp. */
const MAX_HOUR_DIGITS = 4;

/**
 * Parses `00:01.000 --> 00:04.000` with optional settings after it (WebVTT, "collect WebVTT cue timings and settings").
 * Hours are optional, and the decimal separator may be a comma (SubRip). null for any other line.
 */
export function arrowTiming(line: string): Timing | null {
  const arrow = line.indexOf("-->");
  if (arrow < 0) return null;
  const start = timestampAt(line, skipSpace(line, 0));
  const end = timestampAt(line, skipSpace(line, arrow + 3));
  if (!start || !end || skipSpace(line, start.end) !== arrow) return null;
  return { startMs: start.ms, endMs: end.ms };
}

/** Parses a line of only `0:00:01.000,0:00:04.000` (SubViewer, as written by YouTube and Meet). null for any other line. */
export function commaTiming(line: string): Timing | null {
  const start = timestampAt(line, skipSpace(line, 0));
  if (!start || line[start.end] !== ",") return null;
  const end = timestampAt(line, start.end + 1);
  return end && skipSpace(line, end.end) === line.length ? { startMs: start.ms, endMs: end.ms } : null;
}

/** Parses `h:mm:ss.mmm` or `mm:ss.mmm`, also with a comma instead of the dot and with fewer decimals. */
function timestampAt(line: string, from: number): Timestamp | null {
  const numbers: number[] = [];
  let at = from;
  while (numbers.length < 3) {
    const digits = countDigits(line, at);
    if (digits === 0 || digits > MAX_HOUR_DIGITS) return null;
    numbers.push(Number(line.slice(at, at + digits)));
    at += digits;
    if (line[at] !== ":") break;
    at += 1;
  }
  if (numbers.length < 2) return null;
  const [seconds = 0, minutes = 0, hours = 0] = numbers.reverse();
  const decimals = line[at] === "." || line[at] === "," ? countDigits(line, at + 1) : 0;
  if (decimals === 0 || decimals > 9) return null;
  const fraction = Number(`0.${line.slice(at + 1, at + 1 + decimals)}`);
  return { ms: Math.round((hours * 3600 + minutes * 60 + seconds + fraction) * 1000), end: at + 1 + decimals };
}

function countDigits(line: string, from: number): number {
  let at = from;
  while (isDigit(line.charCodeAt(at))) at += 1;
  return at - from;
}

function skipSpace(line: string, from: number): number {
  let at = from;
  while (line[at] === " " || line[at] === "\t") at += 1;
  return at;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Whether a line consists of up to nine digits, as a cue number does. */
export function isNumber(line: string): boolean {
  const trimmed = line.trim();
  return trimmed.length > 0 && trimmed.length < 10 && countDigits(trimmed, 0) === trimmed.length;
}

/** Whether the text contains a timing line of either form. */
export function hasTiming(text: string): boolean {
  return text.split(/\r\n|\n|\r/).some((line) => arrowTiming(line) !== null || commaTiming(line) !== null);
}
