import { expect } from "@open-wc/testing";
import { findAll, stage } from "../support/stage.ts";

describe("the icon of the page in the slot `file-icon`", () => {
  it("is copied into every row, in place of an icon by the kind of file", async () => {
    const { element, add } = await stage();
    element.innerHTML = '<img slot="file-icon" alt="" id="own">';
    await add("one.vtt");
    await add("two.mp4");
    await new Promise((resolve) => requestAnimationFrame(resolve));
    await element.updateComplete;
    expect(findAll(element, ".row .file-icon > img:not([slot])").length).to.equal(2);
    expect(findAll(element, ".row .file-icon > svg").length).to.equal(0);
  });

  it("can be added when files are on the list already, and removed again", async () => {
    const { element, add } = await stage();
    await add("one.vtt");
    const icon = document.createElement("img");
    icon.slot = "file-icon";
    element.append(icon);
    await new Promise((resolve) => requestAnimationFrame(resolve));
    await element.updateComplete;
    expect(findAll(element, ".row .file-icon > img").length).to.equal(1);
    icon.remove();
    await new Promise((resolve) => requestAnimationFrame(resolve));
    await element.updateComplete;
    expect(findAll(element, ".row .file-icon > svg").length).to.equal(1);
  });
});
