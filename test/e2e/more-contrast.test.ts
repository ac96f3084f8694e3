/** What `prefers-contrast: more` changes: secondary text is as dark as the other, and lines and edges are stronger. */
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { StatesPage } from "./states-page.ts";

let states: StatesPage;
before(async () => {
  states = await StatesPage.open({ viewport: { width: 640, height: 900 } });
});
afterEach(() => states.complaints.assertExpected());
after(() => states.close());

/** State, a secondary text in it, and an element with a line around it. */
const LOOKS = [
  ["idle", "[part=zone-hint]", "[part=drop-zone]"],
  ["uploading", "[part=figure]", ".card"],
  ["three-done", "[part=summary-meta] .figure", ".card"],
  ["files-list", "[part=time]", ".card"],
] as const;

interface Colors {
  readonly text: string;
  readonly secondary: string;
  readonly line: string;
}

async function colorsOf([state, secondary, edge]: (typeof LOOKS)[number], theme: "light" | "dark"): Promise<Colors> {
  await states.show({ state, theme });
  return states.page.evaluate(
    ([text, line]) => {
      const host = document.querySelector("lightfield-uploader, lightfield-files") as HTMLElement;
      const [secondary, edge] = [text, line].map((selector) => host.shadowRoot?.querySelector(selector));
      if (!secondary || !edge) throw new Error(`There is no ${text} or no ${line}.`);
      return {
        text: getComputedStyle(host).color,
        secondary: getComputedStyle(secondary).color,
        line: getComputedStyle(edge).borderTopColor,
      };
    },
    [secondary, edge] as const,
  );
}

for (const theme of ["light", "dark"] as const) {
  for (const look of LOOKS) {
    test(`more contrast is given to who asks for it: ${look[0]}, ${theme}`, async () => {
      await states.page.emulateMedia({ contrast: "no-preference" });
      const usual = await colorsOf(look, theme);
      await states.page.emulateMedia({ contrast: "more" });
      const strong = await colorsOf(look, theme);
      assert.notEqual(usual.secondary, usual.text);
      assert.equal(strong.secondary, strong.text);
      assert.notEqual(strong.line, usual.line);
      const { lowest } = await states.axe();
      assert.ok((lowest?.ratio ?? 21) >= 4.5, lowest?.of);
    });
  }
}
