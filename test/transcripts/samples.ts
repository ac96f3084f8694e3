/**
 * Transcripts in the shapes in which meeting products hand them out, with sentences of our own. Each function says what
 * the shape is; sizes and languages are the caller's.
 */

export interface Line {
  readonly speaker: string;
  readonly text: string;
}

export const TALK: readonly Line[] = [
  { speaker: "Zoë Müller", text: "Shall we begin with what the pilot showed?" },
  { speaker: "李小龙", text: "好的。两个团队已经完成了试用。" },
  { speaker: "Zoë Müller", text: "And the third one: still waiting for access, right?" },
  { speaker: "Óscar Núñez-Peña", text: "Until Thursday. I asked again this morning." },
  { speaker: "عمر حداد", text: "سأرسل لكم الجدول الزمني اليوم." },
  { speaker: "Dr. Anne-Marie O’Brien (Acme, Inc.)", text: "Great, then I will bring the contract." },
];

/** `count` lines, the talk over and over. */
export function talkOf(count: number): Line[] {
  return Array.from({ length: count }, (_, index) => TALK[index % TALK.length] ?? { speaker: "", text: "" });
}

const SECONDS_PER_LINE = 4;

/** From 0 s, one line every four seconds, each 3.25 s long. */
export function durationOf(lines: readonly Line[]): number {
  return ((lines.length - 1) * SECONDS_PER_LINE + 3.25) * 1000;
}

interface Clock {
  readonly hours: "always" | "when needed" | "one digit";
  readonly point: "." | ",";
}

function time(seconds: number, { hours, point }: Clock): string {
  const whole = Math.floor(seconds);
  const two = (value: number) => String(value).padStart(2, "0");
  const hour = Math.floor(whole / 3600);
  const rest = `${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}${point}${String(Math.round((seconds - whole) * 1000)).padStart(3, "0")}`;
  if (hours === "when needed" && hour === 0) return rest;
  return `${hours === "one digit" ? hour : two(hour)}:${rest}`;
}

function span(index: number, separator: string, clock: Clock): string {
  const start = index * SECONDS_PER_LINE;
  return `${time(start, clock)}${separator}${time(start + 3.25, clock)}`;
}

const DOT: Clock = { hours: "always", point: "." };

/** Zoom, audio transcript: numbered cues, CRLF, the name before a colon. */
export function zoomVtt(lines: readonly Line[] = TALK): string {
  const cues = lines.map(
    ({ speaker, text }, index) => `${index + 1}\r\n${span(index, " --> ", DOT)}\r\n${speaker}: ${text}\r\n`,
  );
  return `WEBVTT\r\n\r\n${cues.join("\r\n")}`;
}

/** Zoom, saved captions: name in brackets and the time of day, then the words. */
export function zoomTxt(lines: readonly Line[] = TALK): string {
  return lines.map(({ speaker, text }, index) => `[${speaker}] 10:0${index % 10}:12\r\n${text}\r\n`).join("\r\n");
}

/** Teams: every cue under the recording's id and a pair of numbers, the name in a voice tag. */
export function teamsVtt(lines: readonly Line[] = TALK): string {
  const cues = lines.map(
    ({ speaker, text }, index) =>
      `7f3c1f0e-52a4-4c55-9d2e-0b6f3a8c9e41/${index + 11}-${index % 2}\r\n${span(index, " --> ", DOT)}\r\n<v ${speaker}>${text}</v>\r\n`,
  );
  return `WEBVTT\r\n\r\n${cues.join("\r\n")}`;
}

/** By hand or by an editor: header text, a style sheet, regions, notes, hour-less times, cue settings, `<v.class name>`. */
export function richVtt(): string {
  return `WEBVTT - Weekly of the pilot\nKind: captions\nLanguage: en

STYLE
::cue(v[voice="Zoë"]) { color: oklch(70% 0.1 200) }

REGION
id:left
width:40%

NOTE
Checked by hand on 00:10.000 --> 00:12.000, and this is no cue.
Neither is this.

intro
00:00.500 --> 00:03.000 align:start position:10%
<v.loud Zoë Müller>Good morning &amp; <i>welcome</i>

NOTE one line

00:03.000 --> 00:05.750
<v R&amp;D>Hello!</v>
<v Zoë Müller>Hello to you.

01:00:05.000 --> 01:00:07.000
(no speaker here: only a remark)
`;
}

/** Otter and many others: SubRip, comma before the milliseconds. */
export function otterSrt(lines: readonly Line[] = TALK): string {
  const cues = lines.map(
    ({ speaker, text }, index) =>
      `${index + 1}\n${span(index, " --> ", { hours: "always", point: "," })}\n${speaker}: ${text}\n`,
  );
  return cues.join("\n");
}

/** Meet's captions, and YouTube's: SubViewer with a comma between the times. */
export function meetSbv(lines: readonly Line[] = TALK): string {
  const cues = lines.map(
    ({ speaker, text }, index) =>
      `${span(index, ",", { hours: "one digit", point: "." })}\n${index % 3 === 0 ? `>> ${speaker}` : speaker}: ${text}\n`,
  );
  return cues.join("\n");
}

/** Otter's plain text: a line with name and time, a line with the words. */
export function otterTxt(lines: readonly Line[] = TALK): string {
  return lines.map(({ speaker, text }, index) => `${speaker}  0:0${index % 10}  \n${text}\n`).join("\n");
}

/** Fireflies' export: a list of sentences. */
export function firefliesJson(lines: readonly Line[] = TALK): string {
  const sentences = lines.map(({ speaker, text }, index) => ({
    sentence: text,
    startTime: `00:${String(index * SECONDS_PER_LINE).padStart(2, "0")}`,
    endTime: `00:${String(index * SECONDS_PER_LINE + 3).padStart(2, "0")}`,
    speaker_name: speaker,
    speaker_id: index,
  }));
  return JSON.stringify(sentences, null, 2);
}

export const SIGN_IN_PAGE = `<!DOCTYPE html>\n<html lang="en"><head><title>Sign in to your account</title></head>
<body><form method="post"><input type="email"></form></body></html>`;

/** What Drive for desktop shows in place of a document. */
export const DRIVE_SHORTCUT = `{"":"WARNING! DO NOT EDIT THIS FILE! ANY CHANGES MADE WILL BE LOST!","doc_id":"1Q0x","resource_key":"","email":"zoe@example.com"}`;

export function utf16(text: string, order: "le" | "be", { bom }: { bom: boolean }): Uint8Array<ArrayBuffer> {
  const marked = bom ? `\uFEFF${text}` : text;
  const view = new DataView(new ArrayBuffer(marked.length * 2));
  for (let at = 0; at < marked.length; at += 1) view.setUint16(at * 2, marked.charCodeAt(at), order === "le");
  return new Uint8Array(view.buffer);
}

/** Latin-1: for text of Western Europe. */
export function latin1(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (character) => character.charCodeAt(0) & 0xff);
}

/** Bytes of every kind, the same for the same seed: sound, encrypted or compressed data. */
export function noise(length: number, seed = 1): Uint8Array<ArrayBuffer> {
  let state = seed;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 24;
  });
}

/** A ZIP archive without compression (APPNOTE 4.3), as real as an office program's for everybody but the eye. */
export function zip(entries: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(entries)) {
    const nameBytes = encoder.encode(name);
    const bytes = encoder.encode(content);
    const common = [20, 0x0800, 0, 0, 0x5b78];
    const local = [u32(0x04034b50), ...common.map(u16), u32(crc32(bytes)), u32(bytes.length), u32(bytes.length)];
    const head = join([...local, u16(nameBytes.length), u16(0), nameBytes]);
    const central = [u32(0x02014b50), u16(20), ...common.map(u16), u32(crc32(bytes)), u32(bytes.length)];
    const rest = [u32(bytes.length), u16(nameBytes.length), u16(0), u16(0), u16(0), u16(0), u32(0), u32(offset)];
    directory.push(join([...central, ...rest, nameBytes]));
    parts.push(head, bytes);
    offset += head.length + bytes.length;
  }
  const central = join(directory);
  const count = directory.length;
  const end = [u32(0x06054b50), u16(0), u16(0), u16(count), u16(count), u32(central.length), u32(offset), u16(0)];
  return join([...parts, central, ...end]);
}

/** What Teams and Meet export: a Word document. `paragraphs` make it as long as need be. */
export function docx(paragraphs: readonly string[] = TALK.map(({ speaker, text }) => `${speaker}: ${text}`)) {
  const body = paragraphs.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join("");
  return zip({
    "[Content_Types].xml": `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    "_rels/.rels": `<?xml version="1.0"?><Relationships/>`,
    "word/document.xml": `<?xml version="1.0"?><w:document><w:body>${body}</w:body></w:document>`,
  });
}

/** Microsoft's compound file with the given streams in its directory. */
export function compound(streams: readonly string[]): Uint8Array<ArrayBuffer> {
  const header = new Uint8Array(512);
  header.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  const entries = ["Root Entry", ...streams].map((name) => {
    const entry = new Uint8Array(128);
    entry.set(utf16(name, "le", { bom: false }));
    return entry;
  });
  return join([header, ...entries, new Uint8Array(2048)]);
}

export function pdf({ complete = true } = {}): string {
  const body = `%PDF-1.7\n%âãÏÓ\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n`;
  return complete ? `${body}xref\n0 2\ntrailer\n<< /Size 2 /Root 1 0 R >>\nstartxref\n64\n%%EOF\n` : body;
}

const u16 = (value: number) => Uint8Array.of(value & 255, (value >>> 8) & 255);
const u32 = (value: number) => join([u16(value & 0xffff), u16(value >>> 16)]);

export function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function crc32(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
