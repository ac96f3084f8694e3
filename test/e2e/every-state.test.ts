/** In every state the keyboard comes to everything, in the order in which one sees it, and one sees where it is. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { CDPSession } from "playwright-core";
import { type Focus, pressTabs } from "./keyboard-focus.ts";
import { ALL_STATES, StatesPage } from "./states-page.ts";

let states: StatesPage;
let cdp: CDPSession;
before(async () => {
  states = await StatesPage.open();
  cdp = await states.page.context().newCDPSession(states.page);
});
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
async function stops(expected: number): Promise<Focus[]> {
  await states.page.evaluate(() => {
    for (const edge of document.querySelectorAll("body > button")) edge.remove();
    const [start, end] = [document.createElement("button"), document.createElement("button")];
    document.body.prepend(start);
    document.body.append(end);
    start.focus();
  });
  const found: Focus[] = [];
  // As many as are drawn, and the end of the page. Further rows of a long list are drawn when the focus comes to them.
  const scrolls = await states.page.evaluate(() =>
    [...document.querySelectorAll("lightfield-uploader, lightfield-files")].some((host) =>
      [...(host.shadowRoot?.querySelectorAll(".list") ?? [])].some((list) => list.scrollHeight > list.clientHeight),
    ),
  );
  for (let count = scrolls ? 1 : expected + 1; ; count = 1) {
    if (scrolls)
      await states.page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))));
    for (const focus of await pressTabs(states.page, cdp, count)) {
      if (focus.host === "") return found;
      found.push(focus);
    }
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

/** What is wrong with the way of the keyboard through the state on the page. */
async function faultsOfOrder(state: string): Promise<string[]> {
  const reached = await stops(await controls());
  const expected = await controls();
  const faults: string[] = [];
  // A long list draws rows only when the focus comes to them.
  if (reached.length < expected) {
    faults.push(`${state}: ${reached.length} of ${expected}: ${reached.map(({ name }) => name).join(" → ")}`);
  }
  for (const [index, focus] of reached.entries()) {
    const before = reached[index - 1];
    if (focus.hidden) faults.push(`${state}: "${focus.name}": ${focus.hidden}`);
    if (before && !isInside(focus, before) && !isAfter(before, focus)) {
      faults.push(`${state}: "${focus.name}" comes after "${before.name}"`);
    }
  }
  return faults;
}

/** By how much the page or one of the lists has to be scrolled sideways, if at all. */
async function faultsOfWidth(state: string): Promise<string[]> {
  const widths = await states.page.evaluate(() => {
    const { scrollWidth } = document.documentElement;
    const hosts = [...document.querySelectorAll("lightfield-uploader, lightfield-files")];
    const inner = hosts.flatMap((host) => [...(host.shadowRoot?.querySelectorAll(".list, .files, ul") ?? [])]);
    return [scrollWidth - innerWidth, ...inner.map((one) => one.scrollWidth - one.clientWidth)];
  });
  const most = Math.max(...widths);
  return most > 1 ? [`${state}: ${most} pixels too wide`] : [];
}

for (const lang of ["en", "ar"] as const) {
  describe(`in every state, in ${lang}`, () => {
    const faults: Record<"wide" | "narrow" | "zoomed", string[]> = { wide: [], narrow: [], zoomed: [] };

    // One visit to each state for all tests: showing one costs more than looking at it.
    before(async () => {
      for (const state of ALL_STATES) {
        await states.page.setViewportSize({ width: 900, height: 900 });
        await states.show({ state, lang });
        faults.wide.push(...(await faultsOfOrder(state)));
        await states.page.setViewportSize({ width: 320, height: 900 });
        faults.narrow.push(...(await faultsOfOrder(state)));
        // A window of 1280 × 1024.
        await states.page.setViewportSize({ width: 320, height: 256 });
        faults.zoomed.push(...(await faultsOfWidth(state)));
      }
    });

    it("the keyboard comes to everything in order, 900 pixels wide", () => assert.deepEqual(faults.wide, []));
    it("the keyboard comes to everything in order, 320 pixels wide", () => assert.deepEqual(faults.narrow, []));
    it("nothing has to be scrolled sideways at a zoom of 400 %", () => assert.deepEqual(faults.zoomed, []));
    it("the page complains about nothing", () => states.complaints.assertExpected());
  });
}
