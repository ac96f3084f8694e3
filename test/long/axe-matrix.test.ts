import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { AxeRun, COUNTS } from "../e2e/axe-run.ts";
import { StatesPage, THEMES } from "../e2e/states-page.ts";

let states: StatesPage;
let axe: AxeRun;
before(async () => {
  states = await StatesPage.open({ viewport: { width: 640, height: 900 } });
  axe = new AxeRun(states);
});
afterEach(() => states.complaints.assertExpected());
after(() => states.close());

for (const lang of ["en", "ar"] as const) {
  test(`in no state, light or dark, is anything wrong, in ${lang}`, async (t) => {
    assert.deepEqual(await axe.everyState(lang, THEMES), []);
    t.diagnostic(axe.summary);
  });

  for (const count of COUNTS) {
    test(`with ${count} files, light or dark, nothing is wrong, in ${lang}`, async () => {
      assert.deepEqual(await axe.findings({ count, lang }, THEMES), []);
    });
  }
}
