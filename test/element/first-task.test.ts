import { expect } from "@open-wc/testing";
import type { LightfieldUploader } from "../../src/element/index.ts";
import { ScriptedUploader } from "./support/scripted-uploader.ts";
import { dragEvent, find, findAll, text, transferOf, waitUntil } from "./support/stage.ts";

const vtt = new File(["WEBVTT"], "interview.vtt", { type: "text/vtt" });

const places: HTMLElement[] = [];

/** Element that is upgraded now, in a form, and has not been drawn. */
function upgraded(attributes = ""): { readonly element: LightfieldUploader; readonly form: HTMLFormElement } {
  // Markup of another document, which has no custom elements, is upgraded when it comes into this one.
  const elsewhere = document.implementation.createHTMLDocument();
  elsewhere.body.innerHTML = `<form><lightfield-uploader name="files" ${attributes}></lightfield-uploader></form>`;
  const form = elsewhere.forms[0] as HTMLFormElement;
  document.body.append(form);
  places.push(form);
  const element = form.querySelector("lightfield-uploader") as LightfieldUploader;
  expect(element.hasUpdated).to.equal(false);
  return { element, form };
}

async function isListed(element: LightfieldUploader): Promise<void> {
  await waitUntil(() => element.uploads.length === 1);
  await element.updateComplete;
  expect(text(element, "[part=name]")).to.equal("interview.vtt");
}

describe("the task in which the element is upgraded", () => {
  afterEach(() => {
    for (const place of places.splice(0)) place.remove();
  });

  it("takes files from the page", async () => {
    const { element } = upgraded();
    element.uploader = new ScriptedUploader();
    const added = element.addFiles([vtt]);
    await added;
    await isListed(element);
  });

  it("takes a drop", async () => {
    const { element } = upgraded();
    element.uploader = new ScriptedUploader();
    for (const type of ["dragenter", "dragover", "drop"]) {
      const event = dragEvent(type, transferOf(vtt));
      element.dispatchEvent(event);
      expect(event.defaultPrevented).to.equal(true);
    }
    await isListed(element);
  });

  it("takes a paste", async function () {
    const { element } = upgraded();
    element.uploader = new ScriptedUploader();
    const paste = new ClipboardEvent("paste", { clipboardData: transferOf(vtt), bubbles: true, cancelable: true });
    // Firefox gives a synthetic paste no files, so this cannot be tested there.
    if (paste.clipboardData?.files.length !== 1) this.skip();
    element.dispatchEvent(paste);
    expect(paste.defaultPrevented).to.equal(true);
    await isListed(element);
  });

  it("refuses to submit a form that requires a file, or one whose file is not uploaded", async () => {
    const { form } = upgraded("required");
    expect(form.checkValidity()).to.equal(false);
    const { element, form: pending } = upgraded();
    expect(pending.checkValidity()).to.equal(true);
    element.uploader = new ScriptedUploader();
    element.addFiles([vtt]);
    expect(pending.checkValidity()).to.equal(false);
    await isListed(element);
  });

  it("shows what is set in it with the first drawing", async () => {
    const { element } = upgraded("disabled");
    element.locale = "en";
    element.messages = { browse: () => "Select" };
    await element.updateComplete;
    expect(text(element, "[part=browse-button]")).to.equal("Select");
    expect(find<HTMLButtonElement>(element, "[part=browse-button]").disabled).to.equal(true);
    expect(findAll(element, "input[type=file]").length).to.equal(1);
  });
});
