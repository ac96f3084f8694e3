import { expect, fixture, html } from "@open-wc/testing";
import type { ConnectedUploader } from "../../../src/create-uploader.ts";
import { LightfieldUploader } from "../../../src/element/index.ts";
import { until } from "../../support/until.ts";
import { formStage, settled } from "../support/form-stage.ts";
import { ScriptedUploader } from "../support/scripted-uploader.ts";
import { button, find, focused } from "../support/stage.ts";

/** Element whose own uploader is loaded when the test says so. */
class SlowUploader extends LightfieldUploader {
  arrive = () => {};

  protected override createUploader(): Promise<ConnectedUploader> {
    return new Promise((resolve) => {
      this.arrive = () => resolve(new ScriptedUploader());
    });
  }
}
customElements.define("slow-uploader", SlowUploader);

describe("in a form", () => {
  it("submits the ids of the completed files under its name", async () => {
    const { form, element, uploader, add } = await formStage();
    uploader.succeed(await add("one.vtt"));
    uploader.succeed(await add("two.vtt"));
    uploader.fail(await add("three.vtt"), "network");
    expect(element.value).to.deep.equal(["fil_u1", "fil_u2"]);
    expect(new FormData(form).getAll("transcript")).to.deep.equal(["fil_u1", "fil_u2"]);
  });

  it("has its value ready when the page is notified of a completed upload", async () => {
    const { form, element, uploader, add } = await formStage();
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
    const { form, element, uploader, add } = await formStage();
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
    const { form, element, uploader, add } = await formStage("required");
    expect(form.checkValidity()).to.equal(false);
    expect(element.validity.valueMissing).to.equal(true);
    expect(element.validationMessage).to.equal("Please add at least one file.");
    uploader.succeed(await add("one.vtt"));
    await element.updateComplete;
    expect(form.checkValidity()).to.equal(true);
  });

  it("makes the form invalid while an upload is pending, so that no file is lost", async () => {
    const { form, element, uploader, add } = await formStage();
    expect(form.checkValidity()).to.equal(true);
    uploader.begin(await add("one.vtt"));
    await element.updateComplete;
    expect(form.checkValidity()).to.equal(false);
    expect(element.validationMessage).to.equal(
      "Some files are not uploaded yet. Wait until they are, or resume the paused ones.",
    );
  });

  it("accepts a custom validity message of the page", async () => {
    const { element } = await formStage();
    element.setCustomValidity("Not today.");
    expect(element.checkValidity()).to.equal(false);
    expect(element.validationMessage).to.equal("Not today.");
    element.setCustomValidity("");
    expect(element.checkValidity()).to.equal(true);
  });

  it("is emptied when the form is reset, and running uploads are cancelled", async () => {
    const { form, element, uploader, add } = await formStage();
    uploader.succeed(await add("one.vtt"));
    uploader.begin(await add("two.vtt"));
    form.reset();
    await element.updateComplete;
    expect(uploader.commands).to.include("cancel");
    expect(element.uploads).to.deep.equal([]);
    expect(new FormData(form).has("transcript")).to.equal(false);
  });

  it("is emptied by a reset without input and change, as every control is", async () => {
    const { form, element, uploader, add } = await formStage();
    uploader.succeed(await add("one.vtt"));
    const heard: string[] = [];
    for (const type of ["input", "change"]) form.addEventListener(type, () => heard.push(type));
    form.reset();
    await element.updateComplete;
    expect([element.value, heard]).to.deep.equal([[], []]);
  });

  it("does not hold uploads that could not be cancelled by a reset", async () => {
    const { form, element, uploader, add } = await formStage();
    const id = await add("one.vtt");
    uploader.patch(id, { status: "active", step: "finalize", canCancel: false });
    const heard: string[] = [];
    for (const type of ["change", "upload-success", "file-remove"]) form.addEventListener(type, () => heard.push(type));
    form.reset();
    expect(element.uploads.length).to.equal(1);
    uploader.succeed(id);
    await element.updateComplete;
    expect(element.uploads).to.deep.equal([]);
    expect(new FormData(form).has("transcript")).to.equal(false);
    expect(heard).to.deep.equal(["file-remove"]);
  });

  it("adds no more files of a folder that was being read when it was reset", async () => {
    const { form, element } = await formStage();
    let readOn: (() => void) | null = null;
    const slow = {
      isDirectory: true,
      name: "meetings",
      createReader: () => ({
        readEntries(found: (entries: readonly object[]) => void) {
          const opens = (open: (file: File) => void) => open(new File(["x"], "late.vtt"));
          readOn = () => {
            readOn = () => found([]);
            found([{ isDirectory: false, name: "late.vtt", file: opens }]);
          };
        },
      }),
    };
    const item = { kind: "file", type: "", getAsFile: () => null, webkitGetAsEntry: () => slow };
    const transfer = { types: ["Files"], items: [item], files: [] };
    const drop = Object.assign(new Event("drop", { cancelable: true }), { dataTransfer: transfer });
    element.dispatchEvent(drop);
    await element.updateComplete;
    expect(form.checkValidity(), "while it is read").to.equal(false);
    const goOn = await until("the folder to be read", () => readOn);
    form.reset();
    goOn();
    await until("nothing to be awaited", () => form.checkValidity());
    await settled(element);
    expect(element.uploads).to.deep.equal([]);
  });

  it("holds all of a thousand files as soon as the last is uploaded", async () => {
    const { form, element, uploader } = await formStage();
    await element.addFiles(Array.from({ length: 1000 }, (_, index) => new File(["x"], `${index}.vtt`)));
    let changes = 0;
    element.addEventListener("change", () => changes++);
    for (const { id } of element.uploads) uploader.succeed(id);
    expect(new FormData(form).getAll("transcript")).to.deep.equal(element.value);
    expect([element.value.length, changes]).to.deep.equal([1000, 1000]);
  });

  it("keeps what it will submit, and what failed, when finished files are cleared", async () => {
    const { form, element, uploader, add } = await formStage();
    uploader.succeed(await add("verified.vtt"));
    uploader.fail(await add("failed.vtt"), "network");
    const clear = () => button(element, "Clear finished");
    await element.updateComplete;
    expect(clear, "nothing is finished but what is submitted").to.throw("no button");
    uploader.cancel(await add("cancelled.vtt"));
    await element.updateComplete;
    let changes = 0;
    form.addEventListener("change", () => changes++);
    clear().click();
    await element.updateComplete;
    expect(element.uploads.map(({ name }) => name)).to.deep.equal(["verified.vtt", "failed.vtt"]);
    expect([new FormData(form).getAll("transcript"), changes]).to.deep.equal([["fil_u1"], 0]);

    // Outside a form there is nothing to submit.
    form.replaceWith(element);
    await element.updateComplete;
    element.addEventListener("change", () => changes++);
    clear().click();
    await element.updateComplete;
    expect(element.uploads.map(({ name }) => name)).to.deep.equal(["failed.vtt"]);
    expect([element.value, changes]).to.deep.equal([[], 1]);
    element.remove();
  });

  it("fires one change when many files are cleared", async () => {
    const { form, element, uploader, add } = await formStage();
    for (const name of ["one.vtt", "two.vtt", "three.vtt"]) uploader.succeed(await add(name));
    const values: (readonly string[])[] = [];
    form.addEventListener("change", () => values.push(element.value));
    element.clear();
    expect(values).to.deep.equal([[]]);
    expect(new FormData(form).has("transcript")).to.equal(false);
  });

  it("reports a value to the browser only when it has changed", async () => {
    const { element, uploader, add } = await formStage();
    uploader.succeed(await add("one.vtt"));
    const two = await add("two.vtt");
    uploader.begin(two);
    await element.updateComplete;
    const { value } = element;
    const told = countCalls("setFormValue", "setValidity");
    try {
      for (let sent = 0; sent < 5; sent++) {
        uploader.progress(two, sent);
        element.requestUpdate();
        await element.updateComplete;
      }
      expect(element.value).to.equal(value);
      expect(told()).to.deep.equal([0, 0]);
      uploader.succeed(two);
      await element.updateComplete;
      expect(told()).to.deep.equal([1, 1]);
    } finally {
      told.end();
    }
  });

  it("is invalid while a file is still being added to the list", async () => {
    const form = await fixture<HTMLFormElement>(
      html`<form><slow-uploader endpoint="/uploads" no-recovery name="transcript"></slow-uploader></form>`,
    );
    const element = form.querySelector("slow-uploader") as SlowUploader;
    const adding = element.addFiles([new File(["x"], "one.vtt")]);
    await new Promise(requestAnimationFrame);
    expect([element.uploads.length, form.checkValidity()]).to.deep.equal([0, false]);
    element.arrive();
    await adding;
    expect([element.uploads.length, form.checkValidity()]).to.deep.equal([1, false]);
  });

  it("takes no part while its fieldset is disabled, and accepts no files", async () => {
    const { form, element, uploader, add } = await formStage("required");
    uploader.succeed(await add("one.vtt"));
    form.querySelector("fieldset")?.toggleAttribute("disabled", true);
    await element.updateComplete;
    expect(new FormData(form).has("transcript")).to.equal(false);
    expect(element.willValidate).to.equal(false);
    expect(find<HTMLButtonElement>(element, "[part=browse-button]").disabled).to.equal(true);
    expect(find(element, "[part=drop-zone]").hasAttribute("data-disabled")).to.equal(true);
    form.querySelector("fieldset")?.toggleAttribute("disabled", false);
    await element.updateComplete;
    expect(new FormData(form).getAll("transcript")).to.deep.equal(["fil_u1"]);
  });

  it("shows its validation message at the browse button", async () => {
    const { form, element } = await formStage("required");
    form.reportValidity();
    expect(focusedPart(element)).to.equal("browse-button");
  });

  it("shows its message at the page's own button, or at the drop zone when that is not focusable", async () => {
    const { form, element } = await formStage("required");
    const own = document.createElement("button");
    own.slot = "browse-button";
    element.append(own);
    await settled(element);
    form.reportValidity();
    expect(document.activeElement === own, "the focus").to.equal(true);
    for (const change of [
      () => own.toggleAttribute("disabled", true),
      () => own.replaceWith(Object.assign(document.createElement("b"), { slot: "browse-button" })),
    ]) {
      change();
      element.requestUpdate();
      await settled(element);
      form.reportValidity();
      expect(focusedPart(element)).to.equal("drop-zone");
      find(element, "[part=drop-zone]").blur();
    }
  });

  it("can be focused while it is disabled, so that the keyboard keeps its place", async () => {
    const { element } = await formStage("disabled");
    element.focus();
    expect(focusedPart(element)).to.equal("drop-zone");
  });

  it("knows its form and labels, and a click on its label opens the picker", async () => {
    const { form, element } = await formStage();
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

const focusedPart = (element: Element) => focused(element)?.getAttribute("part");

/** Counts calls of methods of the browser from now on. */
function countCalls(...names: readonly ("setFormValue" | "setValidity")[]) {
  const proto = ElementInternals.prototype;
  const originals = names.map((name) => [name, proto[name]] as const);
  const counts = names.map(() => 0);
  for (const [index, [name, original]] of originals.entries()) {
    proto[name] = function (this: ElementInternals, ...args: unknown[]) {
      counts[index] = (counts[index] ?? 0) + 1;
      return Reflect.apply(original, this, args);
    };
  }
  const read = () => counts;
  read.end = () => {
    for (const [name, original] of originals) Object.assign(proto, { [name]: original });
  };
  return read;
}
