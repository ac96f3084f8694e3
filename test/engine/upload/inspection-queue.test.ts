import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { browserClock } from "../../../src/browser/clock.ts";
import type { Inspection } from "../../../src/engine/inspection.ts";
import type { Clock, Host, Ports } from "../../../src/engine/ports.ts";
import { Uploader } from "../../../src/engine/queue/uploader.ts";
import { InspectionQueue } from "../../../src/engine/upload/inspection-queue.ts";
import type { UploaderOptions } from "../../../src/engine/uploader-api.ts";
import { MemoryCheckpoints, MemoryLocks, turn, until } from "../support/memory-ports.ts";

const BLANK: Inspection = { hint: { code: "blank" }, preview: null };

/** An inspector whose looks end when the test says so. */
class HeldInspector {
  readonly begun: string[] = [];
  readonly #ends = new Map<string, { resolve: (inspection: Inspection) => void; reject: (error: unknown) => void }>();

  inspect({ name }: File): Promise<Inspection> {
    this.begun.push(name);
    return new Promise((resolve, reject) => this.#ends.set(name, { resolve, reject }));
  }

  end(name: string, inspection = BLANK): void {
    this.#ends.get(name)?.resolve(inspection);
  }

  fail(name: string): void {
    this.#ends.get(name)?.reject(new Error("no"));
  }
}

/** A host that is asked for a session, and never answers. */
function uploaderWith(inspector: HeldInspector, sleep: Clock["sleep"], options: UploaderOptions = { inspect: true }) {
  let ids = 1;
  const asked: string[] = [];
  const types: string[] = [];
  const create: Host["create"] = ({ filename, mimeType }) => {
    asked.push(filename);
    types.push(mimeType);
    return new Promise(() => {});
  };
  const never = () => new Promise<never>(() => {});
  const ports: Ports = {
    host: { create, complete: never, cancel: never, retrieve: never },
    transports: {},
    hasher: { md5: never, dispose() {} },
    connectivity: { online: true, subscribe: () => () => {} },
    clock: { ...browserClock, sleep },
    checkpoints: new MemoryCheckpoints(),
    locks: new MemoryLocks(),
    inspector,
    randomId: () => String(ids++),
  };
  return { uploader: new Uploader(ports, options), asked, types };
}

describe("a session", () => {
  it("waits longer for the look at a file whose name tells no type, and sends the type of its content", async () => {
    const inspector = new HeldInspector();
    const { uploader, types } = uploaderWith(inspector, (ms) =>
      ms < 1000 ? Promise.resolve() : new Promise(() => {}),
    );
    uploader.add([{ file: new File(["x"], "Weekly 3.11") }, { file: new File(["x"], "named.srt") }]);
    await until("one session", () => types.length === 1);
    assert.deepEqual(types, ["application/x-subrip"]);
    inspector.end("Weekly 3.11", { hint: null, preview: null, kind: "vtt" });
    await until("two sessions", () => types.length === 2);
    assert.deepEqual(types, ["application/x-subrip", "text/vtt"]);
    assert.equal(uploader.snapshot.uploads[0]?.mimeType, "text/vtt");
  });

  it("knows the type by the content where the user sees no inspection", async () => {
    const inspector = new HeldInspector();
    const { uploader, types } = uploaderWith(inspector, () => new Promise(() => {}), { purpose: "knowledge_user" });
    uploader.add([{ file: new File(["x"], "weekly") }, { file: new File(["x"], "a.vtt") }]);
    await until("one session", () => types.length === 1);
    assert.deepEqual(inspector.begun, ["weekly"]);
    inspector.end("weekly", { hint: { code: "blank" }, preview: null, kind: "pdf" });
    await until("two sessions", () => types.length === 2);
    assert.deepEqual(types, ["text/vtt", "application/pdf"]);
    assert.equal(uploader.snapshot.uploads[0]?.inspection, null);
  });

  it("ends when it is cancelled while it waits for such a look", async () => {
    const inspector = new HeldInspector();
    const { uploader, types } = uploaderWith(inspector, () => new Promise(() => {}));
    uploader.add([{ file: new File(["x"], "weekly") }]);
    await until("the look", () => inspector.begun.length === 1);
    uploader.cancel();
    await until("the cancellation", () => uploader.snapshot.counts.cancelled === 1);
    assert.deepEqual(types, []);
  });

  it("is made after the look at its file", async () => {
    const inspector = new HeldInspector();
    const { uploader, asked } = uploaderWith(inspector, () => new Promise(() => {}));
    uploader.add([{ file: new File(["x"], "a.vtt") }]);
    await turn();
    assert.deepEqual(inspector.begun, ["a.vtt"]);
    assert.deepEqual(asked, []);
    inspector.end("a.vtt");
    await until("the session to be asked for", () => asked.length === 1);
    assert.equal(uploader.snapshot.uploads[0]?.inspection, BLANK);
  });

  it("is made without it when a moment is over, and the look still counts when it comes", async () => {
    const inspector = new HeldInspector();
    const waits: number[] = [];
    const { uploader, asked } = uploaderWith(inspector, async (ms) => void waits.push(ms));
    uploader.add([{ file: new File(["x"], "a.vtt") }]);
    await until("the session to be asked for", () => asked.length === 1);
    assert.deepEqual(waits, [100]);
    assert.equal(uploader.snapshot.uploads[0]?.inspection, null);
    inspector.end("a.vtt");
    await until("the inspection", () => uploader.snapshot.uploads[0]?.inspection === BLANK);
  });
});

describe("looks at files", () => {
  const file = (name: string) => new File(["x"], name);
  const signal = new AbortController().signal;

  it("are taken two at a time, in the order of the files", async () => {
    const inspector = new HeldInspector();
    const inspections = new InspectionQueue(inspector);
    const seen: string[] = [];
    for (const name of ["a", "b", "c", "d"]) inspections.ask(file(name), () => seen.push(name));
    assert.deepEqual(inspector.begun, ["a", "b"]);
    inspector.end("b");
    await until("the next look", () => inspector.begun.length === 3);
    assert.deepEqual(inspector.begun, ["a", "b", "c"]);
    assert.deepEqual(seen, ["b"]);
  });

  it("come first for the file that is about to be sent", async () => {
    const inspector = new HeldInspector();
    const inspections = new InspectionQueue(inspector);
    const asked = ["a", "b", "c", "d"].map((name) => inspections.ask(file(name), () => {}));
    const before = asked[3]?.before(browserClock, signal);
    assert.deepEqual(inspector.begun, ["a", "b", "d"]);
    inspector.end("d");
    await before;
  });

  it("hold nothing up that does not wait: a look that never ends is waited for only a moment", async () => {
    const inspections = new InspectionQueue(new HeldInspector());
    await inspections.ask(file("a"), () => {}).before(browserClock, signal);
  });

  it("stop with the upload that they hold up", async () => {
    const run = new AbortController();
    const before = new InspectionQueue(new HeldInspector()).ask(file("a"), () => {}).before(browserClock, run.signal);
    run.abort(new Error("stopped"));
    const reason = await before.catch((error: unknown) => error);
    assert.equal(reason, run.signal.reason);
  });

  it("are not taken of a file that nobody wants any more, and what has begun is not told", async () => {
    const inspector = new HeldInspector();
    const inspections = new InspectionQueue(inspector);
    const seen: string[] = [];
    const asked = ["a", "b", "c", "d"].map((name) => inspections.ask(file(name), () => seen.push(name)));
    for (const index of [0, 2]) asked[index]?.drop();
    inspector.end("a");
    await until("the next look", () => inspector.begun.length === 3);
    assert.deepEqual(inspector.begun, ["a", "b", "d"]);
    assert.deepEqual(seen, []);
  });

  it("make way when one goes wrong", async () => {
    const inspector = new HeldInspector();
    const inspections = new InspectionQueue(inspector);
    const seen: string[] = [];
    const asked = ["a", "b", "c"].map((name) => inspections.ask(file(name), () => seen.push(name)));
    inspector.fail("a");
    await asked[0]?.before(browserClock, signal);
    await until("the next look", () => inspector.begun.includes("c"));
    assert.deepEqual(seen, []);
  });
});
