import { expect } from "@open-wc/testing";
import { type ConnectedUploader, type CreateUploaderOptions, createUploader } from "../../src/create-uploader.ts";
import type { UploadSnapshot } from "../../src/engine/snapshot.ts";
import { forgetUploads } from "../browser/checkpoints.ts";
import { backend, control, until } from "../support/backend-client.ts";

interface Stored {
  readonly id: string;
  readonly filename: string;
  readonly status: string;
  readonly md5: string | null;
}
interface Request {
  readonly at: number;
  readonly side: string;
  readonly phase: string;
  readonly method: string;
  readonly status: number;
  readonly retryAfterSeconds: number | null;
}

const HELLO_MD5 = "5d41402abc4b2a76b9719d911017c592";
const hello = (name = "hello.vtt") => ({ file: new File(["hello"], name) });

const stored = async () => (await control("GET", "/__emulator/files")) as Stored[];
const requests = async (phase: string) =>
  ((await control("GET", "/__emulator/requests")) as Request[]).filter(
    (entry) => entry.phase === phase && entry.method !== "OPTIONS",
  );
const fault = (...faults: object[]) => control("POST", "/__emulator/faults", faults);

describe("the uploader against a local Lightfield", () => {
  let uploader: ConnectedUploader;

  const open = async (options: Partial<CreateUploaderOptions> = {}) => {
    const { hostEndpoint } = await backend();
    uploader = createUploader({ endpoint: hostEndpoint, ...options });
    return uploader;
  };
  const only = (): UploadSnapshot => {
    const [upload] = uploader.snapshot.uploads;
    if (!upload) throw new Error("nothing on the list");
    return upload;
  };
  const reach = (status: UploadSnapshot["status"]) =>
    until(
      `status ${status}, it is ${only().status} (${only().error?.message ?? "no error"})`,
      () => only().status === status,
    );
  const allCancelled = () =>
    until("every session to be cancelled", async () => (await stored()).every(({ status }) => status === "CANCELLED"));

  beforeEach(async () => {
    await control("POST", "/__emulator/clear", {});
    await forgetUploads();
  });
  afterEach(() => uploader.dispose());

  it("brings a file to Lightfield, verified by its MD5", async () => {
    await open({ purpose: "meeting_transcript" });
    uploader.add([hello()]);
    await reach("succeeded");
    expect(only().md5).to.equal(HELLO_MD5);
    expect(only().remote).to.deep.include({
      filename: "hello.vtt",
      mimeType: "text/vtt",
      sizeBytes: 5,
      status: "COMPLETED",
    });
    expect(await stored()).to.have.length(1);
    expect((await stored())[0]).to.deep.include({ status: "COMPLETED", md5: HELLO_MD5 });
  });

  it("reports the name that Lightfield gave", async () => {
    await open({ purpose: "knowledge_user" });
    uploader.add([hello("playbook.md")]);
    await reach("succeeded");
    expect(only().name).to.match(/^playbook_\d{13}\.md$/);
  });

  it("asks after a lost answer to complete instead of calling it a failure", async () => {
    await open();
    await fault({ at: "complete", do: "disconnect-before-answer", times: 9 });
    uploader.add([hello()]);
    await reach("succeeded");
    expect(await requests("transfer")).to.have.length(1);
  }).timeout(120_000);

  it("replaces an expired session without the user's noticing", async () => {
    await open();
    await fault({ at: "transfer", do: "expire" });
    uploader.add([hello()]);
    await reach("succeeded");
    expect((await stored()).map(({ status }) => status).sort()).to.deep.equal(["COMPLETED", "EXPIRED"]);
  });

  it("catches a flipped bit and sends the file again", async () => {
    await open();
    await fault({ at: "transfer", do: "corrupt", afterBytes: 2 });
    uploader.add([hello()]);
    await reach("succeeded");
    const files = await stored();
    expect(files.filter(({ status }) => status === "COMPLETED").map(({ md5 }) => md5)).to.deep.equal([HELLO_MD5]);
    expect(await requests("transfer")).to.have.length(2);
    expect(files.some(({ status }) => status === "PENDING")).to.equal(false);
  });

  it("shows a second mismatch as what it is, and a retry begins anew", async () => {
    await open();
    await fault({ at: "transfer", do: "corrupt", afterBytes: 2, times: 2 });
    uploader.add([hello()]);
    await reach("failed");
    expect(only().error?.code).to.equal("checksum");
    uploader.retry();
    await reach("succeeded");
  }).timeout(120_000);

  it("goes on after a connection that is cut in the middle", async () => {
    await open();
    await fault({ at: "transfer", do: "disconnect", afterBytes: 100_000 });
    uploader.add([{ file: new File([new Uint8Array(4_000_000)], "long.txt") }]);
    await reach("succeeded");
  });

  it("keeps the server's own words of a refusal", async () => {
    await open();
    await fault({ at: "create", do: "status", status: 422, message: "No <b>cats</b> on Tuesdays." });
    uploader.add([hello()]);
    await reach("failed");
    expect(only().error).to.include({ code: "refused", detail: "No <b>cats</b> on Tuesdays." });
    uploader.retry();
    await reach("succeeded");
  });

  it("sends nothing to the host before its Retry-After", async () => {
    await open({ maxConcurrentUploads: 1 });
    await fault({ at: "create", do: "status", status: 429, retryAfterSeconds: 1, times: 1 });
    uploader.add([hello("a.txt"), hello("b.txt")]);
    await until("both", () => uploader.snapshot.counts.succeeded === 2);
    const [refused, next] = await requests("create");
    if (!refused || !next) throw new Error("two creates were expected");
    expect(refused.status).to.equal(429);
    expect(next.at - refused.at).to.be.at.least(1_000);
  });

  it("names the cause when storage refuses the page's origin", async () => {
    await open();
    await control("POST", "/__emulator/origins", ["https://elsewhere.example"]);
    uploader.add([hello()]);
    await reach("failed");
    expect(only().error?.code).to.equal("storage-unreachable");
    expect(only().error?.message).to.contain("CORS");
  });

  it("starts a put over after a pause", async () => {
    await open();
    await fault({ at: "transfer", do: "trickle", bytesPerSecond: 200_000 });
    uploader.add([{ file: new File([new Uint8Array(8_000_000)], "long.txt") }]);
    await until("bytes to travel", () => only().sentBytes > 0);
    uploader.pause();
    expect(only()).to.deep.include({ status: "paused", canResume: true });
    uploader.resume();
    await reach("succeeded");
  });

  describe("cancelling leaves no pending session and no object", () => {
    it("while the session is being created", async () => {
      await open();
      await fault({ at: "create", do: "stall", times: 1 });
      uploader.add([hello()]);
      await until("the create", () => only().status === "active");
      uploader.cancel();
      expect(only().status).to.equal("cancelled");
      await fault();
      await control("DELETE", "/__emulator/faults");
      await allCancelled();
    });

    it("while the bytes travel", async () => {
      await open();
      await fault({ at: "transfer", do: "trickle", bytesPerSecond: 100_000 });
      uploader.add([{ file: new File([new Uint8Array(20_000_000)], "long.txt") }]);
      await until("bytes to travel", async () => only().step === "transfer" && (await stored()).length === 1);
      uploader.cancel();
      await allCancelled();
      expect(await stored()).to.have.length(1);
      expect((await stored())[0]?.md5 ?? null).to.equal(null);
    });

    it("while it waits for its next try", async () => {
      await open();
      await fault({ at: "transfer", do: "status", status: 503, retryAfterSeconds: 30, times: 9 });
      uploader.add([hello()]);
      await reach("waiting");
      uploader.cancel();
      await allCancelled();
    });

    it("after it failed, when it is removed", async () => {
      await open();
      await fault({ at: "transfer", do: "status", status: 400, times: 9 });
      uploader.add([hello()]);
      await reach("failed");
      uploader.remove(only().id);
      expect(uploader.snapshot.uploads).to.have.length(0);
      await allCancelled();
    });
  });
});
