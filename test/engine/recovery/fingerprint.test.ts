import { expect } from "@open-wc/testing";
import { UploadError } from "../../../src/engine/errors.ts";
import { identify, isSameFile, sampleOf } from "../../../src/engine/recovery/fingerprint.ts";
import { WorkerHasher } from "../../../src/hash/worker-hasher.ts";
import { vanishedFile } from "../../browser/vanished-file.ts";

const KiB = 1024;
const SAMPLE = 64 * KiB;
const signal = new AbortController().signal;

/** Bytes that are nowhere alike, so that a moved sample shows. */
function bytesOf(length: number): Uint8Array<ArrayBuffer> {
  let state = 1;
  return Uint8Array.from({ length }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return state & 255;
  });
}

/** The second copy, with the byte at `index` flipped. */
function withFlipped(bytes: Uint8Array<ArrayBuffer>, index: number): Uint8Array<ArrayBuffer> {
  const copy = bytes.slice();
  copy[index] = (copy[index] ?? 0) ^ 1;
  return copy;
}

const fileOf = (content: BlobPart, name = "a.mp4", lastModified = 1_000) => new File([content], name, { lastModified });

/** A file that tells which parts of it are asked for, and that nobody may read as a whole. */
class WatchedFile extends File {
  readonly slices: [start: number, end: number][] = [];

  override slice(start = 0, end = this.size, type?: string): Blob {
    this.slices.push([start, end]);
    return super.slice(start, end, type);
  }
  override arrayBuffer(): Promise<ArrayBuffer> {
    throw new Error("The whole file is being read.");
  }
  override stream(): ReturnType<Blob["stream"]> {
    throw new Error("The whole file is being read.");
  }
}

describe("a file's fingerprint", () => {
  const hasher = new WorkerHasher();
  after(() => hasher.dispose());
  const fingerprint = async (content: BlobPart) => (await identify(fileOf(content), hasher, signal)).fingerprint;

  it("changes with the first byte, the last, one in the middle of a sample, and the size", async () => {
    const bytes = bytesOf(2_000_000);
    const original = await fingerprint(bytes);
    expect(original).to.match(/^[0-9a-f]{32}$/);
    expect(await fingerprint(bytes.slice()), "the same content").to.equal(original);
    const secondSample = Math.round((bytes.length - SAMPLE) / 7);
    for (const index of [0, bytes.length - 1, SAMPLE / 2, secondSample, secondSample + SAMPLE - 1]) {
      expect(await fingerprint(withFlipped(bytes, index)), `byte ${index}`).to.not.equal(original);
    }
    expect(await fingerprint(bytes.subarray(0, bytes.length - 1)), "one byte less").to.not.equal(original);
  });

  it("leaves to the MD5 of the whole file what lies between the samples", async () => {
    const bytes = bytesOf(2_000_000);
    expect(await fingerprint(withFlipped(bytes, SAMPLE + 1))).to.equal(await fingerprint(bytes));
  });

  it("covers every byte of a small file, and works for an empty one", async () => {
    for (const length of [1, 100, SAMPLE, 8 * SAMPLE]) {
      expect(sampleOf(new Blob([bytesOf(length)])).size).to.equal(length);
    }
    const bytes = bytesOf(8 * SAMPLE);
    const original = await fingerprint(bytes);
    for (const index of [SAMPLE, 3 * SAMPLE + 7, bytes.length - 1]) {
      expect(await fingerprint(withFlipped(bytes, index)), `byte ${index}`).to.not.equal(original);
    }
    expect(await fingerprint("")).to.equal("d41d8cd98f00b204e9800998ecf8427e");
  });

  it("costs eight samples of a file of any size", async () => {
    const block = new Blob([new Uint8Array(64 * KiB * KiB)]);
    const file = new WatchedFile(Array(64).fill(block), "huge.mp4", { lastModified: 1_000 });
    expect(file.size).to.equal(4 * KiB ** 3);
    const { sizeBytes, fingerprint: found } = await identify(file, hasher, signal);
    expect(sizeBytes).to.equal(file.size);
    expect(found).to.match(/^[0-9a-f]{32}$/);
    const read = file.slices.reduce((sum, [start, end]) => sum + end - start, 0);
    expect(read).to.equal(8 * SAMPLE);
    expect(file.slices[0]?.[0]).to.equal(0);
    expect(file.slices.at(-1)?.[1], "the last byte is among them").to.equal(file.size);
  });

  it("says so when the file is gone", async function () {
    const file = await vanishedFile(100);
    if (!file) return this.skip();
    const failure = await identify(file, hasher, signal).catch((error: unknown) => error);
    expect(failure).to.be.instanceOf(UploadError);
    expect((failure as UploadError).code).to.equal("file-unreadable");
  });
});

describe("a file that is added again", () => {
  const hasher = new WorkerHasher();
  after(() => hasher.dispose());
  const identity = (file: File) => identify(file, hasher, signal);

  it("is the same when name, size, time and content are", async () => {
    const one = await identity(fileOf("hello"));
    expect(one).to.deep.include({ name: "a.mp4", sizeBytes: 5, lastModified: 1_000 });
    expect(isSameFile(one, await identity(fileOf("hello")))).to.equal(true);
  });

  it("is another when any of them differs", async () => {
    const one = await identity(fileOf("hello"));
    const others = [fileOf("hello", "b.mp4"), fileOf("hello", "a.mp4", 1_001), fileOf("hallo"), fileOf("hello!")];
    for (const other of others) expect(isSameFile(one, await identity(other))).to.equal(false);
    expect(isSameFile(one, { ...one, sizeBytes: 6 })).to.equal(false);
  });
});
