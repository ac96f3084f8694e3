import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, it } from "node:test";
import { inspect } from "../../src/transcripts/inspect.ts";

/** What is right about a file of the folder `cases`, which were made after public files and bug reports. */
interface Case {
  readonly file: string;
  /** Code of the hint; "any" where a hint is as right as none. */
  readonly hint: string | null;
  readonly speakers: readonly string[];
  readonly cues: number;
  readonly durationMs: number;
  readonly why: string;
}

const read = (name: string) => readFile(new URL(`cases/${name}`, import.meta.url));
const cases = JSON.parse(String(await read("index.json"))) as Case[];

describe("the inspection of", () => {
  for (const { file, hint, speakers, cues, durationMs, why } of cases) {
    it(`${file}: ${why}`, async () => {
      const inspection = await inspect(new File([Uint8Array.from(await read(file))], file));
      if (hint !== "any") assert.equal(inspection.hint?.code ?? null, hint);
      const preview = inspection.preview ?? { speakers: [], cues: 0, durationMs: 0 };
      assert.deepEqual(preview.speakers, speakers);
      assert.deepEqual({ cues: preview.cues, durationMs: preview.durationMs }, { cues, durationMs });
    });
  }
});
