import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { bundleNodeTests, sourceOf, withSources } from "../support/node-bundle.mjs";
import { ROOT } from "../support/test-files.mjs";

const FILE = "test/architecture/bundled/place.ts";

let bundle: Awaited<ReturnType<typeof bundleNodeTests>>;
before(async () => {
  bundle = await bundleNodeTests([FILE]);
});
after(() => bundle.remove());

test("a built test file has the addresses of its source, and a report of an error names the line there", async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [bundle.pathOf(FILE)]);
  const [filename, dirname, url, at] = stdout.split("\n");
  const source = join(ROOT, FILE);
  assert.deepEqual([filename, dirname, url], [source, join(source, ".."), pathToFileURL(source).href]);
  assert.ok(at?.includes(`${bundle.pathOf(FILE)}:`), at);
  const told = withSources(at ?? "");
  assert.ok(told.includes(`${source}:3:`) && !told.includes("node-tests"), told);
});

test("a report names the source of a built file, and any other file by its path from the root", () => {
  assert.equal(sourceOf(bundle.pathOf(FILE)), FILE);
  assert.equal(sourceOf(join(ROOT, FILE)), FILE);
});

test("nothing is left of a bundle that is removed", async () => {
  const other = await bundleNodeTests([FILE]);
  other.remove();
  assert.equal(existsSync(other.pathOf(FILE)), false);
});
