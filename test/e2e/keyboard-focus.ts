import assert from "node:assert/strict";
import type { CDPSession, Page } from "playwright-core";
import { plain } from "./accessibility-tree.ts";
import { until } from "./waiting.ts";

/** Where the keyboard is, and how one sees that. */
export interface Focus {
  /** What a screen reader calls it; "" on nothing in particular. */
  readonly name: string;
  readonly tag: string;
  /** Which of our elements it is in; "" outside of them. */
  readonly host: string;
  /** Page coordinates, as if nothing had been scrolled. */
  readonly box: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
  readonly isRightToLeft: boolean;
  /** Why the ring around it cannot be seen; "" when it can. */
  readonly hidden: string;
}

/** Runs in the page. */
function see() {
  let focused: Element | null = document.activeElement;
  let host = "";
  while (focused?.shadowRoot?.activeElement) {
    host = focused.localName;
    focused = focused.shadowRoot.activeElement;
  }
  if (!focused || focused === document.body) return null;
  // A field in a box with a sign of its own may have the ring around the box.
  const around = focused.parentElement;
  const isBoxed = getComputedStyle(focused).outlineStyle === "none" && around?.matches(":has(> input:focus-visible)");
  const ringed = (isBoxed && around) || focused;
  const { left, right, top, bottom } = ringed.getBoundingClientRect();
  const style = getComputedStyle(ringed);
  const width = Number.parseFloat(style.outlineWidth);
  const reach = width + Number.parseFloat(style.outlineOffset);
  let hidden = focused.matches(":focus-visible") ? "" : "it is not :focus-visible";
  if (style.outlineStyle === "none" || width < 2) hidden ||= `its outline is ${style.outline}`;
  const scrolled = { x: scrollX, y: scrollY };
  for (let outer = ringed.parentElement; host && outer; outer = outer.parentElement) {
    scrolled.x += outer.scrollLeft;
    scrolled.y += outer.scrollTop;
    const { overflowX } = getComputedStyle(outer);
    if (overflowX === "visible") continue;
    const box = outer.getBoundingClientRect();
    const sticksOut = Math.max(box.left - left, right - box.right, box.top - top, bottom - box.bottom) + reach;
    // Half a pixel is what browsers round.
    if (sticksOut > 0.5) hidden ||= `${outer.className || outer.localName} hides ${sticksOut} px of its outline`;
  }
  const isField = focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement;
  const labels = [...((isField && (focused as HTMLInputElement | HTMLTextAreaElement).labels) || [])];
  const labelledBy = focused.getAttribute("aria-labelledby");
  const label = labelledBy ? (focused.getRootNode() as ShadowRoot).getElementById(labelledBy) : labels[0];
  return {
    name: focused.getAttribute("aria-label") ?? (label ?? focused).textContent ?? "",
    tag: focused.localName,
    host,
    hidden,
    isRightToLeft: style.direction === "rtl",
    box: {
      left: left + scrolled.x,
      right: right + scrolled.x,
      top: top + scrolled.y,
      bottom: bottom + scrolled.y,
    },
  };
}

const NOWHERE: Focus = {
  name: "",
  tag: "body",
  host: "",
  isRightToLeft: false,
  hidden: "it is nowhere",
  box: { left: 0, right: 0, top: 0, bottom: 0 },
};

const focusFrom = (seen: ReturnType<typeof see>): Focus => (seen ? { ...seen, name: plain(seen.name) } : NOWHERE);

export async function focusOf(page: Page): Promise<Focus> {
  return focusFrom(await page.evaluate(see));
}

/**
 * Keys in a row, without a look at the page between them; returns where the focus was after each. The focus moves when a key
 * goes down: where it is then is where the key before has brought it.
 */
export async function pressTabs(page: Page, cdp: CDPSession, count: number): Promise<Focus[]> {
  await page.evaluate(`{
    const see = ${see};
    const seen = [];
    let presses = 0;
    const look = (event) => event.key === "Tab" && presses++ > 0 && seen.push(see());
    window.stopTabs = () => (removeEventListener("keydown", look, true), seen.push(see()), seen);
    addEventListener("keydown", look, true);
  }`);
  const key = { type: "rawKeyDown", key: "Tab", code: "Tab", windowsVirtualKeyCode: 9 } as const;
  await Promise.all(Array.from({ length: count }, () => cdp.send("Input.dispatchKeyEvent", key)));
  return (await page.evaluate<ReturnType<typeof see>[]>("window.stopTabs()")).map(focusFrom);
}

/** Presses Tab until that has the focus. On the way the focus is always somewhere, and seen there. */
export async function tabTo(page: Page, name: string | RegExp, key = "Tab"): Promise<string[]> {
  const path: string[] = [];
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press(key);
    const focus = await focusOf(page);
    path.push(focus.name);
    if (focus.host) assert.equal(focus.hidden, "", `on "${focus.name}"`);
    if (typeof name === "string" ? focus.name === name : name.test(focus.name)) return path;
  }
  throw new Error(`The keyboard never came to ${name}, but to: ${path.join(" → ")}`);
}

/** The focus comes to be there, without any key. */
export async function focusComesTo(page: Page, name: string): Promise<void> {
  await until(`the focus is on "${name}"`, async () => {
    const focus = await focusOf(page);
    if (focus.name !== name) {
      assert.notEqual(focus.tag, "body", "the focus is lost");
      return false;
    }
    assert.equal(focus.hidden, "", `on "${name}"`);
    return true;
  });
}
