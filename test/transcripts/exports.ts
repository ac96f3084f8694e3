/** More shapes in which meeting products, recorders and captioning services export transcripts, with sentences of our own. */
import {
  firefliesJson,
  type Line,
  meetSbv,
  otterSrt,
  otterTxt,
  richVtt,
  TALK,
  teamsVtt,
  zoomTxt,
  zoomVtt,
} from "./samples.ts";

const two = (value: number) => String(value).padStart(2, "0");
const clock = (second: number, point: string) => `00:${two(Math.floor(second / 60))}:${two(second % 60)}${point}000`;
const span = (at: number, point: string) => `${clock(at * 4, point)} --> ${clock(at * 4 + 3, point)}`;
const each = (lines: readonly Line[], draw: (line: Line, at: number) => string) => lines.map(draw).join("\n");

/** Webex: the name and its id in the identifier of the cue. */
function webexVtt(lines: readonly Line[]): string {
  return `WEBVTT\n\n${each(lines, ({ speaker, text }, at) => `${at + 1} "${speaker}" (${at % 3})\n${span(at, ".")}\n${text}\n`)}`;
}

/** Rev: a dash in the voice tag of a speaker without a name. */
function revVtt(lines: readonly Line[]): string {
  return `WEBVTT\n\n${each(lines, ({ text }, at) => `${span(at, ".")}\n<v ${at % 2 ? "-" : "Speaker 1"}>${text}</v>\n`)}`;
}

/** YouTube: a header with metadata, settings of position, words with times of their own. */
function youTubeVtt(lines: readonly Line[]): string {
  const cues = each(
    lines,
    ({ text }, at) =>
      `${span(at, ".")} align:start position:0%\n${text}\n<${clock(at * 4 + 1, ".")}><c> and so on</c>\n`,
  );
  return `WEBVTT\nKind: captions\nLanguage: en\n\n${cues}`;
}

/** Broadcast captions: capital letters behind chevrons. */
function broadcastSrt(lines: readonly Line[]): string {
  return each(lines, ({ speaker, text }, at) => `${at + 1}\n${span(at, ",")}\n>> ${speaker.toUpperCase()}: ${text}\n`);
}

/** Descript: two lines, speakers in brackets where they change. */
function descriptSrt(lines: readonly Line[]): string {
  return each(
    lines,
    ({ speaker, text }, at) => `${at + 1}\n${span(at, ",")}\n[${speaker}] ${text}\nand a second line\n`,
  );
}

/** WhisperX: numbered speakers in brackets before a colon. */
function whisperSrt(lines: readonly Line[]): string {
  return each(lines, ({ text }, at) => `${at + 1}\n${span(at, ",")}\n[SPEAKER_0${at % 2}]: ${text}\n`);
}

/** TTML, as Netflix and broadcasters exchange it. */
function ttml(lines: readonly Line[]): string {
  const body = each(
    lines,
    ({ text }, at) => `<p begin="${clock(at * 4, ".")}" end="${clock(at * 4 + 3, ".")}">${text}</p>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<tt xmlns="http://www.w3.org/ns/ttml"><body><div>\n${body}\n</div></body></tt>\n`;
}

/** Google Meet, Fathom, tl;dv: text with a time above each block. */
function meetTxt(lines: readonly Line[]): string {
  return `Weekly (2026-11-03) - Transcript\n\nAttendees\n${TALK.map(({ speaker }) => speaker).join(", ")}\n\n${each(lines, ({ speaker, text }, at) => `${clock(at * 4, ".").slice(0, 8)}\n${speaker}: ${text}\n`)}`;
}

/** Whisper: segments with times in seconds. */
function whisperJson(lines: readonly Line[]): string {
  const segments = lines.map(({ text }, id) => ({ id, start: id * 4, end: id * 4 + 3, text }));
  return JSON.stringify({ text: lines.map(({ text }) => text).join(" "), segments, language: "en" });
}

/** Rich text, as WordPad writes it. */
function rtf(lines: readonly Line[]): string {
  return `{\\rtf1\\ansi\\deff0\n${each(lines, ({ text }) => `${text.replace(/[^ -~]/g, "?")}\\par`)}\n}\n\0`;
}

/** Exports by file name, all without anything odd. */
export function exportsOf(lines: readonly Line[] = TALK): Readonly<Record<string, string>> {
  return {
    "zoom.vtt": zoomVtt(lines).replaceAll("\r\n", "\n"),
    "teams.vtt": teamsVtt(lines).replaceAll("\r\n", "\n"),
    "webex.vtt": webexVtt(lines),
    "rev.vtt": revVtt(lines),
    "youtube.vtt": youTubeVtt(lines),
    "editor.vtt": richVtt(),
    "otter.srt": otterSrt(lines),
    "broadcast.srt": broadcastSrt(lines),
    "descript.srt": descriptSrt(lines),
    "whisper.srt": whisperSrt(lines),
    "meet.sbv": meetSbv(lines),
    "broadcast.ttml": ttml(lines),
    "otter.txt": otterTxt(lines),
    "meet.txt": meetTxt(lines),
    "zoom.txt": zoomTxt(lines),
    "fireflies.json": firefliesJson(lines),
    "whisper.json": whisperJson(lines),
    "wordpad.rtf": rtf(lines),
    "notes.md": `# Weekly\n\n${each(lines, ({ speaker, text }) => `**${speaker}:** ${text}\n`)}`,
    "page.html": `<!DOCTYPE html><html><body>\n${each(lines, ({ text }) => `<p>${text}</p>`)}\n</body></html>\n`,
    "table.csv": `speaker,text\n${each(lines, ({ speaker, text }) => `"${speaker}","${text}"`)}\n`,
  };
}
