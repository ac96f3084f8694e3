import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { KnownContents, type UploadedStore } from "../../../src/engine/duplicates/known-contents.ts";
import { UploadError } from "../../../src/engine/errors.ts";
import type { FileEntry } from "../../../src/engine/file-entry.ts";
import type { UploadedFile } from "../../../src/engine/ports.ts";
import { Uploader } from "../../../src/engine/queue/uploader.ts";
import type { UploaderOptions } from "../../../src/engine/uploader-api.ts";
import { hello, type MemoryPorts, memoryPorts, nodeHasher, remoteOf, turn, until } from "../support/memory-ports.ts";

const TODAY = Date.UTC(2026, 2, 12);

class MemoryUploaded implements UploadedStore {
  readonly files: UploadedFile[] = [];

  async list(): Promise<readonly UploadedFile[]> {
    return [...this.files].reverse();
  }

  async save(file: UploadedFile): Promise<void> {
    this.files.push(file);
  }
}

/** Tabs of one origin, which share what is remembered. `hashed` lists the names of the files that were read whole. */
function origin() {
  const store = new MemoryUploaded();
  const hashed: string[] = [];
  const tab = (changes: Partial<MemoryPorts> = {}) =>
    memoryPorts({
      memory: new KnownContents(store, () => TODAY),
      hasher: {
        ...nodeHasher,
        md5(file, signal) {
          hashed.push(file instanceof File ? file.name : "");
          return nodeHasher.md5(file, signal);
        },
      },
      ...changes,
    });
  return { store, hashed, tab };
}

async function upload(ports: MemoryPorts, entry: FileEntry, options: UploaderOptions = {}): Promise<void> {
  const uploader = new Uploader(ports, options);
  uploader.add([entry]);
  await until("the upload", () => uploader.snapshot.counts.succeeded === 1);
}

/** Uploads one entry and then the other. Returns whether the user is asked about the second. */
async function isAsked(
  first: FileEntry,
  second: FileEntry,
  options: readonly [UploaderOptions?, UploaderOptions?] = [],
) {
  const { tab } = origin();
  await upload(tab(), first, options[0]);
  const uploader = new Uploader(tab(), options[1]);
  uploader.add([second]);
  await until("an answer or an upload", () => uploader.snapshot.idle);
  const { uploadedBefore, status } = uploader.snapshot.uploads[0] ?? {};
  assert.equal(status, uploadedBefore ? "paused" : "succeeded");
  return Boolean(uploadedBefore);
}

const named = (name: string, content = "hello") => ({ file: new File([content], name) });

describe("content that was uploaded before", () => {
  it("waits for an answer before anything is sent, and is uploaded once more when it is resumed", async () => {
    const { tab } = origin();
    await upload(tab(), { file: hello() });
    const ports = tab();
    const uploader = new Uploader(ports);
    const heard: string[] = [];
    uploader.listen(({ type }) => heard.push(type));
    const [asked] = uploader.add([{ file: hello() }]).added;
    await until("the question", () => uploader.snapshot.uploads[0]?.status === "paused");
    assert.deepEqual(ports.calls, []);
    assert.deepEqual(uploader.snapshot.uploads[0]?.uploadedBefore, { id: "s1", name: "call.vtt", uploadedAt: TODAY });
    assert.equal(uploader.snapshot.idle, true);
    assert.deepEqual(heard, ["added", "started", "duplicate", "finished"]);

    uploader.resume(asked?.id);
    await until("the upload", () => uploader.snapshot.counts.succeeded === 1);
    assert.equal(uploader.snapshot.uploads[0]?.uploadedBefore, null);
    assert.deepEqual(ports.calls, ["create s1", "put s1", "complete s1"]);
  });

  it("is taken off the list by remove, without a request", async () => {
    const { tab, store } = origin();
    await upload(tab(), { file: hello() });
    const ports = tab();
    const uploader = new Uploader(ports);
    const [asked] = uploader.add([{ file: hello() }]).added;
    await until("the question", () => uploader.snapshot.counts.paused === 1);
    uploader.remove(asked?.id ?? "");
    assert.deepEqual(uploader.snapshot.uploads, []);
    assert.deepEqual([ports.calls, store.files.length], [[], 1]);
  });

  it("stays where it is when everything is resumed, started or retried", async () => {
    const { tab } = origin();
    await upload(tab(), { file: hello() });
    const uploader = new Uploader(tab());
    uploader.add([{ file: hello() }]);
    await until("the question", () => uploader.snapshot.counts.paused === 1);
    uploader.resume();
    uploader.start();
    uploader.retry();
    for (let turns = 0; turns < 5; turns += 1) await turn();
    assert.equal(uploader.snapshot.counts.paused, 1);
  });

  it("does not keep other files from being uploaded", async () => {
    const { tab } = origin();
    await upload(tab(), { file: hello() });
    const uploader = new Uploader(tab(), { maxConcurrentUploads: 1 });
    uploader.add([{ file: hello() }, named("new.vtt", "something else"), named("newer.vtt", "and more")]);
    await until("the other files", () => uploader.snapshot.counts.succeeded === 2);
    assert.equal(uploader.snapshot.counts.paused, 1);
  });

  it("is asked about once, not again after a pause or a failure", async () => {
    const { tab } = origin();
    await upload(tab(), { file: hello() });
    const ports = tab();
    const refusing = async () => {
      throw new UploadError("forbidden", "no");
    };
    const uploader = new Uploader({ ...ports, host: { ...ports.host, create: refusing } });
    const heard: string[] = [];
    uploader.listen(({ type }) => heard.push(type));
    const [{ id } = { id: "" }] = uploader.add([{ file: hello() }]).added;
    await until("the question", () => uploader.snapshot.counts.paused === 1);
    uploader.resume(id);
    await until("the refusal", () => uploader.snapshot.counts.failed === 1);
    uploader.retry(id);
    await until("the next refusal", () => heard.filter((type) => type === "failed").length === 2);
    assert.equal(heard.filter((type) => type === "duplicate").length, 1);
  });

  it("is known to the same list as soon as it is verified", async () => {
    const { tab } = origin();
    const uploader = new Uploader(tab());
    uploader.listen(({ type }) => {
      if (type === "succeeded") uploader.add([{ file: hello() }]);
    });
    uploader.add([{ file: hello() }]);
    await until("the end of both", () => uploader.snapshot.idle);
    const { succeeded, paused } = uploader.snapshot.counts;
    assert.deepEqual([succeeded, paused], [1, 1]);
  });

  it("waits for the end of the same file in the same batch, and is then asked about before anything is sent", async () => {
    const { tab } = origin();
    const ports = tab();
    const uploader = new Uploader(ports);
    const { added } = uploader.add([named("a.vtt"), named("a (1).vtt"), named("other.vtt", "other"), named("a.vtt")]);
    assert.deepEqual(
      uploader.snapshot.uploads.map(({ status }) => status),
      ["active", "queued", "active", "queued"],
    );
    await until("the questions", () => uploader.snapshot.idle);
    assert.deepEqual(
      uploader.snapshot.uploads.map(({ status, uploadedBefore }) => [status, uploadedBefore?.name ?? null]),
      [
        ["succeeded", null],
        ["paused", "a.vtt"],
        ["succeeded", null],
        ["paused", "a.vtt"],
      ],
    );
    assert.equal(ports.calls.filter((call) => call.startsWith("create")).length, 2);
    uploader.resume(added[1]?.id);
    await until("the upload on demand", () => uploader.snapshot.counts.succeeded === 3);
  });

  it("is uploaded when the same file, which it has waited for, is refused", async () => {
    const { tab } = origin();
    const ports = tab();
    let creates = 0;
    const create = ports.host.create;
    ports.host.create = (...call) => {
      creates += 1;
      if (creates === 1) return Promise.reject(new UploadError("forbidden", "no"));
      return create(...call);
    };
    const uploader = new Uploader(ports);
    uploader.add([named("a.vtt"), named("a.vtt")]);
    await until("the end of both", () => uploader.snapshot.idle);
    assert.deepEqual(
      uploader.snapshot.uploads.map(({ status }) => status),
      ["failed", "succeeded"],
    );
  });

  for (const command of ["cancel", "remove", "pause"] as const) {
    it(`is uploaded after a ${command} of the same file, which it has waited for`, async () => {
      const { tab } = origin();
      const ports = tab();
      const create = ports.host.create;
      let first = true;
      ports.host.create = (...call) => {
        if (!first) return create(...call);
        first = false;
        return new Promise((_resolve, reject) => call[1].addEventListener("abort", () => reject(call[1].reason)));
      };
      const uploader = new Uploader(ports);
      const { added } = uploader.add([named("a.vtt"), named("a.vtt")]);
      await until("the first", () => !first);
      uploader[command](added[0]?.id ?? "");
      await until("the second", () => uploader.snapshot.counts.succeeded === 1);
      assert.equal(uploader.snapshot.uploads.at(-1)?.status, "succeeded");
    });
  }

  for (const [stands, step] of [
    ["paused", "create"],
    ["paused", "put"],
    ["failed", "create"],
    ["failed", "put"],
  ] as const) {
    it(`is asked about when it goes on after it ${stands} in ${step}, and the same file was sent meanwhile`, async () => {
      const { tab } = origin();
      const ports = tab();
      const { create } = ports.host;
      const { put } = ports.transports;
      assert.ok(put);
      const send = put.send.bind(put);
      let isFirst = true;
      let answer = () => {};
      const first = async (signal: AbortSignal): Promise<void> => {
        if (!isFirst) return;
        isFirst = false;
        if (stands === "failed") throw new UploadError("refused", "no");
        await new Promise<void>((resolve, reject) => {
          // A request for a session outlives the pause.
          answer = resolve;
          signal.addEventListener("abort", () => reject(signal.reason));
        });
      };
      if (step === "create") ports.host.create = (...call) => first(call[1]).then(() => create(...call));
      else put.send = (call) => first(call.signal).then(() => send(call));
      const uploader = new Uploader(ports);
      const [{ id } = { id: "" }] = uploader.add([named("a.vtt"), named("a.vtt")]).added;
      await until("the first", () => !isFirst);
      if (stands === "paused") uploader.pause(id);
      await until("the second", () => uploader.snapshot.counts.succeeded === 1);
      const calls = [...ports.calls];
      if (stands === "paused") uploader.resume(id);
      else uploader.retry(id);
      await until("the question", () => uploader.snapshot.idle);
      assert.equal(uploader.snapshot.uploads[0]?.uploadedBefore?.name, "a.vtt");
      assert.deepEqual(ports.calls, calls, "nothing was sent");
      answer();
      uploader.resume(id);
      await until("the upload on demand", () => uploader.snapshot.counts.succeeded === 2);
    });
  }

  it("waits again when it goes on while the same file is sent", async () => {
    const { tab } = origin();
    const ports = tab();
    const uploader = new Uploader(ports);
    const [first] = uploader.add([named("a.vtt"), named("a.vtt")]).added;
    await until("the first", () => ports.calls.length > 0);
    uploader.pause(first?.id);
    uploader.resume(first?.id);
    assert.deepEqual(
      uploader.snapshot.uploads.map(({ status }) => status),
      ["queued", "active"],
    );
    await until("the question", () => uploader.snapshot.idle);
    assert.deepEqual(
      uploader.snapshot.uploads.map(({ status, uploadedBefore }) => [status, uploadedBefore !== null]),
      [
        ["paused", true],
        ["succeeded", false],
      ],
    );
  });

  it("does not wait for the same file in another folder, nor without recovery", async () => {
    const { tab } = origin();
    const inFolders = new Uploader(tab());
    inFolders.add([
      { ...named("a"), folder: "x" },
      { ...named("a"), folder: "y" },
    ]);
    const without = new Uploader(tab(), { recovery: false });
    without.add([named("a"), named("a")]);
    assert.deepEqual([inFolders.snapshot.counts.active, without.snapshot.counts.active], [2, 2]);
  });

  it("is remembered with the time by Lightfield's clock, whatever the clock of the device", async () => {
    const { tab, store } = origin();
    const ports = tab();
    const host = { ...ports.host, complete: async () => ({ ...remoteOf("s1"), completedAt: 7 }) };
    await upload({ ...ports, host }, { file: hello() });
    assert.deepEqual(
      store.files.map(({ uploadedAt }) => uploadedAt),
      [7],
    );
  });

  it("is remembered only when Lightfield has verified it", async () => {
    const { tab, store } = origin();
    const uploader = new Uploader(tab(), { autoStart: false });
    const { added } = uploader.add([{ file: hello() }, { file: hello() }]);
    uploader.cancel(added[0]?.id);
    for (let turns = 0; turns < 5; turns += 1) await turn();
    assert.deepEqual(store.files, []);
  });

  it("is neither remembered nor recognized without recovery", async () => {
    const { tab, store } = origin();
    await upload(tab(), { file: hello() }, { recovery: false });
    assert.deepEqual(store.files, []);
    assert.equal(await isAsked({ file: hello() }, { file: hello() }, [{}, { recovery: false }]), false);
  });

  it("is read before it is sent only if a file of its name and size is remembered", async () => {
    const { tab, hashed } = origin();
    await upload(tab(), named("first.vtt"));
    hashed.splice(0);
    const ports = tab();
    const uploader = new Uploader(ports);
    const seen: string[] = [];
    const create = ports.host.create;
    ports.host.create = (...call) => {
      seen.push(...hashed);
      return create(...call);
    };
    uploader.add([named("first.vtt", "hello again")]);
    await until("the upload", () => uploader.snapshot.counts.succeeded === 1);
    assert.deepEqual(seen, []);
    uploader.add([named("first.vtt", "HELLO")]);
    await until("the upload", () => uploader.snapshot.counts.succeeded === 2);
    assert.deepEqual(seen, ["first.vtt", "first.vtt"]);
    assert.deepEqual(hashed, ["first.vtt", "first.vtt"], "and once");
  });

  for (const [what, first, second, expected] of [
    ["downloaded once more", named("weekly.vtt"), named("weekly (1).vtt"), true],
    ["downloaded once more by Firefox, without an ending", named("weekly(2)"), named("weekly"), true],
    ["of another name", named("weekly.vtt"), named("monthly.vtt"), false],
    ["of the same name and size and other bytes", named("weekly.vtt"), named("weekly.vtt", "HELLO"), false],
    ["in the same folder", { ...named("a.vtt"), folder: "x" }, { ...named("a.vtt"), folder: "x" }, true],
    ["in another folder", { ...named("a.vtt"), folder: "x" }, { ...named("a.vtt"), folder: "y" }, false],
    ["in a folder, and before alone", named("a.vtt"), { ...named("a.vtt"), folder: "y" }, true],
    ["for another deal", { ...named("a"), context: { deal: 1 } }, { ...named("a"), context: { deal: 2 } }, false],
    ["for the same deal", { ...named("a"), context: { deal: 1 } }, { ...named("a"), context: { deal: 1 } }, true],
    [
      "of the same meeting with another title",
      { ...named("a"), context: { meeting: { title: "Weekly" } } },
      { ...named("a"), context: { meeting: { title: "Monday" } } },
      true,
    ],
    ["with a context that is no JSON", { ...named("a"), context: { count: 1n } }, { ...named("a") }, false],
  ] as const) {
    it(`is ${expected ? "recognized" : "another file"} ${what}`, async () => {
      assert.equal(await isAsked(first, second), expected);
    });
  }

  for (const [what, options] of [
    ["endpoint", [{ scope: "/a" }, { scope: "/b" }]],
    ["purpose", [{ purpose: "meeting_transcript" }, { purpose: "knowledge_user" }]],
    ["context", [{ context: { deal: 1 } }, { context: () => ({ deal: 2 }) }]],
  ] as const) {
    it(`is another file at another ${what}`, async () => {
      assert.equal(await isAsked(named("a"), named("a"), options), false);
      assert.equal(await isAsked(named("a"), named("a"), [options[0], options[0]]), true);
    });
  }

  it("fails as unreadable, before a session exists, when the file is gone", async () => {
    const { tab } = origin();
    await upload(tab(), { file: hello() });
    const md5 = async () => {
      throw new UploadError("file-unreadable", "gone");
    };
    const ports = tab({ hasher: { ...nodeHasher, md5 } });
    const uploader = new Uploader(ports);
    uploader.add([{ file: hello() }]);
    await until("the failure", () => uploader.snapshot.counts.failed === 1);
    assert.deepEqual([uploader.snapshot.uploads[0]?.error?.code, ports.calls], ["file-unreadable", []]);
  });

  it("is uploaded without a question, and nothing else happens, when the store fails", async () => {
    const store: UploadedStore = {
      list: () => Promise.reject(new DOMException("no space is left", "QuotaExceededError")),
      save: () => Promise.reject(new DOMException("no space is left", "QuotaExceededError")),
    };
    const memory = new KnownContents(store, () => TODAY);
    await upload(memoryPorts({ memory }), { file: hello() });
    await upload(memoryPorts({ memory }), { file: hello() });
  });

  it("is not read when the upload is cancelled before the memory has answered", async () => {
    const { tab, hashed } = origin();
    await upload(tab(), { file: hello() });
    const known = tab().memory;
    assert.ok(known);
    let answer = () => {};
    const isAsking = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const recall: typeof known.recall = async (...asked) => {
      await isAsking;
      return known.recall(...asked);
    };
    const uploader = new Uploader(tab({ memory: { ...known, recall, remember: known.remember.bind(known) } }));
    const before = hashed.length;
    uploader.add([{ file: hello() }]);
    await turn();
    uploader.cancel();
    answer();
    await turn();
    await turn();
    assert.equal(hashed.length, before);
  });
});
