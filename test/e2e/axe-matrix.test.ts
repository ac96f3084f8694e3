/** Every state once in either theme and either direction; `test/long` has every combination. */
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { AxeRun, COUNTS } from "./axe-run.ts";
import { StatesPage } from "./states-page.ts";

let states: StatesPage;
let axe: AxeRun;
before(async () => {
  states = await StatesPage.open({ viewport: { width: 640, height: 900 } });
  axe = new AxeRun(states);
});
afterEach(() => states.complaints.assertExpected());
after(() => states.close());

for (const [lang, theme] of [
  ["en", "light"],
  ["ar", "dark"],
] as const) {
  test(`in no state is anything wrong, in ${lang}, ${theme}`, async (t) => {
    assert.deepEqual(await axe.everyState(lang, [theme]), []);
    t.diagnostic(axe.summary);
  });

  for (const count of COUNTS) {
    test(`with ${count} files nothing is wrong, in ${lang}, ${theme}`, async () => {
      assert.deepEqual(await axe.findings({ count, lang }, [theme]), []);
    });
  }
}
