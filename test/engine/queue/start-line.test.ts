import assert from "node:assert/strict";
import { it } from "node:test";
import { StartLine } from "../../../src/engine/queue/start-line.ts";
import type { Upload } from "../../../src/engine/upload/upload.ts";

it("looks at a bounded number of uploads for one place, however many are held back", () => {
  const line = new StartLine();
  for (let count = 0; count < 10_000; count += 1) line.join({} as Upload);
  let looked = 0;
  const next = line.next(() => {
    looked += 1;
    return true;
  });
  assert.equal(next, null);
  assert.ok(looked <= 1_000, `${looked}`);
});

it("finds the one that may start behind some that are held back", () => {
  const line = new StartLine();
  const held = Array.from({ length: 900 }, () => ({}) as Upload);
  const free = {} as Upload;
  for (const upload of [...held, free]) line.join(upload);
  assert.equal(
    line.next((upload) => upload !== free),
    free,
  );
});
