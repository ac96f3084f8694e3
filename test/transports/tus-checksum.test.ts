import { expect } from "@open-wc/testing";
import { UploadError } from "../../src/engine/errors.ts";
import { WorkerHasher } from "../../src/hash/worker-hasher.ts";
import { until } from "../support/backend-client.ts";
import { tusUpload } from "../support/tus-upload.ts";
import { failure, MiB, randomFile, sending } from "./tus-sending.ts";

const recording = await randomFile(3 * MiB + 17);
const { file } = recording;
const hasher = new WorkerHasher();
const md5 = (blob: Blob, signal: AbortSignal) => hasher.md5(blob, signal);
const checked = { checksum: "md5", md5, chunkBytes: MiB } as const;

after(() => hasher.dispose());

describe("a tus server that checks each chunk", () => {
  it("finds every chunk as it was read", async () => {
    const upload = await tusUpload({ size: file.size, checksum: true });
    await sending(upload.url, file, checked).result;
    expect(await upload.conversation()).to.deep.equal([0, 1, 2, 3].map((mib) => `PATCH ${mib * MiB}: 204`));
    expect((await upload.look()).md5).to.equal(recording.md5);
  });

  it("gets a damaged chunk once more, and only that", async () => {
    const upload = await tusUpload({ size: file.size, checksum: true }, { method: "PATCH", skip: 1, corrupt: true });
    await sending(upload.url, file, checked).result;
    expect(await upload.conversation()).to.deep.equal([
      "PATCH 0: 204",
      `PATCH ${MiB}: 460`,
      "HEAD: 200",
      `PATCH ${MiB}: 204`,
      `PATCH ${2 * MiB}: 204`,
      `PATCH ${3 * MiB}: 204`,
    ]);
    expect((await upload.look()).md5).to.equal(recording.md5);
  });

  it("is told apart from an accident when the chunk is damaged twice", async () => {
    const upload = await tusUpload({ size: file.size, checksum: true }, { method: "PATCH", corrupt: true, times: 2 });
    const error = await failure(sending(upload.url, file, checked).result);
    expect([error.code, error.status]).to.deep.equal(["checksum", 460]);
    expect(await upload.conversation()).to.deep.equal(["PATCH 0: 460", "HEAD: 200", "PATCH 0: 460"]);
  });

  it("is asked again with an empty PATCH that needs no digest", async () => {
    const upload = await tusUpload({ size: file.size }, { method: "FINISH", status: 503 });
    const { result, again } = sending(upload.url, file, checked);
    await failure(result);
    await again();
    const last = (await upload.look()).requests.at(-1);
    expect([last?.method, last?.bytes, last?.status]).to.deep.equal(["PATCH", 0, 204]);
    expect(last?.headers).to.not.have.property("upload-checksum");
  });
});

describe("the digest of a chunk", () => {
  it("is computed while the chunk before it is on its way", async () => {
    const asked: number[] = [];
    const counting = (blob: Blob, signal: AbortSignal) => {
      asked.push(blob.size);
      return md5(blob, signal);
    };
    const upload = await tusUpload({ size: file.size, checksum: true }, { method: "PATCH", silent: true });
    const controller = new AbortController();
    const { result } = sending(upload.url, file, { ...checked, md5: counting, signal: controller.signal });
    const rejected = result.catch((error: unknown) => error);
    await until("the first chunk", async () => (await upload.look()).requests.some(({ state }) => state === "stalled"));
    expect(asked).to.deep.equal([MiB, MiB]);
    controller.abort();
    await rejected;
  });

  it("is computed once for each chunk", async () => {
    const asked: number[] = [];
    const counting = (blob: Blob, signal: AbortSignal) => {
      asked.push(blob.size);
      return md5(blob, signal);
    };
    const upload = await tusUpload({ size: file.size, checksum: true });
    await sending(upload.url, file, { ...checked, md5: counting }).result;
    expect(asked).to.deep.equal([MiB, MiB, MiB, 17]);
  });

  it("is dropped with the try that it was prepared for", async () => {
    const signals: AbortSignal[] = [];
    const upload = await tusUpload({ size: file.size, checksum: true }, { method: "PATCH", status: 500 });
    const endless = (blob: Blob, signal: AbortSignal) => {
      signals.push(signal);
      return signals.length === 1 ? md5(blob, signal) : new Promise<string>(() => {});
    };
    await failure(sending(upload.url, file, { ...checked, md5: endless }).result);
    expect(signals.map(({ aborted }) => aborted)).to.deep.equal([true, true]);
  });

  it("that cannot be computed ends the try with the reason", async () => {
    const upload = await tusUpload({ size: file.size, checksum: true });
    const unreadable = new UploadError("file-unreadable", "gone");
    let calls = 0;
    const failing = (blob: Blob, signal: AbortSignal) => {
      calls += 1;
      return calls < 3 ? md5(blob, signal) : Promise.reject(unreadable);
    };
    expect(await failure(sending(upload.url, file, { ...checked, md5: failing }).result)).to.equal(unreadable);
    expect((await upload.look()).storedBytes).to.equal(2 * MiB);
  });

  it("is neither computed nor sent when the host does not say that the server checks, nor for one long PATCH", async () => {
    const never = () => Promise.reject(new Error("nobody asked for it"));
    for (const options of [{ chunkBytes: MiB }, { checksum: "md5", chunkBytes: null }] as const) {
      const upload = await tusUpload({ size: file.size });
      await sending(upload.url, file, { ...options, md5: never }).result;
      const { requests } = await upload.look();
      expect(requests.some(({ headers }) => "upload-checksum" in headers)).to.equal(false);
    }
  });
});
