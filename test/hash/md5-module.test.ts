import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { MD5_MODULE } from "../../src/hash/md5-module.ts";
import { createWasmMd5 } from "../../src/hash/md5-wasm.ts";
import { KNOWN_DIGESTS } from "./known-digests.ts";

const bytesOf = (length: number) => Uint8Array.from({ length }, (_, index) => (index * 31 + 7) % 256);

test("carries the module of the installed hash-wasm", async () => {
  const folder = dirname(createRequire(import.meta.url).resolve("hash-wasm"));
  const published = await readFile(join(folder, "md5.umd.min.js"), "utf8");
  assert.ok(published.includes(Buffer.from(MD5_MODULE, "hex").toString("base64")));
});

test("hashes in pieces of any length, several files alternately, with reused instances", async () => {
  for (const [bytes, digest] of KNOWN_DIGESTS.filter(([length]) => length < 200_000)) {
    const file = bytesOf(bytes);
    const [whole, split] = [await createWasmMd5(), await createWasmMd5()];
    const middle = Math.floor(bytes / 3);
    split.update(file.subarray(0, middle));
    whole.update(file);
    split.update(file.subarray(middle));
    assert.equal(whole.digest(), digest, `${bytes} bytes at once`);
    assert.equal(split.digest(), digest, `${bytes} bytes in two pieces`);
  }
});
