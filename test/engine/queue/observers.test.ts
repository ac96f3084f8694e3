import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Uploader } from "../../../src/engine/queue/uploader.ts";
import { hello, memoryPorts, until } from "../support/memory-ports.ts";

const over = ({ snapshot }: Uploader) => snapshot.idle && snapshot.uploads.length > 0;

describe("a listener of the page", () => {
  it("that throws reaches the console and stops no upload", async () => {
    const ports = memoryPorts();
    const uploader = new Uploader(ports, { recovery: false, maxConcurrentUploads: 1 });
    const mistake = new Error("the page's mistake");
    const fail = () => {
      throw mistake;
    };
    uploader.listen(fail);
    uploader.subscribe(fail);
    const heard: string[] = [];
    uploader.listen(({ type }) => heard.push(type));
    uploader.add([{ file: hello("a.txt") }, { file: hello("b.txt") }]);
    await until("both files", () => over(uploader));
    assert.deepEqual(
      uploader.snapshot.uploads.map(({ status }) => status),
      ["succeeded", "succeeded"],
    );
    assert.ok(ports.errors.length > 0 && ports.errors.every((error) => error === mistake));
    assert.equal(heard.filter((type) => type === "succeeded").length, 2, "the other listener hears everything");
  });

  it("that removes the upload it is told about leaves the order of events to the others", async () => {
    const uploader = new Uploader(memoryPorts(), { recovery: false });
    uploader.listen((event) => event.type === "started" && uploader.remove(event.upload.id));
    const heard: string[] = [];
    uploader.listen(({ type }) => heard.push(type));
    uploader.add([{ file: hello() }]);
    assert.deepEqual(heard, ["added", "started", "cancelled", "finished", "removed"]);
  });

  it("hears of bytes that were sent and confirmed in one moment by one event, for each upload", async () => {
    const uploader = new Uploader(memoryPorts(), { recovery: false });
    const first = new Map<string, readonly [sent: number, confirmed: number]>();
    uploader.listen((event) => {
      if (event.type !== "progressed" || first.has(event.upload.file.name)) return;
      first.set(event.upload.file.name, [event.upload.sentBytes, event.upload.confirmedBytes]);
    });
    uploader.add([{ file: hello("a.txt") }, { file: hello("b.txt") }]);
    await until("both files", () => over(uploader));
    assert.deepEqual(
      [...first],
      [
        ["a.txt", [5, 5]],
        ["b.txt", [5, 5]],
      ],
    );
  });

  it("that adds the next file when one is over keeps the queue going", async () => {
    const uploader = new Uploader(memoryPorts(), { recovery: false, maxConcurrentUploads: 1 });
    let left = 3;
    uploader.listen(({ type }) => {
      if (type === "succeeded" && left-- > 0) uploader.add([{ file: hello() }]);
    });
    uploader.add([{ file: hello() }]);
    await until("four files", () => uploader.snapshot.counts.succeeded === 4);
  });

  it("that disposes of the uploader hears of what that cancels, and nothing later", async () => {
    const ports = memoryPorts();
    const uploader = new Uploader(ports, { recovery: false });
    const heard: string[] = [];
    uploader.listen(({ type }) => {
      heard.push(type);
      if (type === "started") uploader.dispose();
    });
    uploader.add([{ file: hello() }]);
    assert.deepEqual(heard, ["added", "started", "cancelled", "finished"]);
    assert.deepEqual(uploader.add([{ file: hello() }]), { added: [], rejections: [] });
    assert.equal(uploader.snapshot.uploads.length, 1);
  });

  it("is not called any more once it has unsubscribed, not even for what is on its way", () => {
    const uploader = new Uploader(memoryPorts(), { recovery: false });
    const heard: string[] = [];
    const stop = uploader.listen(({ type }) => {
      heard.push(type);
      stop();
    });
    uploader.add([{ file: hello("a.txt") }, { file: hello("b.txt") }]);
    assert.deepEqual(heard, ["added"]);
  });
});

describe("a context function that throws", () => {
  it("reaches the console, fails its own upload, and is asked again for a retry", async () => {
    const ports = memoryPorts();
    let asked = 0;
    const context = (file: File) => {
      asked += 1;
      if (file.name === "bad.txt" && asked < 4) throw new Error("no meeting for this file");
      return { meeting: file.name };
    };
    const uploader = new Uploader(ports, { recovery: false, context });
    uploader.add([{ file: hello("bad.txt") }, { file: hello("good.txt") }]);
    await until("both ends", () => over(uploader));
    assert.deepEqual(
      uploader.snapshot.uploads.map(({ status, error }) => [status, error?.code]),
      [
        ["failed", "internal"],
        ["succeeded", undefined],
      ],
    );
    assert.equal(ports.errors.length, 1);
    uploader.retry();
    await until("its end", () => uploader.snapshot.counts.succeeded === 2);
  });
});
