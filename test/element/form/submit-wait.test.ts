import { expect } from "@open-wc/testing";
import type { LightfieldUploader } from "../../../src/element/index.ts";
import { type FormStage, formStage, settled } from "../support/form-stage.ts";
import { ScriptedUploader } from "../support/scripted-uploader.ts";
import { button, findAll, text, waitUntil } from "../support/stage.ts";

const waiting = () => formStage(`submit-while-uploading="wait"`);
const WAITS = "The form will be sent as soon as every file is uploaded.";
const STOPPED =
  "The form was not sent because some files were not uploaded. Retry or remove them, then send the form again.";

const linesOf = (element: LightfieldUploader) => findAll(element, "[part=submit-wait] .notice-words");

/** Form that was submitted while one of two uploads is running. */
async function sentOff(): Promise<FormStage & { readonly running: string }> {
  const stage = await waiting();
  stage.uploader.succeed(await stage.add("one.vtt"));
  const running = await stage.add("two.vtt");
  stage.uploader.begin(running);
  await stage.press("publish");
  return { ...stage, running };
}

describe("a form that waits for its files", () => {
  it("is submitted once, when every file is uploaded, with the pressed button and every id", async () => {
    const { form, element, uploader, sent, running } = await sentOff();
    expect(form.checkValidity()).to.equal(true);
    expect(sent).to.deep.equal([]);
    expect(text(element, "[part=submit-wait] .notice-words")).to.equal(WAITS);
    uploader.succeed(running);
    await settled(element);
    const entries = [
      ["transcript", "fil_u1"],
      ["transcript", "fil_u2"],
      ["action", "publish"],
    ];
    expect(sent).to.deep.equal([{ submitter: "publish", entries }]);
    expect(linesOf(element).length).to.equal(0);
  });

  it("shows and announces that it waits", async () => {
    const { element } = await sentOff();
    await waitUntil(() => text(element, "[role=status]").includes(WAITS));
  });

  it("is submitted at once when no upload is pending", async () => {
    const { uploader, sent, add, press } = await waiting();
    uploader.succeed(await add("one.vtt"));
    await press("publish");
    expect(sent.length).to.equal(1);
  });

  it("is submitted once when it is submitted several times, with the last button", async () => {
    const { element, uploader, sent, running, press } = await sentOff();
    await press("publish");
    await press("later");
    uploader.succeed(running);
    await settled(element);
    expect(sent.map(({ submitter }) => submitter)).to.deep.equal(["later"]);
    uploader.finish();
    await settled(element);
    expect(sent.length).to.equal(1);
  });

  it("is refused where it would open a tab, which browsers allow only with a click, and submitted with the next click", async () => {
    for (const where of ["form", "button[value=publish]"]) {
      const { form, element, uploader, sent, add, press } = await waiting();
      const target = where === "form" ? form : form.querySelector(where);
      target?.setAttribute(where === "form" ? "target" : "formtarget", "_Blank");
      const running = await add("one.vtt");
      uploader.begin(running);
      await press("publish");
      expect(text(element, "[part=submit-wait] .notice-words")).to.equal(
        "Some files are not uploaded yet. Wait until they are, or resume the paused ones.",
      );
      await waitUntil(() =>
        text(element, "[role=status]").includes(
          "Some files are not uploaded yet. Wait until they are, or resume the paused ones.",
        ),
      );
      uploader.succeed(running);
      await settled(element);
      expect([sent.length, linesOf(element).length], where).to.deep.equal([0, 0]);
      await press("publish");
      expect(sent.length, where).to.equal(1);
    }
  });

  it("asks to sign in again, and then to send the form, when the user's session has ended", async () => {
    const { element, uploader, sent, running } = await sentOff();
    uploader.fail(running, "signed-out");
    await settled(element);
    const words = `Sign in again, for example in another tab, then continue here. ${STOPPED}`;
    expect(text(element, "[part=submit-wait] .notice-words")).to.equal(words);
    await waitUntil(() => text(element, "[role=status]").includes(words));
    uploader.retry(running);
    await settled(element);
    expect([linesOf(element).length, sent.length]).to.deep.equal([0, 0]);
  });

  it("is submitted without its button when the button was removed", async () => {
    const { form, element, uploader, sent, running } = await sentOff();
    form.querySelector("button[value=publish]")?.remove();
    uploader.succeed(running);
    await settled(element);
    expect(sent.map(({ submitter }) => submitter)).to.deep.equal([null]);
  });

  it("waits for files that are added in the meantime, and starts them", async () => {
    const { element, uploader, sent, running, add } = await sentOff();
    const starts = () => uploader.commands.filter((command) => command === "start").length;
    const before = starts();
    const late = await add("three.vtt");
    expect(starts()).to.equal(before + 1);
    uploader.succeed(running);
    await settled(element);
    expect(sent).to.deep.equal([]);
    uploader.succeed(late);
    await settled(element);
    expect(sent[0]?.entries.map(([, value]) => value)).to.deep.equal(["fil_u1", "fil_u2", "fil_u3", "publish"]);
  });

  it("starts queued uploads and resumes paused ones", async () => {
    const { uploader, sent, add, press } = await waiting();
    const paused = await add("one.vtt");
    uploader.begin(paused);
    uploader.pause(paused);
    await press("publish");
    expect(sent).to.deep.equal([]);
    expect(uploader.commands.slice(-2)).to.deep.equal(["resume", "start"]);
  });

  it("is not submitted when a file fails, says so, and can be submitted after a retry", async () => {
    const { element, uploader, sent, running, press } = await sentOff();
    uploader.fail(running, "network");
    await settled(element);
    expect(linesOf(element).map(({ textContent }) => textContent)).to.deep.equal([STOPPED]);
    await waitUntil(() => text(element, "[role=status]").includes(STOPPED));
    uploader.retry(running);
    await settled(element);
    expect(linesOf(element).length).to.equal(0);
    uploader.succeed(running);
    await settled(element);
    expect(sent).to.deep.equal([]);
    await press("publish");
    expect(sent.length).to.equal(1);
  });

  it("stops waiting when the user cancels that, and the focus returns", async () => {
    const { form, element, uploader, sent, running } = await sentOff();
    const cancel = button(element, "Do not send the form yet");
    cancel.focus();
    cancel.click();
    await settled(element);
    expect(document.activeElement === form.querySelector("button[value=publish]"), "the focus").to.equal(true);
    expect(linesOf(element).length).to.equal(0);
    uploader.succeed(running);
    await settled(element);
    expect(sent).to.deep.equal([]);
  });

  it("is submitted with the remaining files when the file it waits for is cancelled", async () => {
    const { element, uploader, sent, running } = await sentOff();
    uploader.cancel(running);
    await settled(element);
    expect(sent[0]?.entries.map(([, value]) => value)).to.deep.equal(["fil_u1", "publish"]);
  });

  it("is validated again when every file is cancelled and one is required", async () => {
    const { element, uploader, sent, add, press } = await formStage(`submit-while-uploading="wait" required`);
    const only = await add("one.vtt");
    await press("publish");
    let invalid = 0;
    element.addEventListener("invalid", () => invalid++);
    uploader.cancel(only);
    await settled(element);
    expect([sent.length, invalid, element.validity.valueMissing]).to.deep.equal([0, 1, true]);
  });

  for (const [what, end] of Object.entries<(stage: FormStage) => void>({
    "the form is reset": ({ form }) => form.reset(),
    "the element is removed": ({ element }) => element.remove(),
    "its fieldset is disabled": ({ form }) => form.querySelector("fieldset")?.toggleAttribute("disabled", true),
  })) {
    it(`is forgotten when ${what}`, async () => {
      const stage = await sentOff();
      end(stage);
      await settled(stage.element);
      expect(linesOf(stage.element).length).to.equal(0);
      if (stage.element.uploads.length > 0) stage.uploader.succeed(stage.running);
      await settled(stage.element);
      expect(stage.sent).to.deep.equal([]);
    });
  }

  it("keeps waiting when the form is moved", async () => {
    const { form, element, uploader, sent, running } = await sentOff();
    form.parentElement?.append(form);
    await settled(element);
    uploader.succeed(running);
    await settled(element);
    expect(sent.length).to.equal(1);
  });

  it("does not delay a button with formnovalidate, and keeps waiting for the other button", async () => {
    const { element, uploader, sent, running, press } = await sentOff();
    await press("draft");
    expect(sent.map(({ submitter }) => submitter)).to.deep.equal(["draft"]);
    uploader.succeed(running);
    await settled(element);
    expect(sent.map(({ submitter }) => submitter)).to.deep.equal(["draft", "publish"]);
  });

  it("does not wait when an earlier listener has prevented the event", async () => {
    const prevent = (event: Event) => event.preventDefault();
    window.addEventListener("submit", prevent, true);
    try {
      const { element } = await sentOff();
      expect(linesOf(element).length).to.equal(0);
    } finally {
      window.removeEventListener("submit", prevent, true);
    }
  });

  it("waits in a shadow root as well", async () => {
    const host = document.createElement("div");
    document.body.append(host);
    const shadow = host.attachShadow({ mode: "open" });
    const { element, uploader, sent, add, press } = await formStage(`submit-while-uploading="wait"`, shadow);
    const id = await add("one.vtt");
    await press("publish");
    expect(sent).to.deep.equal([]);
    uploader.succeed(id);
    await settled(element);
    expect(sent.map(({ submitter }) => submitter)).to.deep.equal(["publish"]);
    host.remove();
  });

  it("waits for the files of every element in it", async () => {
    const { form, element, uploader, sent, add, press } = await waiting();
    const other = document.createElement("lightfield-uploader");
    other.name = "recording";
    other.submitWhileUploading = "wait";
    const second = new ScriptedUploader();
    other.uploader = second;
    form.append(other);
    const one = await add("one.vtt");
    await other.addFiles([new File(["x"], "two.mp4")]);
    await settled(other);
    await press("publish");
    uploader.succeed(one);
    await settled(element);
    await settled(other);
    expect(sent).to.deep.equal([]);
    second.succeed("u1");
    await settled(other);
    await settled(element);
    expect(sent.map(({ entries }) => entries.map(([name]) => name))).to.deep.equal([
      ["transcript", "action", "recording"],
    ]);
  });

  it("waits as well when it closes a dialog", async () => {
    const { form, element, uploader, sent, add, press } = await waiting();
    form.method = "dialog";
    const id = await add("one.vtt");
    await press("publish");
    expect(sent).to.deep.equal([]);
    uploader.succeed(id);
    await settled(element);
    expect(sent.length).to.equal(1);
  });

  it("does not wait without a name, because nothing is submitted then", async () => {
    const { element, sent, add, press } = await waiting();
    element.name = "";
    await add("one.vtt");
    await press("publish");
    expect(sent.length).to.equal(1);
  });
});
