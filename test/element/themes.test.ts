import { expect } from "@open-wc/testing";
import axe from "axe-core";
import { contrast } from "./support/contrast.ts";
import { isReferenceEngine } from "./support/engine.ts";
import { type EitherElement, WALK_LIMIT_MS, walkStates } from "./support/states-walk.ts";

/** Contrast ratios that each theme guarantees. */
const THEMES = {
  none: { text: 4.5, marks: 3, edges: 1 },
  plain: { text: 4.5, marks: 3, edges: 1 },
  rounded: { text: 4.5, marks: 3, edges: 1 },
  "high-contrast": { text: 7, marks: 4.5, edges: 4.5 },
};
const SCHEMES = {
  light: "color-scheme: light; background: #fff; color: #1b1f29",
  dark: "color-scheme: dark; background: #14161b; color: #e7e9ee",
};
/** States that contain everything with a colour. Checking all states would take too long. */
const CHECKED = new Set([
  "idle",
  "uploading",
  "error",
  "rejected",
  "paste-text",
  "one-verified",
  "transcripts",
  "files-list",
]);

/** Disabled controls are exempt. */
const isInert = (element: Element) => element.closest(":disabled, [aria-disabled=true], [data-disabled]") !== null;
const isDrawn = (element: Element) => element.checkVisibility() && !element.closest(".spoken, .skeleton");

function* textsOf(root: ShadowRoot): Generator<Element> {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode as Text;
    if (parentElement && data.trim() && parentElement.localName !== "style") yield parentElement;
  }
  yield* root.querySelectorAll("input[type=text], textarea");
}

/** Colour of the outline of an element: of its border, of a shadow in its place, or of its background. */
function edgeOf(element: Element): string {
  const { borderBottomStyle, borderBottomColor, boxShadow, outlineStyle, outlineColor, backgroundColor } =
    getComputedStyle(element);
  if (element.matches(".progress") && outlineStyle !== "none") return outlineColor;
  if (borderBottomStyle !== "none") return borderBottomColor;
  return boxShadow === "none" ? backgroundColor : boxShadow.slice(0, boxShadow.lastIndexOf(")") + 1);
}

function faultsOf(element: EitherElement, least: (typeof THEMES)["none"]): string[] {
  const root = element.shadowRoot;
  if (!root) return ["There is nothing."];
  const faults: string[] = [];
  const demand = (what: string, ratio: number, least: number) => {
    if (ratio < least) faults.push(`${what} has ${ratio.toFixed(2)}, not ${least}`);
  };
  for (const one of textsOf(root)) {
    if (!isDrawn(one) || isInert(one)) continue;
    demand(`"${one.textContent?.trim()}" in .${one.className}`, contrast(one, getComputedStyle(one).color), least.text);
  }
  for (const icon of root.querySelectorAll(".icon, .bar")) {
    if (!isDrawn(icon) || isInert(icon)) continue;
    const { color, backgroundColor } = getComputedStyle(icon);
    const mark = icon.matches(".bar") ? backgroundColor : color;
    demand(`a mark in .${icon.parentElement?.className}`, contrast(icon, mark, "at the edge"), least.marks);
  }
  for (const box of root.querySelectorAll(
    ".zone:not(.resting), .card, .notice, .browse, .retry, .progress:not(.overall), .pasted input, textarea",
  )) {
    if (!isDrawn(box) || isInert(box)) continue;
    demand(`the edge of .${box.className || box.localName}`, contrast(box, edgeOf(box), "at the edge"), least.edges);
  }
  return faults;
}

const still = new CSSStyleSheet();
still.replaceSync("* { animation: none !important; transition: none !important }");

interface Look {
  readonly name: string;
  readonly scheme: keyof typeof SCHEMES;
  readonly least: (typeof THEMES)["none"];
  readonly sheets: readonly CSSStyleSheet[];
}

async function sheetsOf(theme: string): Promise<CSSStyleSheet[]> {
  if (theme === "none") return [];
  const answer = await fetch(new URL(`../../src/themes/${theme}.css`, import.meta.url));
  const sheet = await new CSSStyleSheet().replace(await answer.text());
  expect(sheet.cssRules.length).to.be.greaterThan(0);
  return [sheet];
}

async function looks(): Promise<Look[]> {
  const all: Look[] = [];
  for (const [theme, least] of Object.entries(THEMES)) {
    const sheets = await sheetsOf(theme);
    for (const scheme of ["light", "dark"] as const) all.push({ name: `${theme}, ${scheme}`, scheme, least, sheets });
  }
  return isReferenceEngine ? all : all.filter(({ name }) => name === "high-contrast, dark");
}

/** Puts every state into every theme, one after the other: the states are what takes time. */
async function inEveryLook(
  see: (element: EitherElement, look: Look, state: string) => void | Promise<void>,
  states?: ReadonlySet<string>,
) {
  const all = await looks();
  const { style } = document.documentElement;
  const before = document.adoptedStyleSheets;
  try {
    await walkStates(document.body, {
      prepare() {},
      ...(states && { states }),
      async look(element, state) {
        element.shadowRoot?.adoptedStyleSheets.push(still);
        for (const look of all) {
          style.cssText = SCHEMES[look.scheme];
          document.adoptedStyleSheets = [...before, ...look.sheets];
          await see(element, look, state);
        }
        style.cssText = "";
        document.adoptedStyleSheets = before;
      },
    });
  } finally {
    style.cssText = "";
    document.adoptedStyleSheets = before;
  }
}

describe("in every theme, light and dark, in every state,", () => {
  it("words, marks and edges stand out as the theme says", async function () {
    this.timeout(WALK_LIMIT_MS);
    const faults = new Set<string>();
    await inEveryLook((element, look, state) => {
      for (const fault of faultsOf(element, look.least)) faults.add(`${look.name}: ${state}: ${fault}`);
    });
    expect([...faults]).to.deep.equal([]);
  });

  if (!isReferenceEngine) return;
  it("an accessibility checker finds enough contrast", async function () {
    this.timeout(WALK_LIMIT_MS);
    const faults: string[] = [];
    let texts = 0;
    const seen = new Set<string>();
    await inEveryLook(async (element, look, state) => {
      seen.add(state);
      // Only colours depend on the theme; e2e/axe-matrix checks the rest.
      const { violations, passes } = await axe.run(element, { runOnly: ["color-contrast"] });
      texts += passes.flatMap(({ nodes }) => nodes).length;
      for (const { nodes } of violations)
        faults.push(...nodes.map(({ failureSummary }) => `${look.name}: ${state}: ${failureSummary}`));
    }, CHECKED);
    expect(seen).to.deep.equal(CHECKED);
    expect(faults).to.deep.equal([]);
    expect(texts).to.be.greaterThan(500);
  });
});
