import { expect, fixture, html } from "@open-wc/testing";
import { isReferenceEngine } from "./support/engine.ts";
import { layoutOf } from "./support/layout.ts";
import { WALK_LIMIT_MS, walkStates } from "./support/states-walk.ts";

/** Columns that the element stands in, in pixels, and the reader's letters, in per cent. */
const SETTINGS = [
  { width: 320, letters: 100 },
  { width: 200, letters: 100 },
  { width: 320, letters: 200 },
  { width: 640, letters: 200 },
];
const LANGUAGES = { de: "ltr", ar: "rtl", ja: "ltr" };

const languages = isReferenceEngine ? LANGUAGES : { ar: LANGUAGES.ar };
const settings = isReferenceEngine ? SETTINGS : SETTINGS.slice(0, 1);

for (const [lang, dir] of Object.entries(languages)) {
  it(`in a narrow column or with large letters no text is cut off and nothing lies on anything else in any state, in ${lang}`, async function () {
    this.timeout(WALK_LIMIT_MS);
    const { documentElement } = document;
    const before = { lang: documentElement.lang, dir: documentElement.dir };
    Object.assign(documentElement, { lang, dir });
    const place = await fixture<HTMLElement>(html`<div style="box-sizing: border-box; padding: 16px"></div>`);
    const faults: string[] = [];
    const lines = settings.map(() => 0);
    const set = ({ width, letters }: (typeof SETTINGS)[number]) => {
      place.style.width = `${width}px`;
      documentElement.style.fontSize = `${letters}%`;
    };
    try {
      await walkStates(place, {
        prepare() {},
        look(element, state) {
          for (const [index, setting] of settings.entries()) {
            set(setting);
            const layout = layoutOf(element);
            lines[index] = (lines[index] ?? 0) + layout.lines;
            const where = `${state} at ${setting.width} px, letters of ${setting.letters} %`;
            faults.push(...layout.faults.map((fault) => `${where}: ${fault}`));
          }
        },
      });
    } finally {
      Object.assign(documentElement, before);
      documentElement.style.fontSize = "";
    }
    expect(faults).to.deep.equal([]);
    for (const each of lines) expect(each).to.be.greaterThan(300);
  });
}
