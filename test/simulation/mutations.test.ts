import assert from "node:assert/strict";
import { it } from "node:test";
import { BREAKAGES, UNDONE_FIXES } from "./measure/breakages.ts";
import { unfit } from "./measure/mutants.ts";

it("the engine has each text that a deliberate mistake replaces", () => {
  assert.deepEqual(unfit([...BREAKAGES, ...UNDONE_FIXES]), []);
});
