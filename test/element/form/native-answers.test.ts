import { expect, fixture, html } from "@open-wc/testing";
import type { LightfieldUploader } from "../../../src/element/index.ts";
import { formStage } from "../support/form-stage.ts";

describe("the element answers at once, as native controls do", () => {
  it("is invalid as soon as it is required, also for its form and for style sheets", async () => {
    const { form, element } = await formStage();
    expect(element.checkValidity()).to.equal(true);
    element.required = true;
    expect(element.checkValidity()).to.equal(false);
    expect(element.validity.valueMissing).to.equal(true);
    expect(element.validationMessage).to.equal("Please add at least one file.");
    expect(form.checkValidity()).to.equal(false);
    expect(element.matches(":invalid")).to.equal(true);
    element.required = false;
    expect(form.checkValidity()).to.equal(true);
  });

  it("is invalid as soon as it is required before it is in a document", () => {
    const element = document.createElement("lightfield-uploader");
    element.required = true;
    expect(element.checkValidity()).to.equal(false);
  });

  it("follows `multiple` in its validation message", async () => {
    const element = await fixture<LightfieldUploader>(html`<lightfield-uploader required></lightfield-uploader>`);
    expect(element.validationMessage).to.equal("Please add a file.");
    element.multiple = true;
    expect(element.validationMessage).to.equal("Please add at least one file.");
  });

  it("is disabled as soon as the property is set, and enabled again", async () => {
    const { element } = await formStage("required");
    element.disabled = true;
    expect(element.matches(":disabled")).to.equal(true);
    expect(element.willValidate).to.equal(false);
    expect(element.checkValidity()).to.equal(true);
    element.disabled = false;
    expect(element.matches(":enabled")).to.equal(true);
    expect(element.checkValidity()).to.equal(false);
  });

  it('is enabled by `disabled="false"`, which React 18 and Vue write for a false value', async () => {
    const { element } = await formStage('disabled="false"');
    expect([element.disabled, element.matches(":disabled"), element.hasAttribute("disabled")]).to.deep.equal([
      false,
      false,
      false,
    ]);
    element.setAttribute("disabled", "");
    element.setAttribute("disabled", "false");
    expect([element.disabled, element.matches(":disabled")]).to.deep.equal([false, false]);
  });

  it("reads its `disabled` property from the attribute", async () => {
    const { element } = await formStage();
    element.toggleAttribute("disabled", true);
    expect(element.disabled).to.equal(true);
    element.removeAttribute("disabled");
    expect(element.disabled).to.equal(false);
  });

  it("submits its value under a new name as soon as the name is set", async () => {
    const { form, element, uploader, add } = await formStage();
    uploader.succeed(await add("one.vtt"));
    element.name = "recording";
    expect([...new FormData(form)]).to.deep.equal([["recording", "fil_u1"]]);
  });
});
