/** What the list shows is so, and what its buttons offer can help. */
import { expect } from "@open-wc/testing";
import { sendKeys } from "@web/test-runner-commands";
import type { UploadErrorCode } from "../../../src/engine/errors.ts";
import { expectConsole } from "../../support/console.ts";
import { formStage } from "../support/form-stage.ts";
import { button, find, findAll, focused, stage, text, waitUntil } from "../support/stage.ts";

const SENDING = { status: "active", step: "transfer", sentBytes: 500 } as const;
const PAGE = { hint: { code: "web-page" }, preview: null } as const;

describe("the button to clear", () => {
  it("takes off the list what is uploaded or cancelled, and keeps what failed", async () => {
    const { element, uploader, add } = await stage();
    uploader.succeed(await add("one.vtt"));
    uploader.fail(await add("two.vtt"), "network");
    uploader.cancel(await add("three.vtt"));
    await element.updateComplete;
    button(element, "Clear finished").click();
    await element.updateComplete;
    expect(element.uploads.map(({ name }) => name)).to.deep.equal(["two.vtt"]);
  });

  it("is not offered while only failures are left, or while files are being sent", async () => {
    const { element, uploader, add } = await stage();
    for (const name of ["one.vtt", "two.vtt"]) uploader.fail(await add(name), "network");
    await element.updateComplete;
    expect(findAll(element, "[part=clear-button]")).to.have.length(0);
    uploader.succeed(await add("three.vtt"));
    uploader.patch(await add("four.vtt"), SENDING);
    await waitUntil(() => findAll(element, "[data-status=active]").length === 1);
    expect(findAll(element, "[part=clear-button]")).to.have.length(0);
  });

  it("leaves the files of a form in the form", async () => {
    const { element, uploader, add } = await formStage();
    for (const name of ["one.vtt", "two.vtt"]) uploader.succeed(await add(name));
    await element.updateComplete;
    expect(findAll(element, "[part=clear-button]")).to.have.length(0);
  });
});

describe("the time left", () => {
  it("is shown for several files only above them, and for the only file in its row", async () => {
    const { element, uploader, add } = await stage();
    const sending = { ...SENDING, bytesPerSecond: 100, remainingMs: 5000 };
    uploader.patch(await add("one.vtt"), sending);
    await waitUntil(() => text(element, "[part=file]").includes("5 sec left"));
    uploader.patch(await add("two.vtt"), sending);
    await waitUntil(() => findAll(element, "[data-status=active]").length === 2);
    expect(text(element, "[part=summary]")).to.contain("5 sec left");
    for (const row of findAll(element, "[part=file]")) expect(row.textContent).not.to.match(/left|\/s/);
  });

  it("gives way to the reason when nothing moves", async () => {
    const { element, uploader, add } = await stage();
    for (const name of ["one.vtt", "two.vtt"]) uploader.patch(await add(name), { ...SENDING, bytesPerSecond: 0 });
    await waitUntil(() => findAll(element, "[data-status=active]").length === 2);
    expect(text(element, "[part=status]")).to.equal("Waiting for the network…");
    expect(text(element, "[part=file]")).not.to.contain("left");
  });
});

describe("a file whose content looks wrong", () => {
  it("is not simply uploaded: it asks to be checked, here and in the summary, and offers another choice", async () => {
    const { element, uploader, add } = await stage();
    uploader.succeed(await add("one.vtt"));
    const id = await add("two.vtt");
    uploader.succeed(id);
    uploader.patch(id, { inspection: PAGE });
    await waitUntil(() => findAll(element, "[data-doubt]").length === 1);
    expect(text(element, "[data-doubt] [part=status]")).to.equal("Uploaded, please check");
    expect(text(element, "[part=summary-meta]")).to.contain("1 to check");
    expect(findAll(element, ".all-done")).to.have.length(0);
    button(element, "two.vtt: Choose another");
  });

  it("makes room when another file is chosen, and stays when the picker is closed", async () => {
    const { element, uploader, add } = await stage();
    await add("one.vtt");
    const id = await add("two.vtt");
    uploader.succeed(id);
    uploader.patch(id, { inspection: PAGE });
    await waitUntil(() => findAll(element, "[data-doubt]").length === 1);
    const input = find<HTMLInputElement>(element, "input[type=file]");
    const choose = button(element, "two.vtt: Choose another");
    choose.click();
    input.dispatchEvent(new Event("cancel"));
    input.dispatchEvent(new Event("change"));
    expect(element.uploads).to.have.length(2);
    choose.click();
    const chosen = new DataTransfer();
    chosen.items.add(new File(["WEBVTT"], "three.vtt"));
    input.files = chosen.files;
    input.dispatchEvent(new Event("change"));
    await waitUntil(() => element.uploads.length === 2);
    expect(element.uploads.map(({ name }) => name)).to.deep.equal(["one.vtt", "three.vtt"]);
  });

  it("is sent nevertheless with its button while it is held", async () => {
    const { element, uploader, add } = await stage();
    const id = await add("two.vtt");
    uploader.patch(id, { status: "paused", step: "authorize", inspection: PAGE });
    await waitUntil(() => findAll(element, "[part=send-button]").length === 1);
    expect(text(element, "[part=status]")).to.equal("Not sent yet, please check");
    button(element, "two.vtt: Upload anyway").click();
    expect(uploader.commands).to.deep.equal([`resume ${id}`]);
  });
});

describe("the button of a failed file", () => {
  const HELPS: Partial<Record<UploadErrorCode, string>> = {
    network: "retry-button",
    server: "retry-button",
    refused: "another-button",
    forbidden: "another-button",
    "file-unreadable": "another-button",
    "unsupported-transfer": "",
  };
  for (const [code, part] of Object.entries(HELPS)) {
    it(`is ${part || "missing"} after "${code}"`, async () => {
      const { element, uploader, add } = await stage();
      if (code === "unsupported-transfer") expectConsole(/unsupported-transfer/);
      const id = await add("one.vtt");
      uploader.patch(id, { step: "authorize" });
      uploader.fail(id, code as UploadErrorCode);
      await element.updateComplete;
      const parts = findAll(element, "[part=file] button").map((one) => one.getAttribute("part"));
      expect(parts).to.deep.equal([...(part ? [part] : []), "remove-button"]);
    });
  }

  it("is pressed for the files that it can help only", async () => {
    const { element, uploader, add } = await stage();
    const id = await add("one.vtt");
    uploader.fail(id, "network");
    const refused = await add("two.vtt");
    uploader.patch(refused, { step: "authorize" });
    uploader.fail(refused, "refused");
    await element.updateComplete;
    button(element, "Retry failed").click();
    expect(uploader.commands).to.deep.equal([`retry ${id}`]);
  });
});

describe("what was taken off the list", () => {
  it("is named, and returns to its place", async () => {
    const { element, uploader, add } = await stage();
    for (const name of ["one.vtt", "two.vtt", "three.vtt"]) uploader.succeed(await add(name));
    await element.updateComplete;
    button(element, "Remove two.vtt from the list").focus();
    await sendKeys({ press: "Enter" });
    await waitUntil(() => findAll(element, "[part=undo]").length === 1);
    expect(text(element, "[part=undo]")).to.equal("two.vtt is off this list. It stays uploaded. Undo");
    button(element, "Undo").click();
    await element.updateComplete;
    expect(element.uploads.map(({ name }) => name)).to.deep.equal(["one.vtt", "two.vtt", "three.vtt"]);
    expect(findAll(element, "[part=undo]")).to.have.length(0);
  });

  it("never gives the focus to a button that does something else to another file", async () => {
    const { element, uploader, add } = await stage();
    uploader.succeed(await add("one.vtt"));
    uploader.patch(await add("two.vtt"), { ...SENDING, resumable: true });
    await waitUntil(() => findAll(element, "[part=pause-button]").length === 1);
    button(element, "Remove one.vtt from the list").focus();
    await sendKeys({ press: "Enter" });
    await waitUntil(() => element.uploads.length === 1);
    await element.updateComplete;
    expect(focused(element)).to.equal(button(element, "Choose files"));
  });

  it("includes a cancelled file only until it is uploaded again", async () => {
    const { element, uploader, add } = await stage();
    uploader.cancel(await add("one.vtt"));
    await element.updateComplete;
    button(element, "one.vtt: Upload again").click();
    await waitUntil(() => element.uploads[0]?.status === "queued");
    expect(element.uploads).to.have.length(1);
  });
});
