import { expect } from "@open-wc/testing";
import { sendKeys } from "@web/test-runner-commands";
import { button, find, findAll, focused, plain, stage, text, waitUntil } from "../support/stage.ts";

const KB = 1000;

describe("the list", () => {
  it("shows the progress of an upload in words, and exposes the same to screen readers", async () => {
    const { element, uploader, add } = await stage();
    const id = await add("interview.vtt", "x".repeat(100 * KB));
    const patch = { sentBytes: 42 * KB, bytesPerSecond: 10 * KB, remainingMs: 5800 };
    uploader.patch(id, { status: "active", step: "transfer", ...patch });
    await waitUntil(() => findAll(element, "[part=progress]").length === 1);
    expect(text(element, "[part=meta]")).to.match(/^42% ?42 kB of 100 kB ?10 kB\/s ?6 sec left$/);
    const bar = find(element, "[role=progressbar]");
    expect(plain(bar.ariaLabel ?? "")).to.equal("Uploading interview.vtt");
    expect(bar.ariaValueNow).to.equal("42");
    expect(bar.ariaValueText).to.equal("42%, 42 kB of 100 kB");
  });

  it("never says 100% before every byte is sent", async () => {
    const { element, uploader, add } = await stage();
    const id = await add("interview.vtt", "x".repeat(1000));
    uploader.progress(id, 999);
    await waitUntil(() => findAll(element, "[part=progress]").length === 1);
    expect(text(element, "[part=status]")).to.equal("99%");
  });

  it("follows progress automatically", async () => {
    const { element, uploader, add } = await stage();
    const id = await add("interview.vtt", "x".repeat(1000));
    for (const sent of [100, 400, 800]) {
      uploader.progress(id, sent);
      await waitUntil(
        () => findAll(element, "[part=progress-bar]")[0]?.style.getPropertyValue("--_done") === `${sent / 10}%`,
      );
    }
  });

  it("animates nothing while bytes are sent, so that the browser draws only when a figure changes", async () => {
    const { element, uploader, add } = await stage();
    const id = await add("interview.vtt", "x".repeat(1000));
    for (const sent of [100, 400, 800]) {
      uploader.progress(id, sent);
      await waitUntil(() => findAll(element, "[part=progress]")[0]?.ariaValueNow === `${sent / 10}`);
      expect(element.shadowRoot?.getAnimations()).to.deep.equal([]);
    }
  });

  it("marks a file as verified only when the server has verified its MD5", async () => {
    const { element, uploader, add } = await stage();
    uploader.succeed(await add("interview.vtt"));
    await element.updateComplete;
    expect(text(element, "[part=status]")).to.equal("Uploaded and verified");
    expect(find(element, "[part=status]").title).to.equal("MD5 5eb63bbbe01eeed093cb22bb8f5acdc3");
  });

  it("explains a failure in the element's own words and quotes those of the server", async () => {
    const { element, uploader, add } = await stage();
    uploader.fail(await add("contract.docx"), "refused", { detail: "mimeType is not allowed" });
    await element.updateComplete;
    expect(text(element, "[part=error]")).to.equal(
      "The server did not accept this file. Try another file, or tell the people who run this page. The server says: “mimeType is not allowed”",
    );
  });

  it("shows markup in names, folders and server messages as text", async () => {
    const { element, uploader } = await stage();
    const evil = "<img src=x onerror=window.hacked=1>";
    await element.addFiles([{ file: new File(["x"], `${evil}.txt`), folder: evil }]);
    uploader.fail("u1", "server", { detail: `<script>window.hacked = 1</script>${evil}` });
    await element.addFiles([new File([""], evil)]);
    await element.updateComplete;
    expect(findAll(element, "img, script")).to.deep.equal([]);
    expect(text(element, "[part=error]")).to.contain("<script>");
    expect(text(element, ".notice")).to.contain(evil);
    expect("hacked" in window).to.equal(false);
  });

  it("has buttons that name the file", async () => {
    const { element, uploader, add } = await stage();
    const id = await add("interview.vtt");
    button(element, "Cancel interview.vtt").click();
    expect(uploader.commands).to.deep.equal([`cancel ${id}`]);
    await element.updateComplete;
    button(element, "Remove interview.vtt from the list").click();
    await element.updateComplete;
    expect(element.uploads.length).to.equal(0);
  });

  it("retries a failed upload with its button", async () => {
    const { element, uploader, add } = await stage();
    const id = await add("interview.vtt");
    uploader.fail(id, "network");
    await element.updateComplete;
    button(element, "Retry interview.vtt").click();
    expect(uploader.commands).to.deep.equal([`retry ${id}`]);
  });

  it("keeps the button and its focus while the upload cannot be cancelled", async () => {
    const { element, uploader, add } = await stage();
    const id = await add("interview.vtt");
    const cancel = button(element, "Cancel interview.vtt");
    cancel.focus();
    uploader.patch(id, { status: "active", step: "finalize", canCancel: false });
    await waitUntil(() => cancel.ariaDisabled === "true");
    expect(focused(element)).to.equal(cancel);
  });

  it("summarizes several files, with buttons for all of them", async () => {
    const { element, uploader, add } = await stage();
    uploader.succeed(await add("one.vtt"));
    await element.updateComplete;
    expect(findAll(element, ".summary")).to.deep.equal([]);
    uploader.fail(await add("two.vtt"), "network");
    uploader.begin(await add("three.vtt"));
    await element.updateComplete;
    expect(text(element, ".summary-title")).to.equal("1 of 3 files uploaded");
    expect(text(element, ".failed-count")).to.equal("1 not uploaded");
    button(element, "Retry failed").click();
    button(element, "Cancel all").click();
    expect(uploader.commands).to.deep.equal(["retry", "cancel"]);
    await element.updateComplete;
    button(element, "Clear finished").click();
    expect(element.uploads.length).to.equal(0);
  });

  it("gives the only button for all files the whole line of a narrow list", async () => {
    const { element, uploader, add } = await stage();
    element.style.inlineSize = "288px";
    element.messages = { clear: "Erledigte Dateien entfernen" };
    for (const name of ["one.vtt", "two.vtt"]) uploader.succeed(await add(name));
    await element.updateComplete;
    const words = document.createRange();
    words.selectNodeContents(button(element, "Erledigte Dateien entfernen"));
    expect(words.getClientRects().length).to.equal(1);
  });

  it("starts nothing automatically with no-auto, and has a button to start", async () => {
    const { element, uploader, add } = await stage({}, ["multiple", "no-auto"]);
    await add("one.vtt");
    button(element, "Upload").click();
    expect(uploader.commands).to.deep.equal(["start"]);
    expect(element.uploads[0]?.status).to.equal("queued");
  });
});

describe("the keyboard focus", () => {
  it("moves to the row that takes the place of a removed one", async () => {
    const { element, uploader, add } = await stage();
    for (const name of ["one.vtt", "two.vtt", "three.vtt"]) uploader.succeed(await add(name));
    await element.updateComplete;
    button(element, "Remove two.vtt from the list").focus();
    await sendKeys({ press: "Enter" });
    await waitUntil(() => element.uploads.length === 2);
    await element.updateComplete;
    expect(focused(element)).to.equal(button(element, "Remove three.vtt from the list"));
  });

  it("moves to the row above when the last one is removed, and to the browse button after the only one", async () => {
    const { element, uploader, add } = await stage();
    for (const name of ["one.vtt", "two.vtt"]) uploader.succeed(await add(name));
    await element.updateComplete;
    button(element, "Remove two.vtt from the list").focus();
    await sendKeys({ press: " " });
    await waitUntil(() => element.uploads.length === 1);
    await element.updateComplete;
    expect(focused(element)).to.equal(button(element, "Remove one.vtt from the list"));
    await sendKeys({ press: "Enter" });
    await waitUntil(() => element.uploads.length === 0);
    await element.updateComplete;
    expect(focused(element)).to.equal(button(element, "Choose files"));
  });

  it("stays in the row whose button disappears", async () => {
    const { element, uploader, add } = await stage();
    uploader.fail(await add("one.vtt"), "network");
    await element.updateComplete;
    button(element, "Retry one.vtt").focus();
    await sendKeys({ press: "Enter" });
    await waitUntil(() => element.uploads[0]?.status === "queued");
    await element.updateComplete;
    expect(focused(element)).to.equal(button(element, "Cancel one.vtt"));
  });

  it("moves to the browse button when a message is dismissed", async () => {
    const { element, add } = await stage({ accept: ".vtt" });
    await add("photo.png");
    button(element, "Dismiss this message").focus();
    await sendKeys({ press: "Enter" });
    await waitUntil(() => findAll(element, ".notice").length === 0);
    await element.updateComplete;
    expect(focused(element)).to.equal(button(element, "Choose files"));
  });
});
