import { expect, fixture, html } from "@open-wc/testing";
import { layoutOf } from "./support/layout.ts";
import { walkStates } from "./support/states-walk.ts";

/** Widths of the column and sizes of the text. Most are tested in one engine, because the CSS is the same. */
const SETTINGS = [
  { width: 320, letters: 100, everywhere: true },
  { width: 200, letters: 100, everywhere: false },
  { width: 320, letters: 200, everywhere: false },
  { width: 640, letters: 200, everywhere: false },
];

for (const { width, letters, everywhere } of SETTINGS) {
  if (!everywhere && !/Chrom/.test(navigator.userAgent)) continue;
  describe(`at ${width} pixels, with letters of ${letters} %`, () => {
    for (const [lang, dir] of [
      ["de", "ltr"],
      ["ar", "rtl"],
      ["ja", "ltr"],
    ] as const) {
      it(`no text is cut off and nothing lies on anything else in any state, in ${lang}`, async function () {
        this.timeout(60_000);
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
