import assert from "node:assert/strict";
import { it } from "node:test";
import { Uploader } from "../../../src/engine/queue/uploader.ts";
import { hello, memoryPorts } from "../support/memory-ports.ts";

const names = ({ snapshot }: Uploader) => snapshot.uploads.map(({ name }) => name).join("");
const add = (uploader: Uploader, letters: string) =>
  uploader.add([...letters].map((name) => ({ file: hello(name) }))).added.map(({ id }) => id);

it("keeps the order of files that are added in slices, between which some are removed and restored", () => {
  const uploader = new Uploader(memoryPorts(), { recovery: false, autoStart: false });
  const [a = "", b = ""] = add(uploader, "ab");
  assert.equal(names(uploader), "ab");
  add(uploader, "c");
  add(uploader, "d");
  assert.equal(names(uploader), "abcd");
  uploader.remove(a);
  add(uploader, "e");
  assert.equal(names(uploader), "bcde");
  uploader.restore(a);
  add(uploader, "f");
  assert.equal(names(uploader), "abcdef");
  add(uploader, "g");
  uploader.remove(b);
  assert.equal(names(uploader), "acdefg");
  assert.equal(uploader.snapshot.totalBytes, 5 * hello().size, "the restored one stays cancelled");
  uploader.dispose();
});
