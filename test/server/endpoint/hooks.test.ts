import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, it } from "node:test";
import type { FileEvent, TransferCall } from "../../../src/server/index.ts";
import { CREATED, FILE, NEW_FILE, startUpstream, type Upstream } from "../scripted-upstream.ts";
import { API_KEY, createLab, get, type Lab, PAGE, post, proof } from "../support.ts";

const COMPLETED = { ...FILE, status: "COMPLETED", expiresAt: null };
const ada = { authorize: () => ({ subject: "ada" }) };

describe("the endpoint's hooks", () => {
  let upstream: Upstream;
  let lab: Lab;
  let told: [string, FileEvent][];
  const note = (name: string) => (event: FileEvent) => {
    told.push([name, event]);
  };
  const hooks = {
    ...ada,
    onCreated: note("created"),
    onCompleted: note("completed"),
    onCancelled: note("cancelled"),
  };
  const facts = () => told.map(([name, { file, subject, context }]) => [name, file.id, file.status, subject, context]);

  before(async () => {
    upstream = await startUpstream();
  });
  after(() => upstream.close());
  afterEach(() => lab.assertNothingLeaked());
  beforeEach(() => {
    upstream.received.length = 0;
    upstream.answer(({ url }) => {
      if (url.endsWith("/complete")) return { json: COMPLETED };
      if (url.endsWith("/cancel")) return { json: { ...FILE, status: "CANCELLED", expiresAt: null } };
      return { json: url === "/v1/files" ? CREATED : COMPLETED };
    });
    lab = createLab(() => upstream);
    told = [];
  });

  it("get file, subject and context at every step, although nothing is stored between the calls", async () => {
    const context = { meeting: "mtg_7", notes: ["Ü"] };
    const { json } = await lab.ask(post("", { ...NEW_FILE, context }), hooks);
    const own = { "x-lightfield-file-token": String(json.token) };
    await lab.ask(post("/fil_1/complete", {}, own), hooks);
    await lab.ask(post("/fil_1/cancel", {}, own), hooks);
    assert.deepEqual(facts(), [
      ["created", "fil_1", "PENDING", "ada", context],
      ["completed", "fil_1", "COMPLETED", "ada", context],
      ["cancelled", "fil_1", "CANCELLED", "ada", context],
    ]);
  });

  it("get the request, but not the presigned URL", async () => {
    await lab.ask(post("", NEW_FILE, { "x-team": "blue" }), hooks);
    const event = told[0]?.[1];
    assert.equal(event?.request.headers.get("x-team"), "blue");
    assert.doesNotMatch(JSON.stringify(event?.file), /upload/);
  });

  it("get the context from the token, not from a later call", async () => {
    const own = await proof({ subject: "ada", context: "mine" });
    await lab.ask(post("/fil_1/complete", { context: "another" }, own), hooks);
    assert.deepEqual(facts(), [["completed", "fil_1", "COMPLETED", "ada", "mine"]]);
  });

  it("are not called if Lightfield refuses", async () => {
    upstream.answer({ status: 409, json: { error: { type: "conflict", message: "No bytes." } } });
    const own = await proof({ subject: "ada" });
    assert.equal((await lab.ask(post("/fil_1/complete", {}, own), hooks)).status, 409);
    assert.equal((await lab.ask(post("", NEW_FILE), hooks)).status, 409);
    assert.deepEqual(told, []);
  });

  it("are called again for a completed file when its uploader queries it, since the response to complete was lost", async () => {
    await lab.ask(get("/fil_1", await proof({ subject: "ada", context: 7 })), hooks);
    assert.deepEqual(facts(), [["completed", "fil_1", "COMPLETED", "ada", 7]]);
    told = [];
    await lab.ask(get("/fil_1", await proof({ subject: "ada", may: "read" })), hooks);
    assert.deepEqual(told, [], "a reader of the list has lost nothing");
  });

  for (const failure of ["thrown", "rejected"] as const) {
    it(`may fail without harm to the file (${failure}); the log gets the error without secrets`, async () => {
      const error = new Error(`${API_KEY} at https://storage.example/a?X-Amz-Signature=abc`);
      const fail = () => {
        if (failure === "thrown") throw error;
        return Promise.reject(error);
      };
      const failing = { ...ada, onCreated: fail, onCompleted: fail, onCancelled: fail };
      const own = await proof({ subject: "ada" });
      assert.equal((await lab.ask(post("", NEW_FILE), failing)).status, 200);
      assert.equal((await lab.ask(post("/fil_1/complete", {}, own), failing)).status, 200);
      assert.equal((await lab.ask(post("/fil_1/cancel", {}, own), failing)).status, 200);
      assert.equal(lab.logged.length, 3);
      for (const [at, name] of ["onCreated", "onCompleted", "onCancelled"].entries()) {
        assert.match(
          lab.logged[at] ?? "",
          new RegExp(`${name} failed for fil_1.*storage\\.example/a\\?\\[redacted\\]`),
        );
      }
      assert.doesNotMatch(lab.logged.join(), new RegExp(`${API_KEY}|Signature`));
    });
  }

  it("delay the response, since some platforms stop a handler after it", async () => {
    const order: string[] = [];
    const onCompleted = async () => {
      await new Promise((resolve) => setImmediate(resolve));
      order.push("hook");
    };
    await lab.ask(post("/fil_1/complete", {}, await proof({ subject: "ada" })), { ...ada, onCompleted });
    order.push("answer");
    assert.deepEqual(order, ["hook", "answer"]);
  });

  it("cannot delay the response forever, and may fail late", async () => {
    let fail = (_error: Error) => {};
    const onCompleted = () =>
      new Promise<void>((_resolve, reject) => {
        fail = reject;
      });
    const options = { ...ada, onCompleted, hookTimeoutMs: 20 };
    assert.equal((await lab.ask(post("/fil_1/complete", {}, await proof({ subject: "ada" })), options)).status, 200);
    assert.match(lab.logged.join(), /onCompleted for fil_1 takes longer than 20 ms/);
    fail(new Error("late"));
    await new Promise((resolve) => setImmediate(resolve));
    assert.match(lab.logged.join(), /onCompleted failed for fil_1.*late/);
  });
});

describe("the transfer", () => {
  let upstream: Upstream;
  let lab: Lab;
  let calls: TransferCall[];
  const options = {
    ...ada,
    transfer: (_file: unknown, call: TransferCall) => {
      calls.push(call);
      return { kind: "tus" as const, url: `${PAGE}/relay/1` };
    },
  };

  before(async () => {
    upstream = await startUpstream();
  });
  after(() => upstream.close());
  afterEach(() => lab.assertNothingLeaked());
  beforeEach(() => {
    upstream.received.length = 0;
    upstream.answer({ json: CREATED });
    lab = createLab(() => upstream);
    calls = [];
  });

  it("is chosen with the request, the user and the file token", async () => {
    const { json } = await lab.ask(post("", NEW_FILE), options);
    assert.deepEqual(json.transfer, { kind: "tus", url: `${PAGE}/relay/1` });
    const [call] = calls;
    assert.deepEqual([call?.subject, call?.token, call?.replaces], ["ada", json.token, null]);
    assert.equal(call?.request.method, "POST");
  });

  const replacing = { ...NEW_FILE, replaces: "fil_0" };
  const old = { fileId: "fil_0", subject: "ada" };
  for (const [what, claims, replaces] of [
    ["is known with the old session's token", old, "fil_0"],
    [
      "is known with that token also past its time, which is when sessions are replaced",
      { ...old, expiresAt: 1 },
      "fil_0",
    ],
    ["is ignored with another user's token", { ...old, subject: "bob" }, null],
    ["is ignored with another file's token", { ...old, fileId: "fil_9" }, null],
    ["is ignored with a token from a list", { ...old, may: "cancel" }, null],
  ] as const) {
    it(`the replaced session ${what}`, async () => {
      const { status } = await lab.ask(post("", replacing, await proof(claims)), options);
      assert.equal(status, 200);
      assert.equal(calls[0]?.replaces, replaces);
    });
  }

  it("a replaced session is ignored without a token and never sent to Lightfield", async () => {
    await lab.ask(post("", replacing), options);
    assert.equal(calls[0]?.replaces, null);
    assert.deepEqual(JSON.parse(upstream.received[0]?.body ?? ""), NEW_FILE);
  });
});
