import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type MeetingDraft, meetingDraft } from "../../../src/transcripts/meeting/meeting-draft.ts";

/** [name, title, days, time with zone ("?" unknown), source] */
type Row = [name: string, title: string, days: string, time: string];

const ROWS: readonly Row[] = [
  // Zoom
  ["GMT20261120-150000_Recording.transcript.vtt", "", "2026-11-20", "15:00 +0"],
  ["GMT20261120-150312_Recording_1920x1080.transcript.vtt", "", "2026-11-20", "15:03 +0"],
  ["audio_transcript.vtt", "", "", ""],
  ["meeting_saved_closed_caption.txt", "meeting", "", ""],
  // Teams
  ["Kickoff Nordwind-20261120_150000-Meeting Recording.vtt", "Kickoff Nordwind", "2026-11-20", "15:00 ?"],
  ["Kickoff-20261120_150000-Meeting Transcript.docx", "Kickoff", "2026-11-20", "15:00 ?"],
  ["Weekly_Sync_2026-11-20.vtt", "Weekly Sync", "2026-11-20", ""],
  // Google Meet
  ["Weekly sync (2026-11-20 at 15:00 GMT+1) - Transcript.docx", "Weekly sync", "2026-11-20", "15:00 +60"],
  ["abc-defg-hij (2026-11-20 15:00 GMT-8) - Transcript.docx", "", "2026-11-20", "15:00 -480"],
  ["Weekly – 2026_11_20 15_00 CET – Notes by Gemini.docx", "Weekly", "2026-11-20", "15:00 +60"],
  ["Sales review - 2026⁄11⁄20.docx", "Sales review - 2026⁄11⁄20", "", ""],
  // Webex
  ["Kickoff-20261120 1503-1.vtt", "Kickoff", "2026-11-20", "15:03 ?"],
  ["Webex meeting-20261120 1500-1.txt", "Webex meeting", "2026-11-20", "15:00 ?"],
  // Otter, Rev, Descript
  ["Kickoff_otter_ai.txt", "Kickoff", "", ""],
  ["Kickoff.otter_ai.srt", "Kickoff", "", ""],
  ["Board meeting.mp4.vtt", "Board meeting", "", ""],
  // Fireflies, Fathom, tl;dv, Read
  ["Kickoff-transcript-2026-11-20T15-00-00.000Z.json", "Kickoff", "2026-11-20", "15:00 +0"],
  ["2026-11-20 Kickoff.vtt", "Kickoff", "2026-11-20", ""],
  ["2026-11-20T15:00:00+0100 Kickoff.vtt", "Kickoff", "2026-11-20", "15:00 +60"],
  ["2026-11-20T15:00:00-05:00_Kickoff.srt", "Kickoff", "2026-11-20", "15:00 -300"],
  ["20261120T150000Z-kickoff.sbv", "kickoff", "2026-11-20", "15:00 +0"],
  ["Kickoff [2026-11-20 3.30 PM].txt", "Kickoff", "2026-11-20", "15:30 ?"],
  ["Kickoff 2026-11-20 12am.txt", "Kickoff", "2026-11-20", "00:00 ?"],
  // Dates in other forms
  ["Besprechung 20.11.2026 um 15.00.vtt", "Besprechung", "2026-11-20", "15:00 ?"],
  ["Standup 11-20-2026.vtt", "Standup", "2026-11-20", ""],
  ["Standup 03-04-2026.vtt", "Standup", "2026-04-03 2026-03-04", ""],
  ["Standup 04.04.2026.vtt", "Standup", "2026-04-04", ""],
  ["Standup 31.02.2026.vtt", "Standup 31.02.2026", "", ""],
  ["Nov 20, 2026 Kickoff.docx", "Kickoff", "2026-11-20", ""],
  ["Kickoff 20 November 2026.docx", "Kickoff", "2026-11-20", ""],
  ["Kickoff 20. März 2026.docx", "Kickoff", "2026-03-20", ""],
  ["Reunión 20 de noviembre de 2026.docx", "Reunión", "2026-11-20", ""],
  ["Réunion du 3 février 2026.vtt", "Réunion du", "2026-02-03", ""],
  ["会議 2026年11月20日.vtt", "会議", "2026-11-20", ""],
  ["اجتماع الفريق 2026-11-20.vtt", "اجتماع الفريق", "2026-11-20", ""],
  // Zones that stand for several, and numbers that are no time
  ["Kickoff 2026-11-20 15:00 CST.vtt", "Kickoff CST", "2026-11-20", "15:00 ?"],
  ["Kickoff 2026-11-20 2.vtt", "Kickoff 2", "2026-11-20", ""],
  ["Kickoff 2026-11-20 (2).vtt", "Kickoff", "2026-11-20", ""],
  ["Kickoff 2026-11-20 25-00.vtt", "Kickoff 25-00", "2026-11-20", ""],
  // 12-hour times of tools that replace ":" and "." by other characters
  ["Note 20 Nov 2026 3_04 PM_otter_ai.txt", "Note", "2026-11-20", "15:04 ?"],
  ["Fireflies-Acme-Nov-20-2026-03-00-PM.docx", "Acme", "2026-11-20", "15:00 ?"],
  ["Acme 2026-11-20 3:30:15 p.m.vtt", "Acme", "2026-11-20", "15:30 ?"],
  ["Grain - Acme (Nov 20, 2026, 3_00 PM).vtt", "Grain - Acme", "2026-11-20", "15:00 ?"],
  ["Acme 2026-11-20 12:00 AM EST.vtt", "Acme", "2026-11-20", "00:00 -300"],
  // Offsets with half hours, and the end of a span, which is none
  ["Weekly - 2026_11_20 15_00 GMT+05_30 - Transcript.docx", "Weekly", "2026-11-20", "15:00 +330"],
  ["2026-11-20T15:00:00+09:30 Acme.vtt", "Acme", "2026-11-20", "15:00 +570"],
  ["Acme 2026-11-20 09:00-10:30.vtt", "Acme", "2026-11-20", "09:00 ?"],
  ["Acme 2026-11-20 15:00-15:47.vtt", "Acme", "2026-11-20", "15:00 ?"],
  ["Acme 2026-11-20 15.00–15.47.vtt", "Acme", "2026-11-20", "15:00 ?"],
  ["2026-11-20T09:00-05:00 Acme.vtt", "Acme", "2026-11-20", "09:00 -300"],
  // Numbers after a date that are no time
  ["Acme 2026-11-20 1500 users.vtt", "Acme 1500 users", "2026-11-20", ""],
  ["Acme 2026-11-20 2024 review.vtt", "Acme 2024 review", "2026-11-20", ""],
  ["Acme 2026-11-20 3.11 planning.vtt", "Acme 3.11 planning", "2026-11-20", ""],
  ["Acme 2026-11-20 9:30.vtt", "Acme", "2026-11-20", "09:30 ?"],
  ["Acme-20261120 2003-1_transcript.vtt", "Acme", "2026-11-20", "20:03 ?"],
  // Several dates: narrowed by each other, or asked
  ["Acme 03.04.2026 (2026-04-03).vtt", "Acme 03.04.2026", "2026-04-03", ""],
  ["2026-11-20_2026-11-21 Offsite.vtt", "2026-11-21 Offsite", "2026-11-20 2026-11-21", ""],
  ["Acme 20.11.2026 und 21.11.2026.vtt", "Acme und 21.11.2026", "2026-11-20 2026-11-21", ""],
  // Teams in other languages
  ["Besprechung Acme-20261120_150000-Besprechungsaufzeichnung.vtt", "Besprechung Acme", "2026-11-20", "15:00 ?"],
  ["Reunión Acme-20261120_150000-Grabación de la reunión.mp4.vtt", "Reunión Acme", "2026-11-20", "15:00 ?"],
  ["アクメ会議-20261120_150000-会議の録音.vtt", "アクメ会議", "2026-11-20", "15:00 ?"],
  // Forms that are not read, and a month that is another one in Croatian: asked
  ["Acme Sync 2026-W47-5.vtt", "Acme Sync 2026-W47-5", "", ""],
  ["Acme Sync 20.11.26.vtt", "Acme Sync 20.11.26", "", ""],
  ["Acme 20 listopada 2026.vtt", "Acme 20 listopada 2026", "", ""],
  ["회의 2026년 11월 20일.vtt", "회의 2026년 11월 20일", "", ""],
  // No date
  ["Q3 results.vtt", "Q3 results", "", ""],
  ["playbook_1713045600000.vtt", "playbook 1713045600000", "", ""],
  ["1234567.vtt", "", "", ""],
  ["weekly.de.vtt", "weekly", "", ""],
];

const two = (value: number) => String(value).padStart(2, "0");

function shown({ title, days, time, offsetMinutes }: MeetingDraft): string[] {
  const zone = offsetMinutes === null ? "?" : `${offsetMinutes < 0 ? "" : "+"}${offsetMinutes}`;
  return [
    title,
    days.map(({ year, month, day }) => `${year}-${two(month)}-${two(day)}`).join(" "),
    time ? `${two(time.hour)}:${two(time.minute)} ${zone}` : "",
  ];
}

describe("a meeting from its transcript's name", () => {
  for (const [name, ...expected] of ROWS) {
    it(`reads ${name}`, () => assert.deepEqual(shown(meetingDraft(name, null)), expected));
  }

  it("takes duration and speakers from the captions", () => {
    const preview = { speakers: ["Mira Stahl", "Ana Ribeiro"], cues: 12, durationMs: 2_820_000, complete: true };
    const draft = meetingDraft("2026-11-20 Kickoff.vtt", preview);
    assert.equal(draft.durationMs, 2_820_000);
    assert.deepEqual(draft.speakers, ["Mira Stahl", "Ana Ribeiro"]);
  });

  it("returns for names of every length, and never a title that is too long", () => {
    for (const part of ["-", "_", " ", "(", "2026-11-20 ", "20.", "Nov ", ".vtt", "at ", "\u0000", "1"]) {
      const { title } = meetingDraft(part.repeat(255 / part.length), null);
      assert.ok(title.length <= 200);
    }
  });
});
