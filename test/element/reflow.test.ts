/** WCAG 2.2: 1.4.10 (320 pixels, as at 400 %), 1.4.12 (wider text) and 2.5.8 (targets of 24 pixels), in every state. */
import { expect, fixture, html } from "@open-wc/testing";
import { isReferenceEngine } from "./support/engine.ts";
import { layoutOf } from "./support/layout.ts";
import { WALK_LIMIT_MS, walkStates } from "./support/states-walk.ts";

/** Text spacing as the criterion defines it. */
const SPACED = new CSSStyleSheet();
SPACED.replaceSync(
  "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }",
);

const TARGETS = "button, a[href], summary, input:not([hidden])";
const SMALLEST = 24;

async function narrow(): Promise<HTMLElement> {
  return fixture<HTMLElement>(html`<div style="box-sizing: border-box; width: 320px; padding: 16px"></div>`);
}

interface Target {
  readonly name: string;
  readonly rect: DOMRect;
}

function targetsIn(root: ShadowRoot): Target[] {
  return [...root.querySelectorAll<HTMLElement>(TARGETS)]
    .filter((one) => one.checkVisibility())
    .map((one) => ({ name: one.ariaLabel ?? one.textContent?.trim() ?? "", rect: one.getBoundingClientRect() }));
}

/** Targets without enough space: a circle of 24 pixels around a small target must not touch another target or circle. */
function isTooClose(one: Target, other: Target): boolean {
  const x = one.rect.x + one.rect.width / 2;
  const y = one.rect.y + one.rect.height / 2;
  const beside = Math.max(other.rect.left - x, x - other.rect.right, 0);
  const above = Math.max(other.rect.top - y, y - other.rect.bottom, 0);
  return one !== other && Math.hypot(beside, above) < SMALLEST / 2;
}

const tooSmall = (root: ShadowRoot): readonly [count: number, faults: string[]] => {
  const targets = targetsIn(root);
  const faults = targets.flatMap((target) => {
    const { width, height } = target.rect;
    if (Math.min(width, height) >= SMALLEST) return [];
    const close = targets.filter((other) => isTooClose(target, other)).map(({ name }) => name);
    return close.length > 0 ? [`"${target.name}", ${width} × ${height}, beside ${close}`] : [];
  });
  return [targets.length, faults];
};

describe("at 320 pixels, in every state,", () => {
  for (const lang of isReferenceEngine ? ["en", "de"] : ["de"]) {
    it(`targets have 24 pixels or as much room around them, and nothing is lost when the reader spaces the text out, in ${lang}`, async function () {
      this.timeout(WALK_LIMIT_MS);
      const before = document.documentElement.lang;
      document.documentElement.lang = lang;
      const faults: string[] = [];
      let lines = 0;
      let targets = 0;
      try {
        await walkStates(await narrow(), {
          prepare() {},
          look(element, state) {
            const [count, small] = element.shadowRoot ? tooSmall(element.shadowRoot) : [0, []];
            targets += count;
            element.shadowRoot?.adoptedStyleSheets.push(SPACED);
            const layout = layoutOf(element);
            lines += layout.lines;
            faults.push(...[...small, ...layout.faults].map((fault) => `${state}: ${fault}`));
          },
        });
      } finally {
        document.documentElement.lang = before;
      }
      expect(faults).to.deep.equal([]);
      expect(lines).to.be.greaterThan(300);
      expect(targets).to.be.greaterThan(150);
    });
  }
});
