/** A checker's rules (WCAG 2.2 A and AA, and good practice) over every state × theme × direction, and over list lengths. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { ALL_STATES, type Shown, StatesPage, THEMES } from "./states-page.ts";

const COUNTS = [0, 1, 1000];

let states: StatesPage;
before(async () => {
  states = await StatesPage.open({ viewport: { width: 640, height: 900 } });
});
after(() => {
  const [ratio, where] = lowest;
  console.log(`axe: ${combinations} combinations, ${violations} violations, ${undecided.size} undecided`);
  for (const [what, count] of undecided) console.log(`  undecided, ${count} ×: ${what}`);
  console.log(`the lowest contrast of ${texts} texts is ${ratio}: ${where}`);
  return states.close();
});

let combinations = 0;
let violations = 0;
let texts = 0;
let lowest: [ratio: number, where: string] = [Number.POSITIVE_INFINITY, ""];
const undecided = new Map<string, number>();

async function findings(shown: Shown): Promise<string[]> {
  const found: string[] = [];
  await states.show(shown);
  for (const theme of THEMES) {
    await states.setTheme(theme);
    const where = `${shown.state ?? `${shown.count} files`}, ${shown.lang}, ${theme}`;
    const verdict = await states.axe();
    found.push(...verdict.violations.map((what) => `${where}: ${what}`));
    for (const what of verdict.undecided) {
      const key = `${shown.state}: ${what}`;
      undecided.set(key, (undecided.get(key) ?? 0) + 1);
    }
    if (verdict.lowest && verdict.lowest.ratio < lowest[0]) {
      lowest = [verdict.lowest.ratio, `${where}, ${verdict.lowest.of}`];
    }
    texts += verdict.texts;
    combinations += 1;
  }
  violations += found.length;
  return found;
}

for (const lang of ["en", "ar"] as const) {
  test(`in no state, light or dark, is anything wrong, in ${lang}`, async () => {
    const found: string[] = [];
    for (const state of ALL_STATES) found.push(...(await findings({ state, lang })));
    assert.deepEqual(found, []);
  });

  for (const count of COUNTS) {
    test(`with ${count} files, light or dark, nothing is wrong, in ${lang}`, async () => {
      assert.deepEqual(await findings({ count, lang }), []);
    });
  }
}
