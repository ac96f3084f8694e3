import { expect, fixture, html } from "@open-wc/testing";
import type { LightfieldUploader } from "../../src/element/index.ts";
import { ScriptedUploader } from "./support/scripted-uploader.ts";
import { find } from "./support/stage.ts";

async function inForm(required = false) {
  const form = await fixture<HTMLFormElement>(html`<form>
    <label for="files">Transcripts</label>
    <lightfield-uploader id="files" name="transcript" multiple ?required=${required}></lightfield-uploader>
  </form>`);
  const element = form.querySelector("lightfield-uploader") as LightfieldUploader;
  const uploader = new ScriptedUploader();
  element.uploader = uploader;
  const add = async (name: string) => {
    await element.addFiles([new File(["x"], name)]);
    await element.updateComplete;
    return uploader.snapshot.uploads.at(-1)?.id ?? "";
  };
  await element.updateComplete;
  return { form, element, uploader, add };
}

describe("in a form", () => {
  it("submits the ids of the completed files under its name", async () => {
    const { form, element, uploader, add } = await inForm();
    uploader.succeed(await add("one.vtt"));
    uploader.succeed(await add("two.vtt"));
    uploader.fail(await add("three.vtt"), "network");
    expect(element.value).to.deep.equal(["fil_u1", "fil_u2"]);
    expect(new FormData(form).getAll("transcript")).to.deep.equal(["fil_u1", "fil_u2"]);
  });

  it("has its value ready when the page hears that a file is uploaded", async () => {
    const { form, element, uploader, add } = await inForm();
    const id = await add("one.vtt");
    let submitted: FormDataEntryValue[] = [];
    element.addEventListener("upload-success", () => {
      submitted = new FormData(form).getAll("transcript");
    });
    uploader.succeed(id);
    expect(submitted).to.deep.equal(["fil_u1"]);
    expect(form.checkValidity()).to.equal(true);
  });

  it("fires input and change when the value changes, and only then", async () => {
    const { form, element, uploader, add } = await inForm();
    const heard: string[] = [];
    for (const type of ["input", "change"]) form.addEventListener(type, () => heard.push(type));
    const one = await add("one.vtt");
    uploader.fail(await add("two.vtt"), "network");
    expect(heard).to.deep.equal([]);
    uploader.succeed(one);
    expect(heard).to.deep.equal(["input", "change"]);
    element.remove(one);
    expect(heard).to.deep.equal(["input", "change", "input", "change"]);
    expect(element.value).to.deep.equal([]);
  });

  it("is invalid when a file is required and none is uploaded", async () => {
    const { form, element, uploader, add } = await inForm(true);
    expect(form.checkValidity()).to.equal(false);
    expect(element.validity.valueMissing).to.equal(true);
    expect(element.validationMessage).to.equal("Please add at least one file.");
    uploader.succeed(await add("one.vtt"));
    await element.updateComplete;
    expect(form.checkValidity()).to.equal(true);
  });

  it("holds the form back while a file is under way, so that none is lost", async () => {
    const { form, element, uploader, add } = await inForm();
    expect(form.checkValidity()).to.equal(true);
    uploader.begin(await add("one.vtt"));
    await element.updateComplete;
    expect(form.checkValidity()).to.equal(false);
    expect(element.validationMessage).to.equal("Please wait until every file is uploaded.");
  });

  it("takes the page's own reason against submitting", async () => {
    const { element } = await inForm();
    element.setCustomValidity("Not today.");
    expect(element.checkValidity()).to.equal(false);
    expect(element.validationMessage).to.equal("Not today.");
    element.setCustomValidity("");
    expect(element.checkValidity()).to.equal(true);
  });

  it("is emptied when the form is reset, and what runs is cancelled", async () => {
    const { form, element, uploader, add } = await inForm();
    uploader.succeed(await add("one.vtt"));
    uploader.begin(await add("two.vtt"));
    form.reset();
    await element.updateComplete;
    expect(uploader.commands).to.include("cancel");
    expect(element.uploads).to.deep.equal([]);
    expect(new FormData(form).has("transcript")).to.equal(false);
  });

  it("knows its form and labels, and a click on its label opens the picker", async () => {
    const { form, element } = await inForm();
    expect(element.form).to.equal(form);
    expect(element.labels.length).to.equal(1);
    let opened = 0;
    find(element, "input").addEventListener("click", (event) => {
      event.preventDefault();
      opened++;
    });
    form.querySelector("label")?.click();
    expect(opened).to.equal(1);
  });
});
