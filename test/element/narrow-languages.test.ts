import { expect, fixture, html } from "@open-wc/testing";
import { isReferenceEngine } from "./support/engine.ts";
import { layoutOf } from "./support/layout.ts";
import { WALK_LIMIT_MS, walkStates } from "./support/states-walk.ts";

/** The column that the element stands in, in pixels, and the reader's letters, in per cent. */
const SETTINGS = [
  { width: 320, letters: 100, languages: { de: "ltr", ar: "rtl", ja: "ltr" } },
  { width: 200, letters: 100, languages: { de: "ltr", ar: "rtl", ja: "ltr" } },
  { width: 320, letters: 200, languages: { de: "ltr", ar: "rtl", ja: "ltr" } },
  { width: 640, letters: 200, languages: { de: "ltr", ar: "rtl", ja: "ltr" } },
];
const ELSEWHERE = [{ width: 320, letters: 100, languages: { ar: "rtl" } }];

for (const { width, letters, languages } of isReferenceEngine ? SETTINGS : ELSEWHERE) {
  describe(`at ${width} pixels, with letters of ${letters} %`, () => {
    for (const [lang, dir] of Object.entries(languages)) {
      it(`no text is cut off and nothing lies on anything else in any state, in ${lang}`, async function () {
        this.timeout(WALK_LIMIT_MS);
        const { documentElement } = document;
        const before = { lang: documentElement.lang, dir: documentElement.dir };
        Object.assign(documentElement, { lang, dir });
        documentElement.style.fontSize = `${letters}%`;
        const place = await fixture<HTMLElement>(
          html`<div style="box-sizing: border-box; width: ${width}px; padding: 16px"></div>`,
        );
        const faults: string[] = [];
        let lines = 0;
        try {
          await walkStates(place, {
            prepare() {},
            look(element, state) {
              const layout = layoutOf(element);
              lines += layout.lines;
              faults.push(...layout.faults.map((fault) => `${state}: ${fault}`));
            },
          });
        } finally {
          Object.assign(documentElement, before);
          documentElement.style.fontSize = "";
        }
        expect(faults).to.deep.equal([]);
        expect(lines).to.be.greaterThan(300);
      });
    }
  });
}
