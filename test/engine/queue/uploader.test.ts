import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { UploadError } from "../../../src/engine/errors.ts";
import { Uploader } from "../../../src/engine/queue/uploader.ts";
import type { UploaderEvent } from "../../../src/engine/uploader-api.ts";
import { hello, memoryPorts, remoteOf, turn, tusTransfer, until } from "../support/memory-ports.ts";

const only = (uploader: Uploader) => {
  const [upload] = uploader.snapshot.uploads;
  assert.ok(upload, "an upload is on the list");
  return upload;
};
const reach = (uploader: Uploader, status: string) =>
  until(`status ${status}`, () => uploader.snapshot.uploads[0]?.status === status);
const sends = (calls: readonly string[]) => calls.filter((call) => /^(put|tus)/.test(call));

describe("a mistake of the host that does not pass", () => {
  for (const [name, complete, asked] of [
    ["404", new UploadError("not-found", "complete was answered with 404", { status: 404 }), null],
    ["404 while the session is pending", new UploadError("not-found", "404", { status: 404 }), "PENDING"],
    ["a conflict with an EXPIRED session", new UploadError("conflict", "409", { status: 409 }), "EXPIRED"],
    ["a conflict with a CANCELLED session", new UploadError("conflict", "409", { status: 409 }), "CANCELLED"],
    ["a wrong digest", new UploadError("checksum", "422", { status: 422 }), "PENDING"],
  ] as const) {
    it(`${name} for every complete ends as failed after two whole sends, and says what to check`, async () => {
      const ports = memoryPorts();
      ports.host.complete = async () => Promise.reject(complete);
      ports.host.retrieve = async ({ id }) => {
        if (!asked) throw new UploadError("not-found", "404", { status: 404 });
        return remoteOf(id, asked);
      };
      const uploader = new Uploader(ports, { recovery: false });
      const events: UploaderEvent[] = [];
      uploader.listen((event) => events.push(event));
      uploader.add([{ file: hello() }]);
      await reach(uploader, "failed");
      assert.equal(sends(ports.calls).length, 2);
      assert.ok(only(uploader).error?.advice, "the developer is told what to check");
      assert.equal(events.filter(({ type }) => type === "renewed").length, 1);
      assert.ok(events.some((event) => event.type === "waiting" && event.upload.waitingUntil !== null));
    });
  }

  it("a relay URL that answers 404 ends as failed, and the advice names the URL without its query", async () => {
    const ports = memoryPorts();
    const { create } = ports.host;
    ports.host.create = async (request, signal) => {
      const transfer = { ...tusTransfer("gone"), url: "https://tus.example/gone?secret=1" };
      return { ...(await create(request, signal)), transfer };
    };
    assert.ok(ports.transports.tus);
    ports.transports.tus.send = async () => Promise.reject(new UploadError("not-found", "404", { status: 404 }));
    const uploader = new Uploader(ports, { recovery: false });
    uploader.add([{ file: hello() }]);
    await reach(uploader, "failed");
    assert.match(only(uploader).error?.advice ?? "", /https:\/\/tus\.example\/gone$/);
    assert.equal(ports.calls.filter((call) => call.startsWith("create")).length, 2);
  });

  it("is no reason to hold a place for transfers: all files travel while complete fails", async () => {
    const ports = memoryPorts({ clock: { ...memoryPorts().clock, random: () => 0.999 } });
    ports.host.complete = async () => Promise.reject(new UploadError("server", "500", { status: 500 }));
    const uploader = new Uploader(ports, { recovery: false });
    uploader.add(Array.from({ length: 20 }, (_, index) => ({ file: hello(`${index}.txt`) })));
    await until("all transfers", () => sends(ports.calls).length === 20);
    uploader.dispose();
  });
});

describe("the answer to complete", () => {
  it("that is lost is asked after, and the file is not sent again while the host cannot say", async () => {
    const ports = memoryPorts();
    let asked = 0;
    let completed = 0;
    ports.host.complete = async () => {
      completed += 1;
      throw completed === 1
        ? new UploadError("protocol", "not JSON")
        : new UploadError("conflict", "409", { status: 409 });
    };
    ports.host.retrieve = async ({ id }) => {
      asked += 1;
      if (asked < 3) throw new UploadError("network", "no answer came");
      return remoteOf(id);
    };
    const uploader = new Uploader(ports, { recovery: false });
    uploader.add([{ file: hello() }]);
    await reach(uploader, "succeeded");
    assert.equal(sends(ports.calls).length, 1);
  });

  it("that turns out to be a yes after the upload was removed is not reported", async () => {
    const ports = memoryPorts({ clock: { ...memoryPorts().clock, random: () => 0.9 } });
    let asked = 0;
    ports.host.complete = async () => Promise.reject(new UploadError("network", "lost"));
    ports.host.retrieve = async ({ id }) => {
      asked += 1;
      return remoteOf(id, asked === 1 ? "PENDING" : "COMPLETED");
    };
    ports.host.cancel = async () => Promise.reject(new UploadError("conflict", "409", { status: 409 }));
    const uploader = new Uploader(ports, { recovery: false });
    const heard: string[] = [];
    uploader.listen(({ type }) => heard.push(type));
    uploader.add([{ file: hello() }]);
    await reach(uploader, "waiting");
    uploader.remove(only(uploader).id);
    await until("the second question", () => asked === 2);
    await turn();
    assert.equal(heard.at(-1), "removed");
  });
});

describe("an uploader that is disposed of", () => {
  it("while a file is being completed sends nothing more, and leaves no session pending", async () => {
    const ports = memoryPorts();
    let refuse = (_: UploadError): void => {};
    ports.host.complete = () =>
      new Promise((_, reject) => {
        refuse = reject;
      });
    const uploader = new Uploader(ports, { recovery: false });
    uploader.add([{ file: hello() }]);
    await until("the request to complete", () => only(uploader).step === "finalize");
    uploader.dispose();
    const before = ports.calls.length;
    refuse(new UploadError("checksum", "422", { status: 422 }));
    await until("the cancellation", () => ports.calls.length > before);
    await turn();
    assert.deepEqual(ports.calls.slice(before), ["cancel s1"]);
  });
});

describe("started", () => {
  it("is reported once, also after a pause before the session", async () => {
    const ports = memoryPorts();
    const { create } = ports.host;
    ports.host.create = () => new Promise(() => {});
    const uploader = new Uploader(ports, { recovery: false });
    const heard: string[] = [];
    uploader.listen(({ type }) => heard.push(type));
    uploader.add([{ file: hello() }]);
    await turn();
    uploader.pause();
    uploader.resume();
    await turn();
    assert.equal(heard.filter((type) => type === "started").length, 1);
    ports.host.create = create;
    uploader.dispose();
  });
});

describe("a Retry-After of the host", () => {
  const limited = (retryAfterMs: number) => new UploadError("rate-limited", "429", { status: 429, retryAfterMs });

  it("is shown by every upload that waits for its end", async () => {
    const ports = memoryPorts();
    ports.host.create = async () => Promise.reject(limited(60_000));
    const uploader = new Uploader(ports, { recovery: false, maxConcurrentUploads: 2 });
    uploader.add([{ file: hello("a.txt") }]);
    await reach(uploader, "waiting");
    uploader.add([{ file: hello("b.txt") }]);
    await until("the second to wait", () => uploader.snapshot.counts.waiting === 2);
    for (const { waitReason, waitingUntil } of uploader.snapshot.uploads) {
      assert.equal(waitReason, "backoff");
      assert.ok((waitingUntil ?? 0) > Date.now() + 50_000);
    }
    uploader.dispose();
  });

  it("of an hour fails at once, and the user's retry asks the host once before it is over", async () => {
    const ports = memoryPorts();
    const { create } = ports.host;
    let asked = 0;
    ports.host.create = async (request, signal) => {
      asked += 1;
      if (asked === 1) throw limited(3_600_000);
      return create(request, signal);
    };
    const uploader = new Uploader(ports, { recovery: false, maxConcurrentUploads: 1 });
    uploader.add([{ file: hello("a.txt") }, { file: hello("b.txt") }]);
    await until("both to fail", () => uploader.snapshot.counts.failed === 2);
    assert.equal(asked, 1, "the second file did not ask");
    uploader.retry();
    await until("both to succeed", () => uploader.snapshot.counts.succeeded === 2);
  });
});

describe("a number of uploads at a time that makes no sense", () => {
  for (const maxConcurrentUploads of [Number.NaN, 0, -1, 0.5]) {
    it(`sends one at a time for ${maxConcurrentUploads}`, async () => {
      const uploader = new Uploader(memoryPorts(), { recovery: false, maxConcurrentUploads });
      uploader.add([{ file: hello("a.txt") }, { file: hello("b.txt") }]);
      assert.equal(uploader.snapshot.counts.active, 1);
      await until("both to succeed", () => uploader.snapshot.counts.succeeded === 2);
    });
  }
});

describe("a PUT that storage has answered", () => {
  it("is not sent again when only the digest failed", async () => {
    const ports = memoryPorts();
    const { md5 } = ports.hasher;
    let hashed = 0;
    ports.hasher.md5 = async (file, signal) => {
      hashed += 1;
      await until("the transfer", () => sends(ports.calls).length > 0);
      for (let turns = 0; turns < 5; turns += 1) await turn();
      if (hashed === 1) throw new UploadError("file-unreadable", "gone for a moment");
      return md5(file, signal);
    };
    const uploader = new Uploader(ports, { recovery: false });
    uploader.add([{ file: hello() }]);
    await reach(uploader, "failed");
    uploader.retry();
    await reach(uploader, "succeeded");
    assert.equal(sends(ports.calls).length, 1);
    ports.hasher.md5 = md5;
  });
});
