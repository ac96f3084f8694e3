/** In every state the keyboard comes to everything, in the order in which one sees it, and one sees where it is. */
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { type Focus, focusOf } from "./keyboard-focus.ts";
import { ALL_STATES, StatesPage } from "./states-page.ts";

let states: StatesPage;
before(async () => {
  states = await StatesPage.open();
});
afterEach(() => states.complaints.assertExpected());
after(() => states.close());

/** Everything that the elements show and that can be pressed, typed into or followed. */
function controls(): Promise<number> {
  return states.page.evaluate(() => {
    const selector = "button:enabled, a[href], input:not([hidden]), textarea, summary, [tabindex='0']";
    const hosts = [...document.querySelectorAll("lightfield-uploader, lightfield-files")];
    const found = hosts.flatMap((host) => [...(host.shadowRoot?.querySelectorAll(selector) ?? [])]);
    return found.filter((control) => control.checkVisibility({ visibilityProperty: true })).length;
  });
}

/** From one end of the page to the other. */
async function stops(): Promise<Focus[]> {
  await states.page.evaluate(() => {
    const [start, end] = [document.createElement("button"), document.createElement("button")];
    document.body.prepend(start);
    document.body.append(end);
    start.focus();
  });
  const found: Focus[] = [];
  for (;;) {
    await states.page.keyboard.press("Tab");
    const focus = await focusOf(states.page);
    if (focus.host === "") return found;
    found.push(focus);
    if (found.length > 100) throw new Error("It goes round and round.");
  }
}

/** How much higher something may begin that stands beside a text, such as the button that closes a message. */
const BESIDE = 96;

/** Below, or further on in the same line, or beside it. */
function isAfter(one: Focus, other: Focus): boolean {
  const isSameLine = other.box.top < one.box.bottom - 1 && one.box.top < other.box.bottom - 1;
  if (!isSameLine && other.box.top >= one.box.bottom - 1) return true;
  if (one.box.top - other.box.top > BESIDE) return false;
  return other.isRightToLeft ? other.box.right <= one.box.left + 1 : other.box.left >= one.box.right - 1;
}

/** What scrolls comes before what it holds. */
function isInside(inner: Focus, outer: Focus): boolean {
  return outer.box.top <= inner.box.top && outer.box.bottom >= inner.box.bottom && outer.tag !== "button";
}

for (const lang of ["en", "ar"] as const) {
  for (const width of [320, 900]) {
    test(`in ${lang}, ${width} pixels wide`, async (t) => {
      await states.page.setViewportSize({ width, height: 900 });
      const faults: string[] = [];
      let count = 0;
      for (const state of ALL_STATES) {
        await states.show({ state, lang });
        const reached = await stops();
        const expected = await controls();
        if (reached.length !== expected) {
          faults.push(`${state}: ${reached.length} of ${expected}: ${reached.map(({ name }) => name).join(" → ")}`);
        }
        for (const [index, focus] of reached.entries()) {
          const before = reached[index - 1];
          if (focus.hidden) faults.push(`${state}: "${focus.name}": ${focus.hidden}`);
          if (before && !isInside(focus, before) && !isAfter(before, focus)) {
            faults.push(`${state}: "${focus.name}" comes after "${before.name}"`);
          }
        }
        count += reached.length;
      }
      t.diagnostic(`tab order, ${lang}, ${width} px: ${count} stops in ${ALL_STATES.length} states`);
      assert.deepEqual(faults, []);
    });
  }
}
