import { expect, fixture, html } from "@open-wc/testing";
import { layoutOf } from "./support/layout.ts";
import { walkStates } from "./support/states-walk.ts";

describe("at 320 pixels", () => {
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
      const place = await fixture<HTMLElement>(
        html`<div style="box-sizing: border-box; width: 320px; padding: 16px"></div>`,
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
      }
      expect(faults).to.deep.equal([]);
      expect(lines).to.be.greaterThan(300);
    });
  }
});
