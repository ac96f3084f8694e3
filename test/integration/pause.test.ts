import { expect } from "@open-wc/testing";
import { type ConnectedUploader, createUploader } from "../../src/create-uploader.ts";
import type { UploadSnapshot } from "../../src/engine/snapshot.ts";
import { until } from "../support/backend-client.ts";
import { holdTime } from "../support/held-time.ts";
import { type TusFault, tusUpload } from "../support/tus-upload.ts";
import { hostFor } from "./host-for.ts";

const ARRIVED = 700_000;
const SIZE = 3_000_000;
/** A busy server is asked again after this time. */
const BUSY_MS = 1_500;
const STALLED: TusFault = { method: "PATCH", stallAfter: ARRIVED };

describe("pausing an upload to a tus server in its first request", () => {
  let uploader: ConnectedUploader;
  afterEach(() => uploader.dispose());

  /** An upload of one long PATCH, of which so much has arrived and nothing is confirmed. */
  async function underWay(...faults: TusFault[]) {
    const upload = await tusUpload({ size: SIZE }, STALLED, ...faults);
    uploader = createUploader({ recovery: false, endpoint: hostFor({ kind: "tus", url: upload.url }) });
    uploader.add([{ file: new File([new Uint8Array(SIZE)], "long.txt") }]);
    await until("the bytes to arrive", async () => (await upload.look()).receivedBytes >= ARRIVED);
    await until("the browser to say so", () => only().sentBytes > 0);
    return upload;
  }

  function only(): UploadSnapshot {
    const [upload] = uploader.snapshot.uploads;
    if (!upload) throw new Error("nothing on the list");
    return upload;
  }

  const asked = async (upload: Awaited<ReturnType<typeof tusUpload>>) =>
    (await upload.conversation()).filter((line) => line.startsWith("HEAD"));

  it("shows what has arrived, and nothing else, as soon as the server has been asked", async () => {
    const upload = await underWay();
    uploader.pause();
    expect(only()).to.deep.include({ status: "paused", confirmedBytes: 0 });
    await until("the server's word", () => only().confirmedBytes > 0);
    expect(only()).to.deep.include({ status: "paused", confirmedBytes: ARRIVED, sentBytes: ARRIVED });
    expect(uploader.snapshot.sentBytes).to.equal(ARRIVED);
    uploader.resume();
    await until("its end", () => only().status === "succeeded");
    expect(await upload.conversation()).to.deep.equal([
      "PATCH 0: stalled",
      "HEAD: 200",
      "HEAD: 200",
      `PATCH ${ARRIVED}: 204`,
    ]);
  });

  it("asks once more when the server is still busy with what was cut off", async () => {
    const upload = await underWay({ method: "HEAD", status: 423 });
    uploader.pause();
    await until("the server's word", () => only().confirmedBytes > 0);
    expect(only()).to.deep.include({ confirmedBytes: ARRIVED, sentBytes: ARRIVED });
    expect(await asked(upload)).to.deep.equal(["HEAD: 423", "HEAD: 200"]);
  });

  it("asks no third time, and then counts only what it knows", async () => {
    const upload = await underWay({ method: "HEAD", status: 503, times: 9 });
    uploader.pause();
    await until("it to give up", () => only().sentBytes === 0);
    expect(only()).to.deep.include({ status: "paused", confirmedBytes: 0 });
    expect(await asked(upload)).to.deep.equal(["HEAD: 503", "HEAD: 503"]);
  });

  it("forgets the question when it goes on at once", async () => {
    const upload = await underWay();
    uploader.pause();
    uploader.resume();
    await until("its end", () => only().status === "succeeded");
    expect(await asked(upload)).to.deep.equal(["HEAD: 200"]);
    expect((await upload.look()).storedBytes).to.equal(SIZE);
  });

  it("asks nobody about an upload that is cancelled in the meantime", async () => {
    const upload = await underWay({ method: "HEAD", status: 423, times: 9 });
    const time = holdTime(BUSY_MS);
    try {
      uploader.pause();
      await until("the first question", async () => (await asked(upload)).length > 0);
      uploader.cancel();
      time.pass(BUSY_MS);
      await until("the end of its bytes", async () => (await upload.look()).storedBytes === null);
    } finally {
      time.release();
    }
    expect(await asked(upload)).to.deep.equal(["HEAD: 423"]);
    expect(only().status).to.equal("cancelled");
  });
});
