import { expect } from "@open-wc/testing";
import { createCheckpointStore } from "../../src/browser/checkpoint-store.ts";
import { type ConnectedUploader, createUploader } from "../../src/create-uploader.ts";
import { identify } from "../../src/engine/recovery/fingerprint.ts";
import { WorkerHasher } from "../../src/hash/worker-hasher.ts";
import { checkpointOf, forgetUploads, privateFile, removePrivateFile } from "../browser/checkpoints.ts";
import { until } from "../support/backend-client.ts";
import { type HeldTime, holdTime } from "../support/held-time.ts";
import { type TusFault, tusUpload } from "../support/tus-upload.ts";
import { hostFor } from "./host-for.ts";

const NAME = "recording.txt";
const MARK = "lightfield-uploader:checkpoints";

describe("going on with an interrupted upload where one file at a time is wanted", () => {
  let uploader: ConnectedUploader | null = null;
  // On a busy machine, a healthy disk takes longer to open than the store waits.
  let time: HeldTime;
  beforeEach(async () => {
    await forgetUploads();
    time = holdTime(3_000);
  });
  afterEach(async () => {
    time.release();
    uploader?.dispose();
    uploader = null;
    localStorage.removeItem(MARK);
    await removePrivateFile(NAME).catch(() => {});
  });

  const listed = ({ snapshot }: ConnectedUploader) =>
    snapshot.uploads.map(({ file, status }) => `${file.name}: ${status}`);

  /** One upload that an earlier visit left; false where this browser gives no handles. */
  async function interrupt(): Promise<boolean> {
    const handle = await privateFile(NAME, "hello");
    if (!handle) return false;
    const { url } = await tusUpload({ size: 5 });
    const file = await identify(await handle.getFile(), new WorkerHasher(), new AbortController().signal);
    const { session } = checkpointOf("fil_0", { file });
    const transfer = { kind: "tus", url, headers: {}, chunkBytes: null, offset: 0, checksum: null } as const;
    const about = { file, confirmed: 0, savedAt: Date.now(), purpose: null, context: "", scope: "" };
    await createCheckpointStore().save(checkpointOf("fil_0", { ...about, session: { ...session, transfer } }), handle);
    localStorage.setItem(MARK, "1");
    return true;
  }

  async function open(file: File, ...faults: TusFault[]): Promise<ConnectedUploader> {
    const { url } = await tusUpload({ size: 3 }, ...faults);
    const opened = createUploader({ endpoint: hostFor({ kind: "tus", url }), maxFiles: 1, scope: "" });
    uploader = opened;
    opened.add([{ file }]);
    await opened.findInterrupted();
    expect(opened.snapshot.interrupted).to.have.length(1);
    return opened;
  }

  it("takes the place of a file that is over", async function () {
    if (!(await interrupt())) return this.skip();
    const on = await open(new File(["abc"], "other.txt"));
    await until("the other to be over", () => on.snapshot.counts.succeeded === 1);
    expect(await on.resumeInterrupted("fil_0")).to.equal(true);
    expect(on.snapshot.uploads).to.have.length(1);
    await until("its end", () => listed(on)[0] === `${NAME}: succeeded`);
  });

  it("takes nobody's place while the other is under way", async function () {
    if (!(await interrupt())) return this.skip();
    const on = await open(new File(["abc"], "other.txt"), { method: "PATCH", silent: true });
    on.pause();
    await on.resumeInterrupted("fil_0");
    expect(listed(on)).to.deep.equal(["other.txt: paused"]);
  });
});
