import { expect } from "@open-wc/testing";
import { type ConnectedUploader, createUploader } from "../../src/create-uploader.ts";
import { idsToPause } from "../../src/element/list/pausable.ts";
import { until } from "../support/backend-client.ts";
import { tusUpload } from "../support/tus-upload.ts";
import { hostFor } from "./host-for.ts";

const SIZE = 3_000_000;

describe("pausing where nothing starts by itself", () => {
  let uploader: ConnectedUploader;
  afterEach(() => uploader.dispose());

  const statuses = () => uploader.snapshot.uploads.map(({ status }) => status);
  const add = (name: string) => uploader.add([{ file: new File([new Uint8Array(SIZE)], name) }]);

  /** One that is under way, one that waits its turn, and one that waits for somebody to start it. */
  async function three() {
    const upload = await tusUpload({ size: SIZE }, { method: "PATCH", stallAfter: 100_000 });
    uploader = createUploader({
      recovery: false,
      autoStart: false,
      maxConcurrentUploads: 1,
      endpoint: hostFor({ kind: "tus", url: upload.url }),
    });
    add("under-way.txt");
    add("next.txt");
    uploader.start();
    add("later.txt");
    await until("bytes to travel", () => (uploader.snapshot.uploads[0]?.sentBytes ?? 0) > 0);
    expect(statuses()).to.deep.equal(["active", "queued", "queued"]);
    expect(uploader.snapshot.uploads.map(({ canPause }) => canPause)).to.deep.equal([true, true, false]);
  }

  it("leaves what was never started to be started", async () => {
    await three();
    uploader.pause();
    expect(statuses()).to.deep.equal(["paused", "paused", "queued"]);
    uploader.start();
    await until("the third to begin", () => statuses()[2] !== "queued");
  });

  it('is the same for the button that says "Pause all"', async () => {
    await three();
    for (const id of idsToPause(uploader.snapshot.uploads)) uploader.pause(id);
    expect(statuses()).to.deep.equal(["paused", "paused", "queued"]);
  });

  it("can be done once it is about to start", async () => {
    await three();
    uploader.start();
    expect(uploader.snapshot.uploads.map(({ canPause }) => canPause)).to.deep.equal([true, true, true]);
    uploader.pause();
    expect(statuses()).to.deep.equal(["paused", "paused", "paused"]);
  });
});
