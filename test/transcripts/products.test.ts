/** Transcripts as other products export them, and what is right about each. */
import { describe } from "node:test";
import { type Inputs, lines, NOTHING, span, srt, testInspections, vtt } from "./captions.ts";
import { utf16 } from "./samples.ts";

const PRODUCTS: Inputs = {
  "Zoom: pronouns and a company in brackets": [
    "GMT20261103.transcript.vtt",
    vtt("Mira Stahl (she/they) [Nordwind]: Hi", "Jon (Acme) (he/him): Yes").replaceAll("\n", "\r\n"),
    null,
    2,
    ["Mira Stahl (she/they) [Nordwind]", "Jon (Acme) (he/him)"],
  ],
  "Zoom: telephones and their default names": [
    "a.vtt",
    vtt("iPhone von Mira: Hallo", "iPad (2): Yes", "16505550199: Hi", "+49 30 ***123: Hi"),
    null,
    4,
    ["iPhone von Mira", "iPad (2)", "16505550199", "+49 30 ***123"],
  ],
  "Zoom: names that tell where one is from": [
    "a.vtt",
    vtt("Mira from Nordwind: Hi", "Jon at Acme: Yes", "Lena bei Acme: Ja"),
    null,
    3,
    ["Mira from Nordwind", "Jon at Acme", "Lena bei Acme"],
  ],
  "Teams: a voice over two lines, guests": [
    "Weekly.vtt",
    vtt("<v Mira Stahl (Guest)>Hi, and\nwelcome.</v>", "<v van der Berg, Jan (Extern)>Yes.</v>"),
    null,
    2,
    ["Mira Stahl (Guest)", "van der Berg, Jan (Extern)"],
  ],
  "Teams: notes with the confidence of each cue": [
    "Weekly.vtt",
    `WEBVTT\r\n\r\nNOTE duration:"00:00:06.0000000"\r\nNOTE language:en-us\r\n\r\nNOTE Confidence: 0.92\r\n\r\n1b4c-11/0\r\n${span(0, ".")}\r\nHello and\r\nwelcome.\r\n\r\nNOTE Confidence: 0.8\r\n\r\n1b4c-11/1\r\n${span(3, ".")}\r\nYes.\r\n`,
    null,
    2,
    [],
  ],
  "Webex: names in identifiers, one of them without a name": [
    "webex.vtt",
    `WEBVTT\n\n1 "Mira Stahl" (38472)\n${span(0, ".")}\nHi\n\n2 "" (0)\n${span(1, ".")}\nYes\n\n3 "Jon" (9)\n${span(2, ".")}\nSo\n`,
    null,
    3,
    ["Mira Stahl", "Jon"],
  ],
  "Meet: a text with an attachment above": [
    "Weekly (2026-11-03 10_00 GMT+1) - Transcript.txt",
    `\uFEFFWeekly (2026-11-03 10:00 GMT+1) - Transcript\r\nAttendees\r\nMira Stahl, Jon\r\nTranscript\r\n00:00:00\r\nMira Stahl: Hi\r\n`,
    ...NOTHING,
  ],
  "Meet: captions with chevrons": [
    "captions.sbv",
    "0:00:00.599,0:00:04.160\n>> MIRA: Hi,\nand welcome\n\n0:00:04.160,0:00:06.770\n>> JON: Yes\n",
    null,
    2,
    ["MIRA", "JON"],
  ],
  "YouTube: SubViewer of Windows without names": [
    "captions.sbv",
    "0:00:00.599,0:00:04.160\r\nHi, and\r\n\r\n0:00:04.160,0:00:06.770\r\nwelcome\r\n",
    null,
    2,
    [],
  ],
  "Otter: its text with its address": [
    "Weekly_otter_ai.txt",
    `Mira Stahl  0:03  \n${lines("And so on.", 12)}\nTranscribed by https://otter.ai\n`,
    ...NOTHING,
  ],
  "Fireflies: SubRip": ["a.srt", srt("Mira Stahl: Hi", "Jon: Yes"), null, 2, ["Mira Stahl", "Jon"]],
  "Grain: a text with times in brackets": ["grain.txt", lines("[00:00:03] Mira Stahl: Hi --> yes"), ...NOTHING],
  "Rev: chevrons, unknown speakers": [
    "rev.srt",
    srt(">> Speaker 1: Hi", ">> Unknown Speaker: Yes", "- [Speaker 2] So", ">> Speaker 1: No"),
    null,
    4,
    ["Speaker 1", "Unknown Speaker"],
  ],
  "Rev: a text with times behind names": ["rev.txt", lines("Speaker 1 (00:00):\nHi\n"), ...NOTHING],
  "Descript: names at turns": [
    "descript.vtt",
    vtt("Mira: Hi", "and so", "on", "Jon: Yes", "indeed", "Mira: So", "well", "Jon: No"),
    null,
    8,
    ["Mira", "Jon"],
  ],
  "Amazon Transcribe: numbered speakers": ["aws.vtt", vtt("spk_0: Hi", "spk_1: Yes"), null, 2, ["spk_0", "spk_1"]],
  "Deepgram: its note above": [
    "deepgram.vtt",
    `WEBVTT\n\nNOTE\nTranscription provided by Deepgram\nRequest Id: 1\nChannels: 1\n\n${vtt("<v Speaker 0>Hi", "<v Speaker 1>Yes").slice(8)}`,
    null,
    2,
    ["Speaker 0", "Speaker 1"],
  ],
  "HLS: a segment without cues": [
    "seg-1.vtt",
    "WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:900000,LOCAL:00:00:00.000\n\n",
    ...NOTHING,
  ],
  "Aegisub: a script": [
    "a.ass",
    "[Script Info]\r\nScriptType: v4.00+\r\n[Events]\r\nDialogue: 0,0:00:01.00,0:00:02.00,Default,Mira,0,0,0,,Hi\r\n",
    ...NOTHING,
  ],
  "lyrics with times": ["a.lrc", "[ti:Weekly]\n[00:12.00]Mira: Hi\n[00:15.30]Jon: Yes\n", ...NOTHING],
  "lyrics with times, called text": ["a.txt", "[00:12.00]Mira: Hi\n[00:15.30]Jon: Yes\n".repeat(9), ...NOTHING],
  "TTML whose elements have a prefix": [
    "a.ttml",
    '<tt:tt xmlns:tt="http://www.w3.org/ns/ttml"><tt:body/></tt:tt>',
    ...NOTHING,
  ],
  "TTML in UTF-16": [
    "a.dfxp",
    utf16(`<?xml version="1.0" encoding="UTF-16"?>\n<tt xmlns="http://www.w3.org/ns/ttml"/>`, "le", { bom: true }),
    ...NOTHING,
  ],
  "a page of the time before HTML 5": [
    "a.htm",
    '<!-- saved -->\n<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01//EN">\n<html><p>Mira: Hi',
    ...NOTHING,
  ],
  SAMI: ["a.smi", "<SAMI>\n<BODY><SYNC Start=0><P>Hi</BODY></SAMI>", ...NOTHING],
  "JSON, an object a line": ["a.json", '{"speaker":"Mira","text":"Hi"}\n{"speaker":"Jon","text":"Yes"}\n', ...NOTHING],
};

describe("an inspection is right about", () => testInspections(PRODUCTS));
