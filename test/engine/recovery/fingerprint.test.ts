import assert from "node:assert/strict";
import { openAsBlob } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, it } from "node:test";
import { identify, isSameFile, sampleOf } from "../../../src/engine/recovery/fingerprint.ts";
import { assertIncludes } from "../support/assert-includes.ts";
import { nodeHasher as hasher } from "../support/memory-ports.ts";

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
  const fingerprint = async (content: BlobPart) => (await identify(fileOf(content), hasher, signal)).fingerprint;

  it("changes with the first byte, the last, one in the middle of a sample, and the size", async () => {
    const bytes = bytesOf(2_000_000);
    const original = await fingerprint(bytes);
    assert.match(original, /^[0-9a-f]{32}$/);
    assert.equal(await fingerprint(bytes.slice()), original, "the same content");
    const secondSample = Math.round((bytes.length - SAMPLE) / 7);
    for (const index of [0, bytes.length - 1, SAMPLE / 2, secondSample, secondSample + SAMPLE - 1]) {
      assert.notEqual(await fingerprint(withFlipped(bytes, index)), original, `byte ${index}`);
    }
    assert.notEqual(await fingerprint(bytes.subarray(0, bytes.length - 1)), original, "one byte less");
  });

  it("leaves to the MD5 of the whole file what lies between the samples", async () => {
    const bytes = bytesOf(2_000_000);
    assert.equal(await fingerprint(withFlipped(bytes, SAMPLE + 1)), await fingerprint(bytes));
  });

  it("covers every byte of a small file, and works for an empty one", async () => {
    for (const length of [1, 100, SAMPLE, 8 * SAMPLE]) {
      assert.equal(sampleOf(new Blob([bytesOf(length)])).size, length);
    }
    const bytes = bytesOf(8 * SAMPLE);
    const original = await fingerprint(bytes);
    for (const index of [SAMPLE, 3 * SAMPLE + 7, bytes.length - 1]) {
      assert.notEqual(await fingerprint(withFlipped(bytes, index)), original, `byte ${index}`);
    }
    assert.equal(await fingerprint(""), "d41d8cd98f00b204e9800998ecf8427e");
  });

  it("costs eight samples of a file of any size", async () => {
    const block = new Blob([new Uint8Array(64 * KiB * KiB)]);
    // Node's Blob takes no slice beyond 4 GiB.
    const file = new WatchedFile(Array(63).fill(block), "huge.mp4", { lastModified: 1_000 });
    assert.equal(file.size, 63 * 64 * KiB ** 2);
    const { sizeBytes, fingerprint: found } = await identify(file, hasher, signal);
    assert.equal(sizeBytes, file.size);
    assert.match(found, /^[0-9a-f]{32}$/);
    const read = file.slices.reduce((sum, [start, end]) => sum + end - start, 0);
    assert.equal(read, 8 * SAMPLE);
    assert.equal(file.slices[0]?.[0], 0);
    assert.equal(file.slices.at(-1)?.[1], file.size, "the last byte is among them");
  });

  it("reports a file that is gone", async () => {
    const path = join(await mkdtemp(join(tmpdir(), "fingerprint-")), "gone.txt");
    await writeFile(path, "hello");
    const file = new File([await openAsBlob(path)], "gone.txt");
    await rm(dirname(path), { recursive: true });
    await assert.rejects(identify(file, hasher, signal), { code: "file-unreadable" });
  });
});

describe("a file that is added again", () => {
  const identity = (file: File) => identify(file, hasher, signal);

  it("is the same when name, size, time and content are", async () => {
    const one = await identity(fileOf("hello"));
    assertIncludes(one, { name: "a.mp4", sizeBytes: 5, lastModified: 1_000 });
    assert.equal(isSameFile(one, await identity(fileOf("hello"))), true);
  });

  it("is another when any of them differs", async () => {
    const one = await identity(fileOf("hello"));
    const others = [fileOf("hello", "b.mp4"), fileOf("hello", "a.mp4", 1_001), fileOf("hallo"), fileOf("hello!")];
    for (const other of others) assert.equal(isSameFile(one, await identity(other)), false);
    assert.equal(isSameFile(one, { ...one, sizeBytes: 6 }), false);
  });
});
