import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  attachTranscript,
  createTokenEndpoint,
  type FileHook,
  type Meeting,
  type MeetingChoice,
  type TokenEndpointOptions,
} from "../../../src/server/index.ts";
import { createMeeting, createUploaded, emulate } from "../../emulator/lab.ts";
import { get, post, proof, SECRET } from "../support.ts";

const FIELDS = { $title: "Kick-off", $startDate: "2026-01-07T10:00:00Z", $endDate: "2026-01-07T11:00:00Z" };

/** A host with the given `onCompleted` hook and an emulator with an uploaded file. */
async function hostWith(onCompleted: FileHook, scopes?: readonly string[]) {
  const apiKeys = [
    { key: "sk_lf_host", scopes: scopes ?? ["files:create", "files:read", "meetings:create", "meetings:update"] },
  ];
  const emulator = await emulate(scopes ? { apiKeys: [...apiKeys] } : {});
  const logged: string[] = [];
  const options: TokenEndpointOptions = {
    apiKey: emulator.apiKey,
    secret: SECRET,
    baseUrl: emulator.apiUrl,
    authorize: () => ({ subject: "ada" }),
    retryForMs: 20_000,
    onError: ({ message }) => logged.push(message),
    onCompleted,
  };
  const handle = createTokenEndpoint(options);
  const { id } = await createUploaded(emulator, { purpose: "meeting_transcript" });
  const own = (context: unknown) => proof({ fileId: id, subject: "ada", context });
  return {
    emulator,
    logged,
    id,
    complete: async (context: unknown) => handle(post(`/${id}/complete`, {}, await own(context))),
    retrieve: async (context: unknown) => handle(get(`/${id}`, await own(context))),
  };
}

const chosen = (choice: (context: unknown) => MeetingChoice | null, attached?: Meeting[]) =>
  attachTranscript({
    meeting: ({ context }) => choice(context),
    onAttached: (meeting) => void attached?.push(meeting),
  });

describe("attachTranscript", () => {
  it("creates a meeting from the file, the user and the context", async () => {
    const attached: Meeting[] = [];
    const onCompleted = attachTranscript({
      meeting: ({ file, subject, context }) => ({
        fields: { ...FIELDS, $title: `${subject}: ${String(context)}`, $description: file.filename },
      }),
      onAttached: (meeting, { file }) => {
        attached.push(meeting);
        assert.equal(file.status, "COMPLETED");
      },
    });
    const host = await hostWith(onCompleted);
    assert.equal((await host.complete("Kick-off")).status, 200);
    const [meeting] = host.emulator.meetings();
    assert.equal(meeting?.fields.$title, "ada: Kick-off");
    assert.equal(meeting?.transcriptId, host.id);
    assert.deepEqual([attached[0]?.id, attached[0]?.transcriptId], [meeting?.id, host.id]);
    assert.equal(attached[0]?.fields.$title, "ada: Kick-off");
    assert.deepEqual(host.logged, []);
  });

  it("replaces the transcript of an existing meeting", async () => {
    const host = await hostWith(chosen((context) => ({ meetingId: String(context) })));
    const { id } = (await createMeeting(host.emulator)).body;
    assert.equal((await host.complete(id)).status, 200);
    assert.deepEqual(
      host.emulator.meetings().map((meeting) => [meeting.id, meeting.transcriptId]),
      [[id, host.id]],
    );
  });

  it("sends an invented meeting id unchanged, whatever characters it has", async () => {
    for (const id of ["会議", "a\r\nb", "m".repeat(300)]) {
      const host = await hostWith(chosen((context) => ({ meetingId: String(context) })));
      assert.equal((await host.complete(id)).status, 200);
      assert.match(host.logged.join(), /attaching it to the meeting [\x20-\x7e]+ failed.*No resource found/);
    }
  });

  it("attaches to the meeting of the context without any code", async () => {
    const host = await hostWith(attachTranscript());
    const { id } = (await createMeeting(host.emulator)).body;
    assert.equal((await host.complete({ meetingId: id, meeting: { title: "not used" } })).status, 200);
    assert.deepEqual(
      host.emulator.meetings().map((meeting) => [meeting.id, meeting.transcriptId]),
      [[id, host.id]],
    );
    assert.deepEqual(host.logged, []);
  });

  it("creates the meeting that the context describes without any code", async () => {
    const host = await hostWith(attachTranscript());
    const meeting = {
      title: "  Kick-off\r\nNordwind ",
      start: "2026-01-07T11:00:00+01:00",
      end: "2026-01-07T10:47:00Z",
      speakers: ["Mira Stahl", 7, "", "田中 花子"],
    };
    assert.equal((await host.complete({ meeting })).status, 200);
    const [created] = host.emulator.meetings();
    assert.deepEqual(host.logged, []);
    assert.equal(created?.transcriptId, host.id);
    const { $title, $startDate, $endDate, $description } = created?.fields ?? {};
    assert.deepEqual(
      { $title, $startDate, $endDate, $description },
      {
        $title: "Kick-off Nordwind",
        $startDate: "2026-01-07T10:00:00.000Z",
        $endDate: "2026-01-07T10:47:00.000Z",
        $description: "Speakers: Mira Stahl, 田中 花子",
      },
    );
  });

  it("creates no meeting from a context that is wrong, and says at once what is wrong", async () => {
    const good = { title: "Kick-off", start: "2026-01-07T10:00:00Z", end: "2026-01-07T11:00:00Z" };
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    const wrong: [context: unknown, reason: RegExp][] = [
      [{ meetingId: "会議" }, /context\.meetingId is not the id of a meeting/],
      [{ meetingId: "a\r\nb" }, /context\.meetingId is not the id/],
      [{ meetingId: 7 }, /context\.meetingId is not the id/],
      [{ meeting: "Kick-off" }, /context\.meeting is not an object/],
      [{ meeting: { ...good, title: " " } }, /title is missing/],
      [{ meeting: { ...good, start: "2026-01-07 10:00" } }, /start is not a time/],
      [{ meeting: { ...good, end: undefined } }, /end is not a time/],
      [{ meeting: { ...good, end: "2026-01-07T09:00:00Z" } }, /end is before its start/],
      [{ meeting: { ...good, end: "2026-01-09T09:00:00Z" } }, /longer than a day/],
      [{ meeting: { ...good, start: tomorrow, end: tomorrow } }, /end is in the future/],
    ];
    const host = await hostWith(attachTranscript());
    for (const [context, reason] of wrong) {
      host.logged.length = 0;
      assert.equal((await host.complete(context)).status, 200);
      assert.equal(host.logged.length, 1);
      assert.match(host.logged.join(), reason);
    }
    host.logged.length = 0;
    for (const context of [undefined, null, 7, "x", [], {}, { meeting: null }]) await host.complete(context);
    assert.deepEqual(host.logged, []);
    assert.deepEqual(host.emulator.meetings(), []);
  });

  it("does nothing for a file that belongs to no meeting", async () => {
    const host = await hostWith(chosen(() => null));
    assert.equal((await host.complete(null)).status, 200);
    assert.deepEqual([host.emulator.meetings(), host.logged], [[], []]);
  });

  it("creates one meeting, however often a file is reported", async () => {
    const host = await hostWith(chosen(() => ({ fields: FIELDS })));
    await host.complete(null);
    await host.complete(null);
    await host.retrieve(null);
    assert.equal(host.emulator.meetings().length, 1);
    assert.deepEqual(host.logged, []);
  });

  it("does not restore an old transcript when its upload is reported late", async () => {
    const host = await hostWith(chosen((context) => ({ meetingId: String(context) })));
    const { id } = (await createMeeting(host.emulator)).body;
    await host.complete(id);
    const newer = await createUploaded(host.emulator);
    const client = createTokenEndpoint({
      apiKey: host.emulator.apiKey,
      secret: SECRET,
      baseUrl: host.emulator.apiUrl,
      authorize: () => ({ subject: "ada" }),
      onCompleted: chosen(() => ({ meetingId: id })),
    });
    await client(post(`/${newer.id}/complete`, {}, await proof({ fileId: newer.id, subject: "ada" })));
    assert.equal(host.emulator.meetings()[0]?.transcriptId, newer.id);
    await host.retrieve(id);
    assert.equal(host.emulator.meetings()[0]?.transcriptId, newer.id);
  });

  it("survives a short failure of Lightfield", async () => {
    const host = await hostWith(chosen(() => ({ fields: FIELDS })));
    host.emulator.faults.add({ at: "meeting-create", do: "disconnect-before-answer" });
    await host.complete(null);
    assert.equal(host.emulator.meetings().length, 1);
    assert.deepEqual(host.logged, []);
  });

  for (const [what, choice, scopes, said] of [
    ["the key lacks meetings:create", { fields: FIELDS }, ["files:create"], /a new meeting.*`meetings:create`/],
    ["the key lacks meetings:update", { meetingId: "mtg_1" }, ["files:create"], /the meeting mtg_1.*`meetings:update`/],
    ["there is no such meeting", { meetingId: "mtg_none" }, undefined, /the meeting mtg_none.*No resource/],
    ["the id is invalid", { meetingId: ".." }, undefined, /the meeting \.\./],
    [
      "the meeting is not over yet",
      { fields: { ...FIELDS, $endDate: "2999-01-01T00:00:00Z" } },
      undefined,
      /a new meeting.*past/,
    ],
  ] as const) {
    it(`keeps the file and reports why when ${what}`, async () => {
      const host = await hostWith(
        chosen(() => choice),
        scopes,
      );
      const reply = await host.complete(null);
      assert.equal(reply.status, 200);
      assert.equal(((await reply.json()) as { status: string }).status, "COMPLETED");
      assert.equal(host.logged.length, 1);
      assert.match(
        host.logged[0] ?? "",
        new RegExp(`\\(${host.id}\\) is stored in Lightfield, but attaching it to ${said.source}`),
      );
      assert.deepEqual(host.emulator.meetings(), []);
    });
  }

  it("attaches at the next report if the first failed", async () => {
    let choice: MeetingChoice = { meetingId: "mtg_none" };
    const host = await hostWith(chosen(() => choice));
    await host.complete(null);
    choice = { fields: FIELDS };
    await host.retrieve(null);
    assert.equal(host.emulator.meetings()[0]?.transcriptId, host.id);
  });
});
