import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const RUN_ALL = fileURLToPath(new URL("../support/run-all.mjs", import.meta.url));

test("a run of chosen files fails when one of the names chooses none", () => {
  const run = (files: string) => spawnSync(process.execPath, [RUN_ALL, "--files", files], { encoding: "utf8" });
  for (const files of ["element/no-such-file", "element/list,element/no-such-file", "element/list,"]) {
    const { status, stdout, stderr } = run(files);
    assert.match(stderr, /--files: no test file has "(element\/no-such-file)?" in its path/);
    assert.equal(stdout, "0 passed, 1 failed\n");
    assert.equal(status, 1);
  }
});
