import { expect } from "@open-wc/testing";
import { findAll, stage, waitUntil } from "../support/stage.ts";

const own = (element: Element) => findAll(element, ".row .file-icon > img:not([slot])").length;
const builtIn = (element: Element) => findAll(element, ".row .file-icon > :is(svg, .ending)").length;

describe("the icon of the page in the slot `file-icon`", () => {
  it("is copied into every row, in place of an icon by the kind of file", async () => {
    const { element, add } = await stage();
    element.innerHTML = '<img slot="file-icon" alt="">';
    await add("one.vtt");
    await add("two.mp4");
    await waitUntil(() => own(element) === 2);
    expect(builtIn(element)).to.equal(0);
  });

  it("can be added when files are on the list already, and removed again", async () => {
    const { element, add } = await stage();
    await add("one.vtt");
    expect(builtIn(element)).to.equal(1);
    const icon = document.createElement("img");
    icon.slot = "file-icon";
    element.append(icon);
    await waitUntil(() => own(element) === 1);
    icon.remove();
    await waitUntil(() => builtIn(element) === 1);
    expect(own(element)).to.equal(0);
  });
});
