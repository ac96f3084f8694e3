import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

interface Printed {
  readonly stdout: string;
  readonly stderr: string;
}

const run = promisify(execFile);
const app = fileURLToPath(new URL("dom/app.mjs", import.meta.url));

/** As test runners set it: React's `act` is missing in production. */
const env = { ...process.env, NODE_ENV: "test" };

// Two versions of jsdom, the newest that run on this Node; test/compat tries later ones.
for (const name of ["jsdom", "jsdom-28", "happy-dom"]) {
  test(`component tests of a page pass in ${name}: elements, React and Vue`, async () => {
    const { stdout, stderr } = await run(process.execPath, [app, name], { env }).catch((failed: Printed) => failed);
    assert.notEqual(stdout, "", stderr);
    assert.deepEqual(JSON.parse(stdout), { problems: [], added: ["weekly.vtt"], isSetByReact: true });
  });
}
