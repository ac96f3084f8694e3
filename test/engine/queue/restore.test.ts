import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Inspection } from "../../../src/engine/inspection.ts";
import { Uploader } from "../../../src/engine/queue/uploader.ts";
import { hello, memoryPorts, until } from "../support/memory-ports.ts";

const names = ({ snapshot }: Uploader) => snapshot.uploads.map(({ file }) => file.name);
const done = ({ snapshot }: Uploader) => snapshot.idle && snapshot.uploads.length > 0;

describe("a removed upload", () => {
  it("returns to its place, also when several were removed", async () => {
    const uploader = new Uploader(memoryPorts(), { recovery: false });
    const { added } = uploader.add(["a", "b", "c", "d"].map((name) => ({ file: hello(name) })));
    await until("all files", () => done(uploader));
    const heard: string[] = [];
    uploader.listen(({ type }) => heard.push(type));
    const ids = added.map(({ id }) => id);
    for (const id of ids.slice(1, 3)) uploader.remove(id);
    assert.deepEqual(names(uploader), ["a", "d"]);
    for (const id of ids.slice(1, 3)) uploader.restore(id);
    assert.deepEqual(names(uploader), ["a", "b", "c", "d"]);
    assert.equal(uploader.snapshot.counts.succeeded, 4);
    assert.equal(uploader.snapshot.totalBytes, 4 * hello().size);
    assert.deepEqual(heard, ["removed", "removed", "restored", "restored"]);
  });

  it("stays away when the list has no room for it, or when it was never there", async () => {
    const uploader = new Uploader(memoryPorts(), { recovery: false, maxFiles: 1 });
    const { added } = uploader.add([{ file: hello("a") }]);
    await until("the file", () => done(uploader));
    uploader.remove(added[0]?.id ?? "");
    uploader.add([{ file: hello("b") }]);
    uploader.restore(added[0]?.id ?? "");
    uploader.restore("unknown");
    assert.deepEqual(names(uploader), ["b"]);
  });
});

describe("a file with suspicious content", () => {
  const inspecting = (inspection: Inspection) => memoryPorts({ inspector: { inspect: async () => inspection } });

  it("is held before its session is requested, and sent by resume", async () => {
    const ports = inspecting({ hint: { code: "web-page" }, preview: null });
    const uploader = new Uploader(ports, { recovery: false, inspect: true, holdSuspicious: true });
    const { added } = uploader.add([{ file: hello() }]);
    await until("the inspection", () => uploader.snapshot.uploads[0]?.status === "paused");
    assert.deepEqual(ports.calls, []);
    uploader.resume(added[0]?.id);
    await until("the file", () => uploader.snapshot.counts.succeeded === 1);
  });

  it("is sent when nothing is to be held, and when the hint is a mild one", async () => {
    const page = inspecting({ hint: { code: "web-page" }, preview: null });
    const mild = inspecting({ hint: { code: "encoding", encoding: "legacy" }, preview: null });
    for (const [ports, holdSuspicious] of [
      [page, false],
      [mild, true],
    ] as const) {
      const uploader = new Uploader(ports, { recovery: false, inspect: true, holdSuspicious });
      uploader.add([{ file: hello() }]);
      await until("the file", () => uploader.snapshot.counts.succeeded === 1);
    }
  });
});
