import { expect, fixture, html } from "@open-wc/testing";
import { isReferenceEngine } from "./support/engine.ts";
import { WALK_LIMIT_MS, WALKED_STATES, walkStates } from "./support/states-walk.ts";

/** Elements that only format the text of the element around them. */
const FORMATTING = "bdi, b, wbr, option, slot, .drop-words, :is(span, div, time):not([class])";
const CONTROLS = "button, a, input:not([type=file]), textarea, select, summary, [role=progressbar], .bar";

/** What lacks a part, as "browse in drop-zone". */
function withoutPart(root: ShadowRoot): string[] {
  const found = new Set<string>();
  const told = (one: Element) => {
    const around = one.closest("[part]")?.getAttribute("part") ?? "the element";
    found.add(`${one.localName}.${one.className} in ${around}`);
  };
  for (const control of root.querySelectorAll(CONTROLS))
    if (isVisible(control) && !control.hasAttribute("part")) told(control);
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { parentElement, data } = texts.currentNode as Text;
    let around = parentElement;
    while (around?.matches(FORMATTING) && !around.hasAttribute("part")) around = around.parentElement;
    if (data.trim() && around && isVisible(around) && !around.hasAttribute("part")) told(around);
  }
  return [...found];
}

function isVisible(element: Element): boolean {
  if (element.closest(".spoken, style, .silent")) return false;
  const { width, height } = element.getBoundingClientRect();
  return width > 1 && height > 1 && getComputedStyle(element).visibility === "visible";
}

describe("every visible text, control and bar", () => {
  for (const width of isReferenceEngine ? [320, 900] : [320]) {
    it(`is a part in ${WALKED_STATES}, ${width} pixels wide`, async () => {
      const place = await fixture<HTMLElement>(html`<div style="inline-size: ${width}px"></div>`);
      const missing: string[] = [];
      await walkStates(place, {
        prepare() {},
        isSameEverywhere: true,
        look(element, state) {
          const { shadowRoot } = element;
          if (shadowRoot) missing.push(...withoutPart(shadowRoot).map((one) => `${one} (${state})`));
        },
      });
      expect([...new Set(missing)]).to.deep.equal([]);
    }).timeout(WALK_LIMIT_MS);
  }
});
