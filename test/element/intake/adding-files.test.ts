import { expect, oneEvent } from "@open-wc/testing";
import { dragEvent, find, findAll, plain, shadow, stage, text, transferOf, waitUntil } from "../support/stage.ts";

const vtt = new File(["WEBVTT"], "interview.vtt", { type: "text/vtt" });
const png = new File(["png"], "photo.png", { type: "image/png" });

describe("adding files", () => {
  it("accepts files and entries of another window", async () => {
    const { element } = await stage();
    const frame = document.createElement("iframe");
    document.body.append(frame);
    const foreign = frame.contentWindow as (Window & { File: typeof File }) | null;
    if (!foreign) throw new Error("no window");
    const file = new foreign.File(["WEBVTT"], "foreign.vtt");
    expect(file instanceof File).to.equal(false);
    await element.addFiles([file, { file: new foreign.File(["WEBVTT"], "in a folder.vtt"), folder: "may" }]);
    expect(element.uploads.map(({ name, folder }) => [name, folder])).to.deep.equal([
      ["foreign.vtt", ""],
      ["in a folder.vtt", "may"],
    ]);
    frame.remove();
  });

  it("lists the picked files, and lets the same file be picked again", async () => {
    const { element } = await stage();
    const input = find<HTMLInputElement>(element, "input");
    input.files = transferOf(vtt).files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
    await waitUntil(() => element.uploads.length === 1);
    await element.updateComplete;
    expect(text(element, "[part=name]")).to.equal("interview.vtt");
    expect(input.files?.length).to.equal(0);
  });

  it("opens the picker with the button, and with a click anywhere in the zone, but not twice", async () => {
    const { element } = await stage();
    const opened: Event[] = [];
    find(element, "input").addEventListener("click", (event) => {
      event.preventDefault();
      opened.push(event);
    });
    find(element, "[part=browse-button]").click();
    expect(opened.length).to.equal(1);
    find(element, "[part=drop-zone]").click();
    expect(opened.length).to.equal(2);
    element.click();
    expect(opened.length).to.equal(3);
  });

  it("keeps the picker's own events to itself", async () => {
    const { element } = await stage();
    const heard: string[] = [];
    for (const type of ["input", "change"]) element.addEventListener(type, () => heard.push(type));
    const input = find<HTMLInputElement>(element, "input");
    input.files = transferOf(vtt).files;
    input.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
    input.dispatchEvent(new Event("change", { bubbles: true }));
    await waitUntil(() => element.uploads.length === 1);
    expect(heard).to.deep.equal([]);
  });

  it("accepts files dropped anywhere on the element", async () => {
    const { element } = await stage();
    element.dispatchEvent(dragEvent("dragenter", transferOf(vtt)));
    const drop = dragEvent("drop", transferOf(vtt, png));
    element.dispatchEvent(drop);
    expect(drop.defaultPrevented).to.equal(true);
    await waitUntil(() => element.uploads.length === 2);
  });

  it("shows that files dragged over it would be accepted, until they leave", async () => {
    const { element } = await stage();
    const zone = find(element, "[part=drop-zone]");
    zone.dispatchEvent(dragEvent("dragenter", transferOf(vtt)));
    await element.updateComplete;
    expect(element.matches(":state(drag-accepted)")).to.equal(true);
    expect(plain(zone.textContent ?? "")).to.contain("Release to add");
    zone.dispatchEvent(dragEvent("dragleave", transferOf(vtt)));
    await element.updateComplete;
    expect(element.matches(":state(dragging)")).to.equal(false);
  });

  it("keeps showing that while the pointer moves within the element", async () => {
    const { element } = await stage();
    const zone = find(element, "[part=drop-zone]");
    const inner = find(element, ".heading");
    zone.dispatchEvent(dragEvent("dragenter", transferOf(vtt)));
    inner.dispatchEvent(dragEvent("dragenter", transferOf(vtt)));
    zone.dispatchEvent(dragEvent("dragleave", transferOf(vtt)));
    await element.updateComplete;
    expect(element.matches(":state(dragging)")).to.equal(true);
  });

  it("refuses a type that does not fit during the drag, and does not accept the drop", async () => {
    const { element } = await stage({ accept: "text/vtt" });
    element.accept = "text/vtt";
    // Browsers repeat the event while a drag lasts, and the types are judged once the code for that is loaded.
    let over = dragEvent("dragover", transferOf(png));
    await waitUntil(() => {
      over = dragEvent("dragover", transferOf(png));
      element.dispatchEvent(over);
      return element.matches(":state(drag-refused)");
    });
    expect(over.defaultPrevented, "the browser must not leave the page for the file").to.equal(true);
    element.dispatchEvent(dragEvent("drop", transferOf(png)));
    element.accept = "";
    element.dispatchEvent(dragEvent("drop", transferOf(vtt)));
    // Drops are read in turn: the one that was taken shows that the other was not.
    await waitUntil(() => element.uploads.length > 0);
    expect(element.uploads.map(({ name }) => name)).to.deep.equal(["interview.vtt"]);
  });

  it("leaves drags of text, and every drag with no-drop, to the page", async () => {
    const { element } = await stage({}, ["multiple", "no-drop"]);
    const drop = dragEvent("drop", transferOf(vtt));
    element.dispatchEvent(drop);
    expect(drop.defaultPrevented).to.equal(false);
    element.noDrop = false;
    const words = new DataTransfer();
    words.setData("text/plain", "hello");
    const textDrop = dragEvent("drop", words);
    element.dispatchEvent(textDrop);
    expect(textDrop.defaultPrevented).to.equal(false);
  });

  it("takes pasted files, and ignores pasted text", async function () {
    const { element } = await stage();
    const clipboardData = transferOf(vtt);
    const paste = new ClipboardEvent("paste", { clipboardData, bubbles: true, composed: true, cancelable: true });
    // Firefox gives a synthetic paste no files, so this cannot be tested there.
    if (paste.clipboardData?.files.length !== 1) this.skip();
    find(element, "[part=browse-button]").dispatchEvent(paste);
    await waitUntil(() => element.uploads.length === 1);
    expect(paste.defaultPrevented).to.equal(true);
    const words = new DataTransfer();
    words.setData("text/plain", "hello");
    const textPaste = new ClipboardEvent("paste", { clipboardData: words, bubbles: true, cancelable: true });
    element.dispatchEvent(textPaste);
    expect(textPaste.defaultPrevented).to.equal(false);
  });

  it("passes on the file handle with which an upload can be resumed after a reload", async function () {
    // Some browsers have no file handles.
    if (!navigator.storage?.getDirectory) this.skip();
    const { element, uploader } = await stage({}, []);
    const directory = await navigator.storage.getDirectory();
    const handle = await directory.getFileHandle("interview.vtt", { create: true });
    await element.addFiles([png]);
    uploader.succeed("u1");
    await element.addFiles([{ file: vtt, handle }]);
    expect(uploader.entries.at(-1)?.handle).to.equal(handle);
    await directory.removeEntry("interview.vtt");
  });

  it("asks the page about every file before it is added", async () => {
    const { element, uploader } = await stage({ maxFiles: 1 });
    const asked: string[] = [];
    element.addEventListener("file-add", (event) => {
      asked.push(event.detail.file.name);
      if (event.detail.file === png) event.preventDefault();
    });
    await element.addFiles([png, vtt]);
    // The second file fits only because the first was left out. The page is asked about it as well.
    expect(asked).to.deep.equal(["photo.png", "interview.vtt"]);
    expect(uploader.snapshot.uploads.map(({ name }) => name)).to.deep.equal(["interview.vtt"]);
  });

  it("takes no new files while it or its fieldset is disabled", async () => {
    const { element } = await stage();
    const fieldset = document.createElement("fieldset");
    element.replaceWith(fieldset);
    fieldset.append(element);
    fieldset.disabled = true;
    await element.updateComplete;
    expect(find<HTMLButtonElement>(element, "[part=browse-button]").disabled).to.equal(true);
    element.dispatchEvent(dragEvent("drop", transferOf(png)));
    fieldset.disabled = false;
    await element.updateComplete;
    element.dispatchEvent(dragEvent("drop", transferOf(vtt)));
    // Drops are read in turn: the one that was taken shows that the other was not.
    await waitUntil(() => element.uploads.length > 0);
    expect(element.uploads.map(({ name }) => name)).to.deep.equal(["interview.vtt"]);
  });
});

describe("one file at a time (without multiple)", () => {
  it("lets a new file replace one that is over", async () => {
    const { element, uploader, add } = await stage({ maxFiles: 1 }, []);
    uploader.succeed(await add("first.vtt"));
    await add("second.vtt");
    expect(element.uploads.map(({ name }) => name)).to.deep.equal(["second.vtt"]);
  });

  it("keeps the finished file when the new one is refused", async () => {
    const { element, uploader, add } = await stage({ maxFiles: 1, accept: ".vtt" }, []);
    uploader.succeed(await add("first.vtt"));
    await add("photo.png");
    expect(element.uploads.map(({ name }) => name)).to.deep.equal(["first.vtt"]);
  });

  it("keeps the finished file when the page leaves the new one out", async () => {
    const { element, uploader, add } = await stage({ maxFiles: 1 }, []);
    uploader.succeed(await add("first.vtt"));
    element.addEventListener("file-add", (event) => event.preventDefault());
    await add("second.vtt");
    expect(element.uploads.map(({ name }) => name)).to.deep.equal(["first.vtt"]);
  });

  it("refuses a second file with a reason while the first is running", async () => {
    const { element, uploader, add } = await stage({ maxFiles: 1 }, []);
    uploader.begin(await add("first.vtt"));
    await add("second.vtt");
    expect(element.uploads.map(({ name }) => name)).to.deep.equal(["first.vtt"]);
    expect(text(element, ".notice")).to.contain("second.vtt was not added Only one file at a time.");
  });
});

describe("refused files", () => {
  it("are named with the reason, until the user dismisses the notice", async () => {
    const { element, add } = await stage({ accept: ".vtt" });
    await add("photo.png");
    expect(text(element, ".notice")).to.equal(
      "photo.png was not added This kind of file is not accepted here. Accepted: VTT.",
    );
    find(element, ".notice button").click();
    await element.updateComplete;
    expect(findAll(element, ".notice")).to.deep.equal([]);
  });

  it("each have their own reason when there are several", async () => {
    const { element } = await stage({ accept: ".vtt", maxFileBytes: 10 });
    const names = { "photo.png": "x", "empty.vtt": "", "large.vtt": "x".repeat(11) };
    await element.addFiles(Object.entries(names).map(([name, content]) => new File([content], name)));
    await element.updateComplete;
    const reasons = findAll(element, ".notice li").map((item) => plain(item.textContent ?? ""));
    expect(reasons).to.deep.equal([
      "photo.png This kind of file is not accepted here. Accepted: VTT.",
      "empty.vtt It is empty. Check its content and add it again.",
      "large.vtt It is larger than 10 bytes, the largest size accepted here. Choose a smaller file.",
    ]);
  });

  it("are folded when they are many, and none is lost", async () => {
    const { element } = await stage({ accept: ".vtt" });
    await element.addFiles(Array.from({ length: 12 }, (_, index) => new File(["x"], `${index}.png`)));
    await element.updateComplete;
    expect(text(element, ".notice-title")).to.equal("12 files were not added");
    expect(find<HTMLDetailsElement>(element, ".notice details").open).to.equal(false);
    expect(findAll(element, ".notice li").length).to.equal(12);
  });

  it("report the rule and the sentence to the page", async () => {
    const { element } = await stage({ accept: ".vtt" });
    const rejected = oneEvent(element, "file-reject");
    element.addFiles([png]);
    const { detail } = await rejected;
    expect(detail.file).to.equal(png);
    expect(detail.code).to.equal("type");
    expect(detail.message).to.contain("not accepted");
  });

  it("begin at the edge of the notice, whichever way their names and the page run", async () => {
    const { element } = await stage({ accept: ".vtt" });
    await element.addFiles([png, new File(["x"], "ملاحظات.txt")]);
    await waitUntil(() => findAll(element, ".refused").length === 2);
    for (const [dir, edge] of [
      ["ltr", "left"],
      ["rtl", "right"],
    ] as const) {
      element.dir = dir;
      for (const name of findAll(element, ".refused")) {
        const line = name.closest("li")?.getBoundingClientRect();
        expect(name.getBoundingClientRect()[edge], dir).to.be.closeTo(line?.[edge] ?? 0, 0.5);
      }
    }
  });

  it("are no longer named when the file is added after all", async () => {
    const { element, uploader, add } = await stage({ maxFiles: 1 });
    const second = new File(["x"], "second.vtt");
    const first = await add("first.vtt");
    await element.addFiles([second]);
    await element.updateComplete;
    expect(text(element, ".notice-title")).to.equal("second.vtt was not added");
    uploader.remove(first);
    await add("third.vtt");
    expect(text(element, ".notice-title"), "another file").to.equal("second.vtt was not added");
    uploader.remove(uploader.snapshot.uploads[0]?.id ?? "");
    await element.addFiles([second]);
    await element.updateComplete;
    expect(findAll(element, ".notice")).to.deep.equal([]);
  });

  it("name no file in a way that hides its real extension", async () => {
    const { element, add } = await stage();
    await add("invoice\u202Efdp.exe");
    expect(shadow(element).querySelector("[part=name]")?.textContent).to.contain("\uFFFDfdp.exe");
  });
});
