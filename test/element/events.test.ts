import { expect } from "@open-wc/testing";
import { find, stage } from "./support/stage.ts";

const EVENTS = [
  "file-add",
  "file-remove",
  "upload-start",
  "upload-progress",
  "upload-success",
  "upload-error",
  "upload-cancel",
  "upload-retry",
  "uploads-complete",
];

describe("events", () => {
  it("reach the page in the order in which they happen, through every shadow tree", async () => {
    const { element, uploader, add } = await stage();
    const host = document.createElement("div");
    element.replaceWith(host);
    host.attachShadow({ mode: "open" }).append(element);
    const heard: string[] = [];
    for (const name of EVENTS) host.addEventListener(name, () => heard.push(name));
    const one = await add("one.vtt");
    uploader.begin(one);
    uploader.progress(one, 500);
    uploader.succeed(one);
    uploader.fail(await add("two.vtt"), "network");
    uploader.finish();
    element.cancel(await add("three.vtt"));
    element.remove(one);
    expect(heard).to.deep.equal([
      "file-add",
      "upload-start",
      "upload-progress",
      "upload-success",
      "file-add",
      "upload-error",
      "uploads-complete",
      "file-add",
      "upload-cancel",
      "file-remove",
    ]);
    host.remove();
  });

  it("carry the upload in its state at that time, and the error", async () => {
    const { element, uploader, add } = await stage();
    const id = await add("one.vtt");
    let status = "";
    let code = "";
    element.addEventListener("upload-error", ({ detail }) => {
      status = detail.upload.status;
      code = detail.error.code;
    });
    uploader.fail(id, "checksum");
    expect([status, code]).to.deep.equal(["failed", "checksum"]);
  });
});

describe("states and sentences for the page", () => {
  it("are :state()s and not attributes", async () => {
    const { element, uploader, add } = await stage();
    expect(element.matches(":state(empty)")).to.equal(true);
    const id = await add("one.vtt");
    uploader.begin(id);
    await element.updateComplete;
    expect(element.matches(":state(uploading):state(has-files):not(:state(empty))")).to.equal(true);
    uploader.succeed(id);
    await element.updateComplete;
    expect(element.matches(":state(complete):not(:state(uploading))")).to.equal(true);
    expect(element.getAttributeNames().sort()).to.deep.equal(["multiple"]);
  });

  it("replace any sentence, and keep the others", async () => {
    const { element, add } = await stage({ accept: ".vtt" });
    element.messages = {
      browse: () => "Datei wählen",
      rejections: { type: () => "Diese Art von Datei geht hier nicht." },
    };
    await add("photo.png");
    expect(find(element, "[part=browse-button]").textContent).to.equal("Datei wählen");
    expect(find(element, ".notice").textContent).to.contain("Diese Art von Datei geht hier nicht.");
    expect(find(element, ".heading").textContent).to.contain("Drop files here");
  });

  it("use the numbers of the locale, and ignore a locale that does not exist", async () => {
    const { element, uploader, add } = await stage();
    element.locale = "de";
    uploader.succeed(await add("one.vtt", "x".repeat(1536)));
    await element.updateComplete;
    expect(find(element, "[part=meta]").textContent).to.contain("1,5 kB");
    element.locale = "no such thing";
    await element.updateComplete;
    expect(find(element, "[part=meta]").textContent).to.match(/1[.,]5 kB/);
  });
});
