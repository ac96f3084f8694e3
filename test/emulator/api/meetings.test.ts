import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { RunningEmulator } from "../../../demo/emulator/index.ts";
import {
  call,
  createCompleted,
  createMeeting,
  createSession,
  createUploaded,
  emulate,
  MEETING,
  type Reply,
} from "../lab.ts";

const transcriptOf = ({ body }: Reply): string[] => body.relationships.$transcript.values;

const update = (emulator: RunningEmulator, id: string, body: object): Promise<Reply> =>
  call(emulator, `POST /v1/meetings/${id}`, { body });

const replace = (emulator: RunningEmulator, id: string, fileId: unknown): Promise<Reply> =>
  update(emulator, id, { relationships: { $transcript: { replace: fileId } } });

describe("creating a meeting", () => {
  it("returns the meeting like every later read", async () => {
    const now = Date.UTC(2026, 3, 8, 12);
    const emulator = await emulate({ now: () => now });
    const { id: fileId } = await createCompleted(emulator);
    const fields = {
      $startDate: "2026-03-16T14:00:00+02:00",
      $description: "First call",
      $meetingUrl: "https://meet.example/1",
      $organizerEmail: "sam@example.com",
      $attendeeEmails: ["alex@customer.example", "kim@customer.example"],
      $privacySetting: "METADATA",
    };
    const reply = await createMeeting(emulator, fields, { $transcript: fileId });
    assert.equal(reply.status, 200);
    const { id, ...rest } = reply.body;
    assert.match(id, /^mtg_[0-9a-z]+$/);
    assert.deepEqual(rest, {
      objectType: "meeting",
      accessLevel: "FULL",
      createdAt: "2026-04-08T12:00:00.000Z",
      updatedAt: null,
      externalId: null,
      httpLink: null,
      fields: {
        $title: { value: "Kick-off", valueType: "TEXT" },
        $startDate: { value: "2026-03-16T12:00:00.000Z", valueType: "DATETIME" },
        $endDate: { value: "2026-03-16T13:00:00.000Z", valueType: "DATETIME" },
        $description: { value: "First call", valueType: "TEXT" },
        $meetingUrl: { value: "https://meet.example/1", valueType: "URL" },
        $organizerEmail: { value: "sam@example.com", valueType: "EMAIL" },
        $attendeeEmails: { value: ["alex@customer.example", "kim@customer.example"], valueType: "EMAIL" },
        $privacySetting: { value: "METADATA", valueType: "TEXT" },
      },
      relationships: { $transcript: { cardinality: "has_one", objectType: "file", values: [fileId] } },
    });
    assert.deepEqual((await call(emulator, `GET /v1/meetings/${id}`)).body, reply.body);
  });

  it("requires only a title and dates, no transcript", async () => {
    const emulator = await emulate();
    const reply = await createMeeting(emulator, { $description: null });
    assert.equal(reply.status, 200);
    assert.deepEqual(transcriptOf(reply), []);
    assert.equal(reply.body.fields.$description.value, null);
    assert.equal(reply.body.fields.$privacySetting.value, "FULL");
    assert.equal(emulator.meetings()[0]?.transcriptId, null);
  });

  it("accepts the transcript as a list with one id, which the official clients may send", async () => {
    const emulator = await emulate();
    const { id } = await createCompleted(emulator);
    assert.deepEqual(transcriptOf(await createMeeting(emulator, {}, { $transcript: [id] })), [id]);
  });

  const HOUR = 3_600_000;
  const inAnHour = () => new Date(Date.now() + HOUR).toISOString();
  const refused: Record<string, [object, number, string, string?]> = {
    "no title": [{ $title: undefined }, 400, "fields.$title", "parameter_missing"],
    "an empty title": [{ $title: " " }, 400, "fields.$title", "invalid_value"],
    "a title that is no text": [{ $title: 7 }, 400, "fields.$title", "invalid_type"],
    "no start": [{ $startDate: undefined }, 400, "fields.$startDate", "parameter_missing"],
    "no end": [{ $endDate: undefined }, 400, "fields.$endDate", "parameter_missing"],
    "a date in words": [{ $startDate: "yesterday" }, 400, "fields.$startDate", "invalid_value"],
    "a time without its offset": [{ $startDate: "2026-03-16T12:00:00" }, 400, "fields.$startDate", "invalid_value"],
    "a day that never was": [{ $startDate: "2026-02-30T12:00:00Z" }, 400, "fields.$startDate", "invalid_value"],
    "a start in the future": [{ $startDate: inAnHour(), $endDate: inAnHour() }, 422, "fields.$startDate"],
    "an end in the future": [{ $endDate: inAnHour() }, 422, "fields.$endDate"],
    "an end before the start": [{ $endDate: "2026-03-16T12:30:00+01:00" }, 422, "fields.$endDate"],
    "an address that is no web address": [{ $meetingUrl: "javascript:1" }, 400, "fields.$meetingUrl", "invalid_value"],
    "two organizers": [{ $organizerEmail: ["a@b.example"] }, 400, "fields.$organizerEmail", "invalid_type"],
    "attendees outside a list": [{ $attendeeEmails: "a@b.example" }, 400, "fields.$attendeeEmails", "invalid_type"],
    "an attendee without an address": [{ $attendeeEmails: ["Alex"] }, 400, "fields.$attendeeEmails", "invalid_value"],
    "an unknown privacy": [{ $privacySetting: "SECRET" }, 400, "fields.$privacySetting", "invalid_value"],
    "an unknown field": [{ $mood: "good" }, 400, "fields.$mood", "unknown_field"],
  };
  for (const [what, [fields, status, param, code]] of Object.entries(refused)) {
    it(`refuses ${what} and names the field`, async () => {
      const emulator = await emulate();
      const { body, ...reply } = await createMeeting(emulator, fields);
      assert.equal(reply.status, status);
      assert.equal(body.error.type, status === 400 ? "bad_request" : "unprocessable_content");
      assert.equal(body.error.param, param);
      assert.equal(body.error.code, code);
      assert.deepEqual(emulator.meetings(), []);
    });
  }

  it("refuses a relationship that is read-only", async () => {
    const emulator = await emulate();
    const { status, body } = await createMeeting(emulator, {}, { $account: ["acc_1"] });
    assert.equal(status, 400);
    assert.equal(body.error.code, "unknown_relationship");
    assert.equal(body.error.param, "relationships.$account");
  });

  it("refuses fields outside `fields`", async () => {
    const emulator = await emulate();
    const { status, body } = await call(emulator, "POST /v1/meetings", { body: MEETING });
    assert.equal(status, 400);
    assert.equal(body.error.code, "unknown_field");
  });

  it("creates one meeting for one idempotency key", async () => {
    const emulator = await emulate();
    const headers = { "idempotency-key": "k" };
    const first = await createMeeting(emulator, {}, undefined, headers);
    assert.deepEqual((await createMeeting(emulator, {}, undefined, headers)).body, first.body);
    assert.equal(emulator.meetings().length, 1);
  });
});

describe("a transcript", () => {
  const states: Record<string, (emulator: RunningEmulator) => Promise<{ id: string }>> = {
    pending: (emulator) => createUploaded(emulator),
    cancelled: async (emulator) => {
      const session = await createSession(emulator);
      await call(emulator, `POST /v1/files/${session.id}/cancel`);
      return session;
    },
    expired: async (emulator) => {
      const session = await createUploaded(emulator);
      emulator.advance(3_600_000);
      return session;
    },
  };
  for (const [state, prepare] of Object.entries(states)) {
    it(`is refused while its file is ${state}`, async () => {
      const emulator = await emulate();
      const { body: meeting } = await createMeeting(emulator);
      const { id: fileId } = await prepare(emulator);
      const asNew = await createMeeting(emulator, {}, { $transcript: fileId });
      const asReplacement = await replace(emulator, meeting.id, fileId);
      assert.deepEqual([asNew.status, asReplacement.status], [422, 422]);
      assert.equal(asNew.body.error.param, "relationships.$transcript");
      assert.equal(asReplacement.body.error.param, "relationships.$transcript.replace");
      assert.match(asNew.body.error.message, new RegExp(state, "i"));
      assert.equal(emulator.meetings().length, 1, "no meeting is left behind");
      assert.equal(emulator.meetings()[0]?.transcriptId, null);
    });
  }

  it("must be a file that exists", async () => {
    const emulator = await emulate();
    const { body: meeting } = await createMeeting(emulator);
    for (const reply of [
      await createMeeting(emulator, {}, { $transcript: "fil_none" }),
      await replace(emulator, meeting.id, "fil_none"),
      await replace(emulator, meeting.id, meeting.id),
    ]) {
      assert.equal(reply.status, 400);
      assert.equal(reply.body.error.code, "relationship_entity_missing");
      assert.match(reply.body.error.param, /^relationships\.\$transcript/);
    }
  });

  it("must be a single file", async () => {
    const emulator = await emulate();
    const ids = [(await createCompleted(emulator)).id, (await createCompleted(emulator)).id];
    const { status, body } = await createMeeting(emulator, {}, { $transcript: ids });
    assert.equal(status, 422);
    assert.equal(body.error.param, "relationships.$transcript");
  });

  it("can be set later and replaced, but not added to another or removed", async () => {
    const emulator = await emulate();
    const [first, second] = [await createCompleted(emulator), await createCompleted(emulator)];
    const { body: meeting } = await createMeeting(emulator);
    assert.deepEqual(transcriptOf(await replace(emulator, meeting.id, first.id)), [first.id]);
    assert.deepEqual(transcriptOf(await replace(emulator, meeting.id, second.id)), [second.id]);
    for (const operation of [{ add: first.id }, { remove: second.id }, { replace: null }, {}, first.id, null]) {
      const reply = await update(emulator, meeting.id, { relationships: { $transcript: operation } });
      assert.equal(reply.status, 400, JSON.stringify(operation));
    }
    assert.deepEqual(transcriptOf(await call(emulator, `GET /v1/meetings/${meeting.id}`)), [second.id]);
  });
});

describe("updating a meeting", () => {
  it("changes the given fields, keeps the others, and returns the time", async () => {
    const created = Date.UTC(2026, 3, 8, 12);
    const emulator = await emulate({ now: () => created });
    const { id: fileId } = await createCompleted(emulator);
    const { body: meeting } = await createMeeting(emulator, {}, { $transcript: fileId });
    emulator.advance(60_000);
    const reply = await update(emulator, meeting.id, { fields: { $privacySetting: "METADATA" } });
    assert.equal(reply.status, 200);
    assert.equal(reply.body.fields.$privacySetting.value, "METADATA");
    assert.equal(reply.body.fields.$title.value, MEETING.$title);
    assert.deepEqual(transcriptOf(reply), [fileId]);
    assert.equal(reply.body.createdAt, meeting.createdAt);
    assert.equal(reply.body.updatedAt, "2026-04-08T12:01:00.000Z");
  });

  it("cannot change the title and the dates", async () => {
    const emulator = await emulate();
    const { body: meeting } = await createMeeting(emulator);
    for (const name of ["$title", "$startDate"] as const) {
      const { status, body } = await update(emulator, meeting.id, { fields: { [name]: MEETING[name] } });
      assert.equal(status, 400);
      assert.equal(body.error.param, `fields.${name}`);
    }
  });

  it("repeats the first response for the same idempotency key", async () => {
    const emulator = await emulate();
    const { body: meeting } = await createMeeting(emulator);
    const send = ($privacySetting: string) =>
      call(emulator, `POST /v1/meetings/${meeting.id}`, {
        body: { fields: { $privacySetting } },
        headers: { "idempotency-key": "k" },
      });
    const first = await send("METADATA");
    assert.deepEqual((await send("FULL")).body, first.body);
    assert.equal(emulator.meetings()[0]?.fields.$privacySetting, "METADATA");
  });

  it("is 404 for an unknown meeting, like reading it", async () => {
    const emulator = await emulate();
    for (const reply of [await update(emulator, "mtg_none", {}), await call(emulator, "GET /v1/meetings/mtg_none")]) {
      assert.equal(reply.status, 404);
      assert.equal(reply.body.error.type, "not_found");
    }
  });
});
