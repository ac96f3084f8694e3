import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  confirm,
  dateFor,
  endFor,
  fieldsFrom,
  isZoneAssumed,
  problemsOf,
} from "../../../src/element/meeting/details.ts";
import { meetingDraft } from "../../../src/transcripts/meeting/meeting-draft.ts";

const NOW = Date.parse("2026-11-29T12:00:00Z");
const captions = (durationMs: number, speakers: string[] = []) => ({ speakers, cues: 3, durationMs, complete: true });
const MINUTES_47 = 47 * 60_000;

/** Runs in another time zone; the clock of the process is restored afterwards. */
function inZone(zone: string, run: () => void): void {
  const before = process.env.TZ;
  process.env.TZ = zone;
  try {
    run();
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
}

describe("the details of a meeting", () => {
  it("come from the name and the captions, in the user's zone", () => {
    const draft = meetingDraft("GMT20261120-150000_Recording.transcript.vtt", captions(MINUTES_47, ["Mira Stahl"]));
    inZone("Europe/Berlin", () => {
      assert.deepEqual(fieldsFrom(draft), { title: "", date: "2026-11-20", start: "16:00", end: "16:47" });
      const fields = { ...fieldsFrom(draft), title: " Kick-off " };
      assert.deepEqual(problemsOf(fields, draft, NOW), []);
      assert.deepEqual(confirm(fields, draft, NOW), {
        title: "Kick-off",
        start: "2026-11-20T15:00:00.000Z",
        end: "2026-11-20T15:47:00.000Z",
        speakers: ["Mira Stahl"],
      });
    });
    // The day changes with the zone.
    inZone("Pacific/Auckland", () => assert.equal(fieldsFrom(draft).date, "2026-11-21"));
    inZone("America/Los_Angeles", () => assert.equal(fieldsFrom(draft).start, "07:00"));
  });

  it("ask for everything that the file does not say", () => {
    const draft = meetingDraft("audio_transcript.vtt", null);
    const fields = fieldsFrom(draft);
    assert.deepEqual(fields, { title: "", date: "", start: "", end: "" });
    assert.deepEqual(problemsOf(fields, draft, NOW), ["title", "date", "start", "end"]);
    assert.equal(confirm(fields, draft, NOW), null);
  });

  it("ask which date is meant when day and month could be exchanged", () => {
    const draft = meetingDraft("Standup 03-04-2026 15.00.vtt", captions(MINUTES_47));
    inZone("Europe/Berlin", () => {
      const fields = fieldsFrom(draft);
      assert.deepEqual([fields.date, fields.start, fields.end], ["", "15:00", "15:47"]);
      assert.deepEqual(problemsOf(fields, draft, NOW), ["which-date"]);
      assert.deepEqual(
        draft.days.map((day) => dateFor(draft, day)),
        ["2026-04-03", "2026-03-04"],
      );
    });
  });

  it("say that the zone is assumed when the file has a time without one", () => {
    assert.equal(isZoneAssumed(meetingDraft("Kickoff-20261120_150000-Meeting Recording.vtt", null)), true);
    assert.equal(isZoneAssumed(meetingDraft("GMT20261120-150000_Recording.vtt", null)), false);
    assert.equal(isZoneAssumed(meetingDraft("2026-11-20 Kickoff.vtt", null)), false);
  });

  it("refuse a meeting in the future, and ask about one that is too long", () => {
    inZone("UTC", () => {
      const draft = meetingDraft("Kickoff 2026-11-29 11:30.vtt", captions(MINUTES_47));
      const fields = fieldsFrom(draft);
      assert.deepEqual(problemsOf(fields, draft, NOW), ["future"]);
      assert.deepEqual(problemsOf(fields, draft, NOW + 3_600_000), []);
      const long = { ...fields, date: "2026-11-20", start: "15:00", end: "14:00" };
      assert.deepEqual(problemsOf(long, draft, NOW), ["too-long"]);
      assert.equal(confirm(long, draft, NOW), null);
    });
  });

  it("let a meeting end after midnight", () => {
    inZone("UTC", () => {
      const draft = meetingDraft("Night shift 2026-11-20 23:30.vtt", captions(MINUTES_47));
      const meeting = confirm(fieldsFrom(draft), draft, NOW);
      assert.equal(meeting?.end, "2026-11-21T00:17:00.000Z");
    });
  });

  it("keep the duration when the user corrects the start", () => {
    assert.equal(endFor("09:15", MINUTES_47), "10:02");
    assert.equal(endFor("23:50", MINUTES_47), "00:37");
    assert.equal(endFor("09:15", null), "");
    assert.equal(endFor("", MINUTES_47), "");
  });
});
