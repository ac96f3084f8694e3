import { expect, fixture, html } from "@open-wc/testing";
import { isReferenceEngine } from "./support/engine.ts";
import { WALK_LIMIT_MS, WALKED_STATES, walkStates } from "./support/states-walk.ts";

/** Marks that isolate a name from the direction of the words around it. Speech engines and braille displays may spell them. */
const MARKS = /[\u2066-\u2069]/;
const SPOKEN = ["aria-label", "aria-valuetext", "aria-description"];

/** What screen readers would say wrongly or twice of an element. */
function faultsOf(element: Element): string[] {
  const faults = SPOKEN.filter((name) => MARKS.test(element.getAttribute(name) ?? "")).map(
    (name) => `${name} with marks: ${element.getAttribute(name)}`,
  );
  // A title is the description of an element that has a name already.
  if (element.hasAttribute("aria-label") && element.hasAttribute("title")) faults.push(`doubled: ${element.outerHTML}`);
  if (element.matches("button[title]")) faults.push(`a title on a button: ${element.outerHTML}`);
  if (element.matches("[role=status]") && MARKS.test(element.textContent ?? "")) {
    faults.push(`announced with marks: ${element.textContent}`);
  }
  return faults;
}

for (const lang of isReferenceEngine ? ["en", "ar"] : ["ar"]) {
  it(`names no control twice or with marks of direction in ${WALKED_STATES}, in ${lang}`, async function () {
    this.timeout(WALK_LIMIT_MS);
    const { documentElement } = document;
    const before = { lang: documentElement.lang, dir: documentElement.dir };
    Object.assign(documentElement, { lang, dir: lang === "ar" ? "rtl" : "ltr" });
    const faults: string[] = [];
    let labels = 0;
    let tips = 0;
    try {
      await walkStates(await fixture<HTMLElement>(html`<div></div>`), {
        prepare() {},
        isSameEverywhere: true,
        look(element, state) {
          for (const one of element.shadowRoot?.querySelectorAll("*") ?? []) {
            labels += Number(one.hasAttribute("aria-label"));
            tips += Number(one.matches("button > [aria-hidden=true][title]"));
            faults.push(...faultsOf(one).map((fault) => `${state}: ${fault}`));
          }
        },
      });
    } finally {
      Object.assign(documentElement, before);
    }
    expect(faults).to.deep.equal([]);
    expect(labels).to.be.greaterThan(isReferenceEngine ? 300 : 30);
    expect(tips).to.be.greaterThan(isReferenceEngine ? 100 : 10);
  });
}
