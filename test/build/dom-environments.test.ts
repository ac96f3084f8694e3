import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const app = fileURLToPath(new URL("dom/app.mjs", import.meta.url));

// Two versions of jsdom, the newest that run on this Node; test/compat tries later ones.
for (const name of ["jsdom", "jsdom-28", "happy-dom"]) {
  test(`component tests of a page pass in ${name}: elements, React and Vue`, async () => {
    const { stdout } = await run(process.execPath, [app, name]).catch((failed: { stdout: string }) => failed);
    assert.deepEqual(JSON.parse(stdout), { problems: [], added: ["weekly.vtt"], isSetByReact: true });
  });
}
