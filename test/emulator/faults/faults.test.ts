import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import type { ApiPhase, RunningEmulator } from "../../../demo/emulator/index.ts";
import {
  call,
  createCompleted,
  createMeeting,
  createSession,
  createUploaded,
  emulate,
  HELLO_MD5,
  laterRequests,
  md5Of,
  put,
  statusOf,
  TRANSCRIPT,
  until,
} from "../lab.ts";
import { openPut, readToEnd } from "../raw-put.ts";

const ORIGIN = "https://page.example";

/** A call of each kind on a new file, and a function that says whether the call was performed. */
const CALLS: Record<
  ApiPhase,
  (emulator: RunningEmulator) => Promise<{ send: () => ReturnType<typeof call>; done: boolean | (() => boolean) }>
> = {
  create: async (emulator) => ({
    send: () => call(emulator, "POST /v1/files", { body: TRANSCRIPT }),
    done: () => emulator.files().length === 1,
  }),
  complete: async (emulator) => {
    const session = await createUploaded(emulator);
    return {
      send: () => call(emulator, `POST /v1/files/${session.id}/complete`, { body: { md5: HELLO_MD5 } }),
      done: () => statusOf(emulator, session) === "COMPLETED",
    };
  },
  cancel: async (emulator) => {
    const session = await createSession(emulator);
    return {
      send: () => call(emulator, `POST /v1/files/${session.id}/cancel`),
      done: () => statusOf(emulator, session) === "CANCELLED",
    };
  },
  retrieve: async (emulator) => {
    const { id } = await createSession(emulator);
    return { send: () => call(emulator, `GET /v1/files/${id}`), done: true };
  },
  list: async (emulator) => ({ send: () => call(emulator, "GET /v1/files"), done: true }),
  url: async (emulator) => {
    const { id } = await createUploaded(emulator);
    await call(emulator, `POST /v1/files/${id}/complete`);
    return { send: () => call(emulator, `GET /v1/files/${id}/url`), done: true };
  },
  "meeting-create": async (emulator) => ({
    send: () => createMeeting(emulator),
    done: () => emulator.meetings().length === 1,
  }),
  "meeting-update": async (emulator) => {
    const { id: replace } = await createCompleted(emulator);
    const { body } = await createMeeting(emulator);
    const relationships = { $transcript: { replace } };
    return {
      send: () => call(emulator, `POST /v1/meetings/${body.id}`, { body: { relationships } }),
      done: () => emulator.meetings()[0]?.transcriptId === replace,
    };
  },
  "meeting-retrieve": async (emulator) => {
    const { body } = await createMeeting(emulator);
    return { send: () => call(emulator, `GET /v1/meetings/${body.id}`), done: true };
  },
  "meeting-list": async (emulator) => ({ send: () => call(emulator, "GET /v1/meetings"), done: true }),
  "validate-key": async (emulator) => ({ send: () => call(emulator, "GET /v1/auth/validate"), done: true }),
};

for (const phase of Object.keys(CALLS) as ApiPhase[]) {
  describe(`a fault at ${phase}`, () => {
    const prepare = async () => {
      const emulator = await emulate();
      const { send, done } = await CALLS[phase](emulator);
      const isDone = () => (typeof done === "boolean" ? null : done());
      return { emulator, send, isDone };
    };
    const last = (emulator: RunningEmulator) =>
      emulator.requests.entries.filter((entry) => entry.phase === phase).at(-1);

    it("disconnect: cuts the connection and does nothing, once", async () => {
      const { emulator, send, isDone } = await prepare();
      emulator.faults.add({ at: phase, do: "disconnect" });
      await assert.rejects(send());
      assert.notEqual(isDone(), true);
      assert.equal(last(emulator)?.status, null);
      assert.equal((await send()).status, 200);
      assert.notEqual(isDone(), false);
    });

    it("disconnect-before-answer: performs the call, then cuts the connection", async () => {
      const { emulator, send, isDone } = await prepare();
      emulator.faults.add({ at: phase, do: "disconnect-before-answer" });
      await assert.rejects(send());
      assert.notEqual(isDone(), false);
    });

    it("status: sends the given response and does nothing", async () => {
      const { emulator, send, isDone } = await prepare();
      emulator.faults.add({ at: phase, do: "status", status: 429, retryAfterSeconds: 3, message: "<b>Busy</b>" });
      const { status, headers, body } = await send();
      assert.equal(status, 429);
      assert.equal(headers.get("retry-after"), "3");
      assert.deepEqual(body, { error: { type: "too_many_requests", message: "<b>Busy</b>" } });
      assert.notEqual(isDone(), true);
      assert.equal(last(emulator)?.retryAfterSeconds, 3);
    });

    it("garbage: responds 200 without JSON, and does nothing", async () => {
      const { emulator, send, isDone } = await prepare();
      emulator.faults.add({ at: phase, do: "garbage" });
      const { status, body } = await send();
      assert.equal(status, 200);
      assert.match(body, /^<!doctype html>/);
      assert.notEqual(isDone(), true);
    });

    it("trickle: sends the complete response slowly", async () => {
      const { emulator, send } = await prepare();
      emulator.faults.add({ at: phase, do: "trickle", bytesPerSecond: 1000 });
      const startedAt = performance.now();
      const { status, headers } = await send();
      assert.equal(status, 200);
      const bytes = Number(headers.get("content-length"));
      assert.ok(performance.now() - startedAt > bytes * 0.8, `${bytes} bytes came too fast`);
    });

    it("stall: never responds", async () => {
      const { emulator, send, isDone } = await prepare();
      emulator.faults.add({ at: phase, do: "stall" });
      const outcome = send().then(
        () => "answered",
        () => "cut",
      );
      assert.equal(await Promise.race([outcome, laterRequests(emulator)]), "still waiting");
      assert.notEqual(isDone(), true);
      await emulator.close();
      assert.equal(await outcome, "cut");
    });
  });
}

describe("an expire fault", () => {
  it("at create: returns a session that has already expired", async () => {
    const emulator = await emulate();
    emulator.faults.add({ at: "create", do: "expire" });
    const session = await createSession(emulator);
    assert.equal(statusOf(emulator, session), "EXPIRED");
    assert.equal((await put(session, "hello")).status, 403);
  });

  for (const phase of ["complete", "cancel"]) {
    it(`at ${phase}: the session has expired when the call arrives`, async () => {
      const emulator = await emulate();
      const session = await createUploaded(emulator);
      emulator.faults.add({ at: phase as ApiPhase, do: "expire" });
      assert.equal((await call(emulator, `POST /v1/files/${session.id}/${phase}`)).status, 409);
      assert.equal(statusOf(emulator, session), "EXPIRED");
    });
  }

  it("at transfer: refuses the bytes with 403 and without CORS headers", async () => {
    const emulator = await emulate();
    const session = await createSession(emulator);
    emulator.faults.add({ at: "transfer", do: "expire" });
    const response = await put(session, "hello", { ...session.uploadHeaders, origin: ORIGIN });
    assert.equal(response.status, 403);
    assert.equal(response.headers.get("access-control-allow-origin"), null);
    assert.equal(statusOf(emulator, session), "EXPIRED");
  });

  it("at transfer after some bytes: creates no object", async () => {
    const emulator = await emulate();
    const session = await createSession(emulator);
    emulator.faults.add({ at: "transfer", do: "expire", afterBytes: 3 });
    assert.equal((await put(session, "hello")).status, 403);
    assert.equal(emulator.objectPath(session.id), null);
  });
});

describe("a fault at transfer", () => {
  const MIB = 1024 * 1024;
  const transfers = (emulator: RunningEmulator) =>
    emulator.requests.entries.filter(({ phase }) => phase === "transfer");

  it("disconnect: cuts the connection after the given bytes, and nothing is stored", async () => {
    const emulator = await emulate();
    const session = await createSession(emulator, { sizeBytes: 8 * MIB });
    emulator.faults.add({ at: "transfer", do: "disconnect", afterBytes: MIB });
    await assert.rejects(put(session, new Uint8Array(8 * MIB)));
    const [entry] = transfers(emulator);
    assert.equal(entry?.status, null);
    assert.ok((entry?.bytesIn ?? 0) >= MIB && (entry?.bytesIn ?? 0) < 8 * MIB, `${entry?.bytesIn} bytes were read`);
    assert.equal(emulator.objectPath(session.id), null);
    assert.equal((await put(session, new Uint8Array(8 * MIB))).status, 200);
  });

  it("disconnect: also cuts the connection if the body is shorter", async () => {
    const emulator = await emulate();
    const session = await createSession(emulator);
    emulator.faults.add({ at: "transfer", do: "disconnect", afterBytes: MIB });
    await assert.rejects(put(session, "hello"));
    assert.equal(emulator.objectPath(session.id), null);
  });

  it("disconnect-before-answer: stores the object, then cuts the connection", async () => {
    const emulator = await emulate();
    const session = await createSession(emulator);
    emulator.faults.add({ at: "transfer", do: "disconnect-before-answer" });
    await assert.rejects(put(session, "hello"));
    assert.equal(emulator.files()[0]?.md5, HELLO_MD5);
  });

  it("status: reads the body, stores nothing, and a page can read the response", async () => {
    const emulator = await emulate();
    const session = await createSession(emulator);
    emulator.faults.add({ at: "transfer", do: "status", status: 503, retryAfterSeconds: 2 });
    const response = await put(session, "hello", { ...session.uploadHeaders, origin: ORIGIN });
    assert.equal(response.status, 503);
    assert.equal(response.headers.get("retry-after"), "2");
    assert.equal(response.headers.get("access-control-allow-origin"), ORIGIN);
    assert.match(response.headers.get("access-control-expose-headers") ?? "", /Retry-After/);
    assert.equal(transfers(emulator)[0]?.bytesIn, 5);
    assert.equal(transfers(emulator)[0]?.retryAfterSeconds, 2);
    assert.equal(emulator.objectPath(session.id), null);
  });

  it("status after some bytes: responds while the body arrives and closes the connection", async () => {
    const emulator = await emulate();
    const session = await createSession(emulator, { sizeBytes: 1000 });
    emulator.faults.add({ at: "transfer", do: "status", status: 500, afterBytes: 10 });
    const socket = await openPut(session, 1000);
    const answer = readToEnd(socket);
    socket.write("x".repeat(20));
    assert.match(await answer, /^HTTP\/1.1 500 /);
    assert.equal(transfers(emulator)[0]?.status, 500);
    assert.equal(emulator.objectPath(session.id), null);
  });

  it("trickle: reads the body at the given speed", async () => {
    const emulator = await emulate();
    const session = await createSession(emulator, { sizeBytes: 20_000 });
    emulator.faults.add({ at: "transfer", do: "trickle", bytesPerSecond: 50_000 });
    const startedAt = performance.now();
    assert.equal((await put(session, "x".repeat(20_000))).status, 200);
    assert.ok(performance.now() - startedAt > 350, "400 ms were due");
  });

  it("stall: stops reading and never responds", async () => {
    const emulator = await emulate();
    const session = await createSession(emulator);
    emulator.faults.add({ at: "transfer", do: "stall", afterBytes: 2 });
    const leave = new AbortController();
    const outcome = fetch(session.uploadUrl, {
      method: "PUT",
      headers: session.uploadHeaders,
      body: "hello",
      signal: leave.signal,
    });
    assert.equal(await Promise.race([outcome, laterRequests(emulator)]), "still waiting");
    leave.abort();
    await assert.rejects(outcome);
    assert.equal(emulator.objectPath(session.id), null);
  });

  it("corrupt: flips one bit at the given offset, so the digest does not match", async () => {
    const emulator = await emulate();
    const session = await createSession(emulator);
    emulator.faults.add({ at: "transfer", do: "corrupt", afterBytes: 4 });
    assert.equal((await put(session, "hello")).status, 200);
    assert.equal(readFileSync(emulator.objectPath(session.id) ?? "", "utf8"), "helln");
    assert.equal(emulator.files()[0]?.md5, md5Of("helln"));
    const { body } = await call(emulator, `POST /v1/files/${session.id}/complete`, { body: { md5: HELLO_MD5 } });
    assert.equal(body.error.code, "md5_mismatch");
  });

  it("garbage: responds 200 although nothing is stored", async () => {
    const emulator = await emulate();
    const session = await createSession(emulator);
    emulator.faults.add({ at: "transfer", do: "garbage" });
    const response = await put(session, "hello");
    assert.equal(response.status, 200);
    assert.match(await response.text(), /^<!doctype html>/);
    assert.equal(emulator.objectPath(session.id), null);
  });

  it("refuse-cors: refuses the preflight, or hides the response from the page", async () => {
    const emulator = await emulate();
    const session = await createSession(emulator);
    const headers = {
      origin: ORIGIN,
      "access-control-request-method": "PUT",
      "access-control-request-headers": "content-type",
    };
    const preflight = () => fetch(session.uploadUrl, { method: "OPTIONS", headers });
    emulator.faults.add({ at: "transfer", do: "refuse-cors" });
    assert.equal((await preflight()).status, 403);
    assert.equal((await preflight()).status, 200);
    emulator.faults.add({ at: "transfer", do: "refuse-cors" });
    const response = await put(session, "hello", { ...session.uploadHeaders, origin: ORIGIN });
    assert.equal(response.headers.get("access-control-allow-origin"), null);
  });
});

describe("a client that disconnects", () => {
  it("during a slow response does not harm the server", async () => {
    const emulator = await emulate();
    emulator.faults.add({ at: "list", do: "trickle", bytesPerSecond: 400 });
    const leave = new AbortController();
    const headers = { authorization: `Bearer ${emulator.apiKey}`, "lightfield-version": "2026-03-01" };
    const response = await fetch(`${emulator.apiUrl}/v1/files`, { headers, signal: leave.signal });
    leave.abort();
    await assert.rejects(response.text());
    assert.equal((await call(emulator, "GET /v1/files")).status, 200);
  });

  it("before a late response does not harm the server", async () => {
    let ended = false;
    const emulator = await emulate({
      log: ({ phase }) => {
        ended ||= phase === "transfer";
      },
    });
    const session = await createSession(emulator, { sizeBytes: 20_000 });
    emulator.faults.add({ at: "transfer", do: "trickle", bytesPerSecond: 100_000 });
    const socket = await openPut(session, 20_000);
    socket.write("x".repeat(20_000));
    await until("the body", () => emulator.requests.entries.at(-1)?.bytesIn === 20_000);
    socket.destroy();
    await until("the end of the request", () => ended);
    assert.equal((await call(emulator, "GET /v1/files")).status, 200);
  });
});

describe("the list of faults", () => {
  it("lets a fault happen as often as given, and lists what remains", async () => {
    const emulator = await emulate();
    emulator.faults.add({ at: "list", do: "status", status: 500, times: 2 });
    const list = async () => (await call(emulator, "GET /v1/files")).status;
    assert.equal(await list(), 500);
    assert.deepEqual(emulator.faults.list, [{ at: "list", do: "status", status: 500, times: 1 }]);
    assert.equal(await list(), 500);
    assert.equal(await list(), 200);
    assert.deepEqual(emulator.faults.list, []);
  });

  it("applies a fault only to the file that it names, in every phase", async () => {
    const emulator = await emulate();
    const fileName = "victim.vtt";
    const fault = { do: "status", status: 500, fileName } as const;
    emulator.faults.add({ at: "create", ...fault }, { at: "transfer", ...fault }, { at: "complete", ...fault });
    const spared = await createUploaded(emulator);
    assert.equal((await call(emulator, `POST /v1/files/${spared.id}/complete`)).status, 200);
    const create = () =>
      call(emulator, "POST /v1/files", { body: { ...TRANSCRIPT, filename: fileName, purpose: "knowledge_user" } });
    assert.equal((await create()).status, 500);
    const victim = (await create()).body;
    assert.notEqual(victim.filename, fileName);
    assert.equal((await put(victim, "hello")).status, 500);
    assert.equal((await put(victim, "hello")).status, 200);
    assert.equal((await call(emulator, `POST /v1/files/${victim.id}/complete`)).status, 500);
  });

  it("finds a meeting's file by its transcript", async () => {
    const emulator = await emulate();
    const fileName = "victim.vtt";
    const { id: spared } = await createCompleted(emulator);
    const { id: victim } = await createCompleted(emulator, { filename: fileName });
    const fault = { do: "status", status: 500, fileName } as const;
    emulator.faults.add({ at: "meeting-create", ...fault }, { at: "meeting-update", ...fault });
    emulator.faults.add({ at: "meeting-retrieve", ...fault });
    const { body: meeting } = await createMeeting(emulator, {}, { $transcript: spared });
    const route = `/v1/meetings/${meeting.id}`;
    assert.equal((await call(emulator, `GET ${route}`)).status, 200);
    assert.equal((await createMeeting(emulator, {}, { $transcript: victim })).status, 500);
    const replace = () =>
      call(emulator, `POST ${route}`, { body: { relationships: { $transcript: { replace: victim } } } });
    assert.equal((await replace()).status, 500);
    assert.equal((await replace()).status, 200);
    assert.equal((await call(emulator, `GET ${route}`)).status, 500);
    assert.equal(emulator.requests.entries.at(-1)?.fileId, victim);
  });

  it("can be emptied", async () => {
    const emulator = await emulate();
    emulator.faults.add({ at: "list", do: "disconnect", times: 5 });
    emulator.faults.clear();
    assert.equal((await call(emulator, "GET /v1/files")).status, 200);
  });

  it("refuses a fault that could never happen", async () => {
    const emulator = await emulate();
    assert.throws(() => emulator.faults.add({ at: "complete", do: "refuse-cors" }), TypeError);
    assert.throws(() => emulator.faults.add({ at: "list", do: "expire" }), TypeError);
    assert.throws(() => emulator.faults.add({ at: "meeting-create", do: "expire" }), TypeError);
  });
});

describe("the request log", () => {
  it("records each request, its origin and its outcome", async () => {
    const lines: string[] = [];
    const emulator = await emulate({ log: ({ phase, status }) => lines.push(`${phase} ${status}`) });
    const session = await createSession(emulator);
    await put(session, "hello", { ...session.uploadHeaders, origin: ORIGIN });
    const [create, transfer] = emulator.requests.entries;
    assert.equal(create?.fileId, session.id);
    assert.equal(create?.side, "api");
    assert.ok(Math.abs((create?.at ?? 0) - Date.now()) < 60_000);
    const { at: _, ...rest } = transfer ?? { at: 0 };
    assert.deepEqual(rest, {
      side: "storage",
      phase: "transfer",
      method: "PUT",
      path: new URL(session.uploadUrl).pathname,
      fileId: session.id,
      origin: ORIGIN,
      status: 200,
      bytesIn: 5,
      bytesRead: 5,
      retryAfterSeconds: null,
    });
    assert.deepEqual(lines.slice(0, 1), ["create 200"]);
    emulator.requests.clear();
    assert.deepEqual(emulator.requests.entries, []);
  });
});
