import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Fault, RunningEmulator } from "../../../demo/emulator/index.ts";
import { ApiError, createTokenEndpoint, LightfieldClient } from "../../../src/server/index.ts";
import { createMeeting, createUploaded, emulate } from "../../emulator/lab.ts";
import { get, post, proof, SECRET } from "../support.ts";

const KEY = "sk_lf_table_of_calls";
const ALL = ["files:create", "files:read", "meetings:create", "meetings:update", "meetings:read"];
const MEETING = { $title: "Kick-off", $startDate: "2026-01-07T10:00:00Z", $endDate: "2026-01-07T11:00:00Z" };
const NEW_FILE = { filename: "a.txt", mimeType: "text/plain", sizeBytes: 5 };

interface Outcome {
  readonly status: number;
  readonly type: string | undefined;
  readonly retryAfter: string | null;
  /** The whole response, to search it for the key. */
  readonly text: string;
}

interface Subjects {
  readonly pending: string;
  readonly completed: string;
  readonly meeting: string;
}
type Make = (emulator: RunningEmulator, log: string[], retryForMs?: number) => Promise<Outcome>;

/** Below the long Retry-After of these tests, and otherwise more than any machine needs. */
const RETRY_FOR_MS = 20_000;

interface Row {
  readonly call: string;
  readonly scope: string;
  readonly at: Fault["at"];
  readonly make: Make;
}

/** A call of the element, through the endpoint. */
function throughEndpoint(request: (subjects: Subjects) => Request | Promise<Request>): Make {
  return async (emulator, log, retryForMs = RETRY_FOR_MS) => {
    const handle = createTokenEndpoint({
      apiKey: emulator.apiKey,
      secret: SECRET,
      baseUrl: emulator.apiUrl,
      authorize: () => ({ reads: true }),
      retryForMs,
      onError: ({ message, stack }) => log.push(`${message} ${stack}`),
    });
    const reply = await handle(await request(subjectsOf(emulator)));
    const text = await reply.text();
    const { error } = JSON.parse(text) as { error?: { type: string } };
    return {
      status: reply.status,
      type: error?.type,
      retryAfter: reply.headers.get("retry-after"),
      text: `${text} ${JSON.stringify([...reply.headers])}`,
    };
  };
}

/** A call that only the host's own server makes. */
function byClient(call: (client: LightfieldClient, subjects: Subjects) => Promise<unknown>): Make {
  return async (emulator, _log, retryForMs = RETRY_FOR_MS) => {
    const client = new LightfieldClient({ apiKey: emulator.apiKey, baseUrl: emulator.apiUrl, retryForMs });
    try {
      return {
        status: 200,
        type: undefined,
        retryAfter: null,
        text: JSON.stringify(await call(client, subjectsOf(emulator))),
      };
    } catch (error) {
      assert.ok(error instanceof ApiError, String(error));
      const text = `${JSON.stringify(error)} ${error.stack} ${String(error.cause)}`;
      return { status: error.status, type: error.type, retryAfter: error.headers["retry-after"] ?? null, text };
    }
  };
}

function subjectsOf(emulator: RunningEmulator): Subjects {
  const idOf = (status: string) => emulator.files().find((file) => file.status === status)?.id ?? "";
  return { pending: idOf("PENDING"), completed: idOf("COMPLETED"), meeting: emulator.meetings()[0]?.id ?? "" };
}

const own = (fileId: string) => proof({ fileId });
const ROWS: readonly Row[] = [
  { call: "create", scope: "files:create", at: "create", make: throughEndpoint(() => post("", NEW_FILE)) },
  {
    call: "complete",
    scope: "files:create",
    at: "complete",
    make: throughEndpoint(async ({ pending }) => post(`/${pending}/complete`, {}, await own(pending))),
  },
  {
    call: "cancel",
    scope: "files:create",
    at: "cancel",
    make: throughEndpoint(async ({ pending }) => post(`/${pending}/cancel`, {}, await own(pending))),
  },
  {
    call: "retrieve",
    scope: "files:read",
    at: "retrieve",
    make: throughEndpoint(async ({ pending }) => get(`/${pending}`, await own(pending))),
  },
  { call: "list", scope: "files:read", at: "list", make: throughEndpoint(() => get("?limit=5")) },
  {
    call: "url",
    scope: "files:read",
    at: "url",
    make: throughEndpoint(async ({ completed }) => get(`/${completed}/url`, await own(completed))),
  },
  {
    call: "createMeeting",
    scope: "meetings:create",
    at: "meeting-create",
    make: byClient((client) => client.createMeeting({ fields: MEETING })),
  },
  {
    call: "updateMeeting",
    scope: "meetings:update",
    at: "meeting-update",
    make: byClient((client, { meeting, completed }) =>
      client.updateMeeting(meeting, { relationships: { $transcript: { replace: completed } } }),
    ),
  },
  {
    call: "retrieveMeeting",
    scope: "meetings:read",
    at: "meeting-retrieve",
    make: byClient((client, { meeting }) => client.retrieveMeeting(meeting)),
  },
];

/** An emulator with an uploaded and a completed file and a meeting, and a key that lacks at most one scope. */
async function lightfield(missing?: string): Promise<RunningEmulator> {
  const scopes = ALL.filter((scope) => scope !== missing);
  const every = { key: "sk_lf_setup", scopes: ALL };
  const emulator = await emulate({ apiKeys: [{ key: KEY, scopes }, every] });
  const setup = { ...emulator, apiKey: every.key };
  await createUploaded(setup);
  const { id } = await createUploaded(setup);
  await new LightfieldClient({ apiKey: every.key, baseUrl: emulator.apiUrl }).completeFile(id);
  await createMeeting(setup);
  return emulator;
}

for (const { call, scope, at, make } of ROWS) {
  describe(`${call}, through to Lightfield`, () => {
    const log: string[] = [];
    const keptToItself = ({ text }: Outcome) => assert.ok(!`${text}${log.join()}`.includes(KEY), text);

    it("succeeds", async () => {
      const outcome = await make(await lightfield(), log);
      assert.equal(outcome.status, 200, outcome.text);
      keptToItself(outcome);
    });

    it(`is 403, names the scope and logs it if the key lacks ${scope}`, async () => {
      log.length = 0;
      const outcome = await make(await lightfield(scope), log);
      assert.deepEqual([outcome.status, outcome.type], [403, "forbidden"]);
      assert.match(outcome.text, new RegExp(scope));
      if (!call.endsWith("Meeting")) assert.match(log.join(), new RegExp(scope));
      keptToItself(outcome);
    });

    it("is 429 with Lightfield's Retry-After if that is long", async () => {
      const emulator = await lightfield();
      emulator.faults.add({ at, do: "status", status: 429, retryAfterSeconds: 30 });
      const outcome = await make(emulator, log);
      assert.deepEqual([outcome.status, outcome.type, outcome.retryAfter], [429, "too_many_requests", "30"]);
      keptToItself(outcome);
    });

    it("waits itself if the Retry-After is short", async () => {
      const emulator = await lightfield();
      emulator.faults.add({ at, do: "status", status: 429, retryAfterSeconds: 1 });
      assert.equal((await make(emulator, log)).status, 200);
    });

    it("survives a lost response", async () => {
      const emulator = await lightfield();
      emulator.faults.add({ at, do: "disconnect" });
      assert.equal((await make(emulator, log)).status, 200);
    });

    it("is 503 without internal addresses if Lightfield is down", async () => {
      const emulator = await lightfield();
      const outcome = await make({ ...emulator, apiUrl: "http://127.0.0.1:1" }, log, 1200);
      assert.deepEqual([outcome.status, outcome.type], [503, "service_unavailable"]);
      if (!call.endsWith("Meeting")) assert.doesNotMatch(outcome.text, /127\.0\.0\.1|ECONN|fetch failed/);
      keptToItself(outcome);
    });

    it("is 502 if a proxy responds with a page", async () => {
      const emulator = await lightfield();
      emulator.faults.add({ at, do: "garbage" });
      const outcome = await make(emulator, log);
      assert.deepEqual([outcome.status, outcome.type], [502, "bad_gateway"]);
    });

    it("is not a 401 for the user if Lightfield does not know the key, and the log has the reason", async () => {
      log.length = 0;
      const emulator = await lightfield();
      const outcome = await make({ ...emulator, apiKey: "sk_lf_revoked" }, log);
      if (call.endsWith("Meeting")) {
        assert.deepEqual([outcome.status, outcome.type], [401, "unauthorized"], "the host's own server made the call");
      } else {
        assert.deepEqual([outcome.status, outcome.type], [502, "bad_gateway"]);
        assert.match(outcome.text, /"code":"key_refused"/);
        assert.match(log.join(), /The API key is not valid/);
      }
      assert.doesNotMatch(outcome.text, /sk_lf_revoked/);
    });
  });
}
