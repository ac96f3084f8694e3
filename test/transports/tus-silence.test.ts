import { expect } from "@open-wc/testing";
import { vanishedFile } from "../browser/vanished-file.ts";
import { backend, until } from "../support/backend-client.ts";
import { type HeldTime, holdTime } from "../support/held-time.ts";
import { tusUpload } from "../support/tus-upload.ts";
import { failure, KiB, MiB, passAtReports, randomFile, sending } from "./tus-sending.ts";

const { file, md5 } = await randomFile(3 * MiB + 17);
type Upload = Awaited<ReturnType<typeof tusUpload>>;
const PATIENT = { sendingMs: 30_000, answerMs: 30_000, lastAnswerMs: 30_000 };

describe("no answer from a tus server", () => {
  it("is a broken connection when the connection is cut mid-way, and the rest goes through later", async () => {
    // Browsers re-send by themselves, so the first accident needs several.
    const upload = await tusUpload({ size: file.size }, { method: "PATCH", cutAfter: 64 * KiB, times: 1 });
    const { result, again, confirmed } = sending(upload.url, file, { chunkBytes: MiB });
    const error = await result.then(
      () => null,
      (thrown: { code: string }) => thrown.code,
    );
    expect(error).to.be.oneOf([null, "network"]);
    if (error) await again();
    expect((await upload.look()).md5).to.equal(md5);
    expect(confirmed.at(-1)).to.equal(file.size);
  });

  it("names CORS and what to allow when the preflight is refused", async () => {
    const upload = await tusUpload({ size: file.size, cors: "none" });
    const error = await failure(sending(upload.url, file).result);
    expect(error.code).to.equal("storage-unreachable");
    for (const word of [location.origin, "PATCH", "Upload-Offset", "Tus-Resumable", "expose"]) {
      expect(error.message).to.contain(word);
    }
    expect((await upload.look()).receivedBytes).to.equal(0);
  });

  it("names CORS when it is the question for the offset that is refused", async () => {
    const upload = await tusUpload({ size: file.size, cors: "none" });
    expect((await failure(sending(upload.url, file, { resuming: true }).result)).code).to.equal("storage-unreachable");
  });

  it("is never blamed on CORS once the server let this page read an answer", async () => {
    const open = await tusUpload({ size: file.size });
    const { transport, transfer, result } = sending(open.url, file, { resuming: true });
    await result;
    // More often than any browser re-sends.
    const broken = await tusUpload({ size: file.size }, { method: "HEAD", cutAfter: 0, times: 20 });
    const next = transport.send({
      file,
      transfer: { ...transfer, url: broken.url },
      confirmed: 0,
      resuming: true,
      signal: new AbortController().signal,
      onSent: () => {},
      onConfirmed: () => {},
    });
    expect((await failure(next)).code).to.equal("network");
  });

  it("is a broken connection when nobody listens", async () => {
    const { closed } = await backend();
    expect((await failure(sending(`${closed}/files/x`, file).result)).code).to.equal("network");
    expect((await failure(sending(`${closed}/files/x`, file, { resuming: true }).result)).code).to.equal("network");
  });

  it("is a broken connection, not CORS, when a proxy is too impatient for what follows the last byte", async () => {
    const upload = await tusUpload({ size: file.size }, { method: "PATCH", hold: MiB, cut: "answer", times: 20 });
    const { result, again, sent } = sending(upload.url, file);
    // Firefox reports bytes every 50 ms, and none where the connection breaks before.
    await until("a report of bytes that left", () => sent.some((bytes) => bytes > 0));
    await upload.goOn(100);
    expect((await failure(result)).code).to.equal("network");
    expect((await failure(again())).code).to.equal("network");
  });

  for (const resuming of [false, true]) {
    it(`is the file's fault when that cannot be read any more, ${resuming ? "before a byte is sent" : "and said so"}`, async function () {
      const gone = await vanishedFile(3 * MiB);
      if (!gone) return this.skip();
      const upload = await tusUpload({ size: gone.size });
      // Firefox never sends such a file, so that only standing still shows it, unless it is looked at first.
      const idle = resuming ? PATIENT : { sendingMs: 1_000, answerMs: 1_000, lastAnswerMs: 1_000 };
      expect((await failure(sending(upload.url, gone, { idle, resuming }).result)).code).to.equal("file-unreadable");
      if (resuming) expect(await upload.conversation()).to.deep.equal(["HEAD: 200"]);
    });
  }

  for (const url of ["javascript:alert(1)", "ftp://storage.example/x", "http://"]) {
    it(`does not go to ${url}`, async () => {
      expect((await failure(sending(url, file).result)).code).to.equal("protocol");
    });
  }
});

describe("a tus upload that stands still", () => {
  const large = new Blob([new Uint8Array(48 * MiB)]);
  let time: HeldTime;
  beforeEach(() => {
    time = holdTime();
  });
  afterEach(() => time.release());

  /** Lets `ms` pass again and again, since a late report of progress starts the limit anew. */
  async function isGivenUp(result: Promise<void>, ms: number): Promise<void> {
    let isOver = false;
    const end = () => {
      isOver = true;
    };
    result.then(end, end);
    await until("the end of its patience", () => {
      time.pass(ms);
      return isOver;
    });
  }
  const stalled = (upload: Upload) =>
    until("the server to fall silent", async () =>
      (await upload.look()).requests.some(({ state }) => state === "stalled"),
    );
  /** The last request has arrived completely, and is not answered yet. */
  const awaitsAnswer = (upload: Upload, bytes: number) =>
    until("the last byte", async () => {
      const last = (await upload.look()).requests.at(-1);
      return last?.method === "PATCH" && last.bytes === bytes;
    });

  it("is cut when no more bytes can be sent, and goes on from what the server has", async () => {
    const upload = await tusUpload({ size: large.size }, { method: "PATCH", skip: 1, stallAfter: 2 * MiB });
    const idle = { ...PATIENT, sendingMs: 700 };
    const { result, again, confirmed } = sending(upload.url, large, { idle, chunkBytes: 24 * MiB });
    const failed = failure(result);
    await stalled(upload);
    await isGivenUp(result, idle.sendingMs);
    expect((await failed).code).to.equal("timeout");
    await again();
    expect(confirmed).to.deep.equal([0, 24 * MiB, 26 * MiB, large.size]);
  });

  it("is cut when a chunk is not answered", async () => {
    const upload = await tusUpload({ size: file.size }, { method: "PATCH", silent: true });
    const idle = { ...PATIENT, answerMs: 300 };
    const { result, again } = sending(upload.url, file, { idle, chunkBytes: MiB });
    const failed = failure(result);
    await stalled(upload);
    await isGivenUp(result, idle.answerMs);
    expect((await failed).code).to.equal("timeout");
    await again();
    expect((await upload.look()).md5).to.equal(md5);
  });

  it("is given longer after the last byte, while a relay passes the file on", async () => {
    const upload = await tusUpload({ size: file.size }, { method: "FINISH", delayMs: 500 });
    const { result } = sending(upload.url, file, { idle: { ...PATIENT, answerMs: 300 }, chunkBytes: 4 * MiB });
    await awaitsAnswer(upload, file.size);
    time.pass(PATIENT.lastAnswerMs - 1);
    await result;
    expect(await upload.conversation()).to.deep.equal(["PATCH 0: 204"]);
  });

  it("is given as long when only that answer was missing", async () => {
    const upload = await tusUpload({ size: file.size }, { method: "FINISH", status: 503 });
    const { result, again } = sending(upload.url, file, {
      idle: { sendingMs: 300, answerMs: 300, lastAnswerMs: 9_000 },
    });
    await failure(result);
    await upload.arm({ method: "FINISH", delayMs: 500 });
    const answered = again();
    await awaitsAnswer(upload, 0);
    time.pass(8_999);
    await answered;
    expect((await upload.conversation()).at(-1)).to.equal(`PATCH ${file.size}: 204`);
  });

  it("is cut when the last answer does not come at all", async () => {
    const upload = await tusUpload({ size: file.size }, { method: "PATCH", silent: true });
    const idle = { ...PATIENT, lastAnswerMs: 400 };
    const { result } = sending(upload.url, file, { idle });
    const failed = failure(result);
    await stalled(upload);
    await isGivenUp(result, idle.lastAnswerMs);
    expect((await failed).code).to.equal("timeout");
  });

  it("is not cut while bytes move, however long it takes", async () => {
    const upload = await tusUpload({ size: large.size }, { method: "PATCH", hold: 8 * MiB });
    const idle = { ...PATIENT, sendingMs: 2_500 };
    const { result, sent } = sending(upload.url, large, { idle });
    await passAtReports(sent, () => time.pass(idle.sendingMs - 1), upload.goOn);
    await upload.goOn(100);
    await result;
  });
});

describe("a tus upload that is stopped", () => {
  const large = new Blob([new Uint8Array(48 * MiB)]);

  it("rejects with the reason, lets the connection go, and can go on later", async () => {
    const upload = await tusUpload({ size: large.size }, { method: "PATCH", skip: 1, trickle: MiB });
    const controller = new AbortController();
    const first = sending(upload.url, large, { signal: controller.signal, chunkBytes: 16 * MiB });
    const rejected = first.result.catch((error: unknown) => error);
    await until(
      "the second chunk",
      async () => ((await upload.look()).requests.at(-1)?.headers["upload-offset"] ?? "0") !== "0",
    );
    const reason = new Error("paused");
    controller.abort(reason);
    expect(await rejected).to.equal(reason);
    const reported = first.sent.length;
    await upload.hungUp();
    expect(first.sent.length).to.equal(reported);

    await sending(upload.url, large, { confirmed: first.confirmed.at(-1) ?? 0, resuming: true }).result;
    const { storedBytes, finishes } = await upload.look();
    expect({ storedBytes, finishes }).to.deep.equal({ storedBytes: large.size, finishes: 1 });
  });

  it("leaves no listener at the signal behind, however it ends", async () => {
    const { signal, listeners } = countedSignal();
    const upload = await tusUpload({ size: file.size }, { method: "PATCH", skip: 1, status: 500 });
    const { result, again } = sending(upload.url, file, { signal, chunkBytes: MiB });
    await failure(result);
    expect(listeners()).to.equal(0);
    await again();
    expect(listeners()).to.equal(0);
  });

  it("does not start when the signal is aborted already", async () => {
    const upload = await tusUpload({ size: file.size });
    const reason = new Error("too late");
    const signal = AbortSignal.abort(reason);
    for (const resuming of [false, true]) {
      const error = await sending(upload.url, file, { signal, resuming }).result.catch((thrown: unknown) => thrown);
      expect(error).to.equal(reason);
    }
    expect((await upload.look()).requests).to.deep.equal([]);
  });
});

function countedSignal() {
  const { signal } = new AbortController();
  const held = new Set<unknown>();
  const add = signal.addEventListener.bind(signal);
  const remove = signal.removeEventListener.bind(signal);
  signal.addEventListener = (type: string, listener: EventListener, options?: AddEventListenerOptions) => {
    held.add(listener);
    add(type, listener, options);
  };
  signal.removeEventListener = (type: string, listener: EventListener) => {
    held.delete(listener);
    remove(type, listener);
  };
  return { signal, listeners: () => held.size };
}
