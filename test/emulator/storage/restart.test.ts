import assert from "node:assert/strict";
import { once } from "node:events";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { runScript, startScript } from "../../support/processes.mjs";
import {
  call,
  createMeeting,
  createSession,
  createUploaded,
  emulate,
  HELLO_MD5,
  put,
  TRANSCRIPT,
  temporaryFolder,
} from "../lab.ts";

describe("a restart", () => {
  it("loses no file, no bytes and no idempotency key", async () => {
    const dataDir = temporaryFolder();
    const before = await emulate({ dataDir });
    const completed = await createUploaded(before);
    await call(before, `POST /v1/files/${completed.id}/complete`, { body: { md5: HELLO_MD5 } });
    const uploaded = await createUploaded(before);
    const cancelled = await createSession(before);
    await call(before, `POST /v1/files/${cancelled.id}/cancel`);
    const pending = await createSession(before);
    const { body: keyed } = await call(before, "POST /v1/files", {
      body: TRANSCRIPT,
      headers: { "idempotency-key": "k" },
    });
    await createMeeting(before, {}, { $transcript: completed.id });
    const files = before.files();
    const meetings = before.meetings();
    await before.close();

    const after = await emulate({ dataDir });
    const byId = (list: typeof files) => [...list].sort((a, b) => a.id.localeCompare(b.id));
    assert.deepEqual(byId(after.files()), byId(files));
    assert.equal(meetings.length, 1);
    assert.deepEqual(after.meetings(), meetings);
    assert.equal(readFileSync(after.objectPath(completed.id) ?? "", "utf8"), "hello");
    const complete = await call(after, `POST /v1/files/${uploaded.id}/complete`, { body: { md5: HELLO_MD5 } });
    assert.equal(complete.body.status, "COMPLETED");
    const moved = { ...pending, uploadUrl: pending.uploadUrl.replace(before.storageUrl, after.storageUrl) };
    assert.equal((await put(moved, "hello")).status, 200, "an upload URL is still good");
    const again = await call(after, "POST /v1/files", { body: TRANSCRIPT, headers: { "idempotency-key": "k" } });
    assert.equal(again.body.id, keyed.id, "an idempotency key is still known");
  });

  it("expires sessions whose time has passed", async () => {
    const dataDir = temporaryFolder();
    const before = await emulate({ dataDir });
    const session = await createUploaded(before);
    await before.close();
    const after = await emulate({ dataDir, now: () => Date.now() + 3600 * 1000 });
    assert.equal(after.files()[0]?.status, "EXPIRED");
    assert.equal(after.objectPath(session.id), null);
    assert.deepEqual(readdirSync(join(dataDir, "objects")), []);
  });

  it("deletes what a crash left", async () => {
    const dataDir = temporaryFolder();
    const before = await emulate({ dataDir });
    const session = await createUploaded(before);
    await before.close();
    writeFileSync(join(dataDir, "incoming", "half"), "hel");
    writeFileSync(join(dataDir, "objects", "fil_unknown-0"), "hello");
    const after = await emulate({ dataDir });
    assert.deepEqual(readdirSync(join(dataDir, "incoming")), []);
    assert.equal(readdirSync(join(dataDir, "objects")).length, 1);
    assert.notEqual(after.objectPath(session.id), null);
  });
});

const CLI = new URL("../../../demo/emulator/cli.ts", import.meta.url);

describe("the command line", () => {
  it("starts, prints its addresses, keeps its folder, and stops on a signal", async () => {
    const dataDir = temporaryFolder();
    const options = ["--port", "0", "--data", dataDir, "--api-key", "sk_lf_mine"];
    const child = startScript(CLI, options, { stdio: ["ignore", "pipe", "inherit"] });
    assert.ok(child.stdout);
    let output = "";
    child.stdout.on("data", (chunk) => {
      output += chunk;
    });
    while (!output.includes("Data")) await once(child.stdout, "data");
    const apiUrl = /http:\S+(?=\/v1)/.exec(output)?.[0] ?? "";
    assert.match(output, /Object storage +http:\/\/127\.0\.0\.1:\d+/);
    assert.match(output, /API key +sk_lf_mine/);
    const response = await fetch(`${apiUrl}/v1/files`, {
      method: "POST",
      headers: {
        authorization: "Bearer sk_lf_mine",
        "lightfield-version": "2026-03-01",
        "content-type": "application/json",
      },
      body: JSON.stringify(TRANSCRIPT),
    });
    assert.equal(response.status, 200);
    child.kill("SIGTERM");
    const [code] = await once(child, "exit");
    assert.equal(code, 0);
    assert.equal(readdirSync(join(dataDir, "files")).length, 1);
  });

  it("prints help with every call that it supports", async () => {
    const { code, stdout } = await runScript(CLI, ["--help"]);
    assert.equal(code, 0);
    for (const word of ["--port", "--data", "--api-key", "POST /files", "POST /meetings/{id}", "GET /meetings/{id}"]) {
      assert.ok(stdout.includes(word), word);
    }
  });
});
