interface Span {
  readonly start: number;
  readonly end: number;
}

/** Endings of the file and of the recording that it was made from, one after the other. */
const ENDING =
  /\.(vtt|srt|sbv|ttml|dfxp|txt|docx?|odt|rtf|pdf|json|csv|tsv|html?|xml|mp4|m4a|mp3|wav|mov|webm|mkv|transcript|captions?|cc|otter_ai|[a-z]{2}(-[A-Z]{2})?)$/i;

/** Words that tools add to the name of a meeting. Matched as whole parts between separators. */
const ADDED =
  /\b(meeting (recording|transcript)|audio transcript|saved closed captions?|closed captions?|auto generated|notes by gemini|recording|transcript(ion)?|captions?|subtitles?|untertitel|transkript(ion)?|otter[. ]ai|fireflies|tl;?dv|fathom|\d{3,4}x\d{3,4})\b/gi;

/** Code of a Google Meet room. */
const MEET_CODE = /\b[a-z]{3}-[a-z]{4}-[a-z]{3}\b/g;
/** Zone of a time that was not part of the time, in brackets. */
const EMPTY_BRACKETS = /[([{]\s*(?:at|um|[A-Z]{2,4}(?:[+-]\d+)?)?\s*[)\]}]/g;
/** Counters at the end: "-1", "(2)", " copy". */
const COUNTER = /(?:[\s-]*\(\d{1,3}\)|(?<!\d)\s*-\s?[1-9]\d?|[\s-]+(?:copy|kopie|copie))\s*$/i;
const EDGES = /^[\s\p{Pd}\p{Pc}.,;:~|·•+]+|[\s\p{Pd}\p{Pc}.,;:~|·•+]+$/gu;
const MAX_TITLE_CHARS = 200;

/** The title in a file's name: without the given spans (date and time), endings and the words that tools add. */
export function titleFrom(filename: string, spans: readonly Span[]): string {
  let name = filename;
  for (const { start, end } of spans) name = `${name.slice(0, start)} \u0000 ${name.slice(end)}`;
  for (let ending = ENDING.exec(name); ending && ending.index > 0; ending = ENDING.exec(name)) {
    name = name.slice(0, ending.index);
  }
  const title = name
    .replace(/_+/g, " ")
    .replace(ADDED, " ")
    .replace(MEET_CODE, " ")
    .replaceAll("\u0000", " ")
    .replace(EMPTY_BRACKETS, " ")
    .replace(/\s+[\p{Pd}|]\s*(?=[\p{Pd}|]\s)/gu, " ")
    .replace(/\s+/g, " ")
    .replace(EDGES, "")
    .replace(COUNTER, "")
    .replace(EDGES, "");
  return /\p{L}/u.test(title) ? title.slice(0, MAX_TITLE_CHARS) : "";
}
