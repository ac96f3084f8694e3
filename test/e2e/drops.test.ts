import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { after, afterEach, before, test } from "node:test";
import { ENGLISH } from "../../src/element/locales/en/start.ts";
import type { LightfieldUploader } from "../../src/index.ts";
import { launchBrowser } from "./shared-browser.mjs";
import { sourceFile } from "./source-files.ts";
import type { Stage } from "./support.ts";
import { openContext, openStage } from "./support.ts";
import { until } from "./waiting.ts";
import type { WidgetPage } from "./widget-page.ts";

const VTT = "WEBVTT\n\n00:00.000 --> 00:02.000\n<v Zoë>Hello, and welcome.\n";

let stage: Stage;
before(async () => {
  stage = await openStage();
});
afterEach(() => stage.endTest());
after(() => stage.close());

const vtt = (name: string) => sourceFile(stage.sourceDir, name, VTT);

/** Sets properties of the element. */
function set(widget: WidgetPage, properties: Partial<Record<keyof LightfieldUploader, unknown>>): Promise<void> {
  return widget.page.evaluate(async (given) => {
    const element = document.querySelector<LightfieldUploader>("lightfield-uploader");
    await Object.assign(element ?? {}, given).updateComplete;
  }, properties);
}

/** Whether the element is in a custom state. */
function isIn(widget: WidgetPage, state: string): Promise<boolean> {
  return widget.page.evaluate(
    (name) => document.querySelector("lightfield-uploader")?.matches(`:state(${name})`) ?? false,
    state,
  );
}

const names = async (widget: WidgetPage) => (await widget.uploads()).map(({ name }) => name);

test("folders give what people mean: no junk, nothing unsaid, and a folder called like a file at any place", async () => {
  const widget = await stage.open();
  const folder = join(stage.sourceDir, "meetings");
  for (const junk of ["._a.vtt", ".DS_Store", "Thumbs.db", "~$a.docx", ".hidden", "__MACOSX/b.vtt"]) {
    await vtt(`meetings/${junk}`);
  }
  await vtt("meetings/a.vtt");
  const empty = join(stage.sourceDir, "empty");
  await mkdir(empty);
  await widget.drop([empty, folder]);
  const [first] = await widget.settled(1);
  assert.deepEqual([first?.folder, first?.name, first?.status], ["meetings", "a.vtt", "succeeded"]);
  await widget.says(/empty was not added There is no file in this folder that can be added/);

  await widget.drop([await vtt("._a.vtt")]);
  await widget.says(/It looks like a file that a program has left here/);
  assert.equal((await widget.uploads()).length, 1);
  await widget.page.getByRole("button", { name: "Add anyway" }).click();
  await widget.settled(2);

  const many = await Promise.all(Array.from({ length: 55 }, (_, index) => vtt(`many/${index}.vtt`)));
  await vtt("notes.vtt/inside.vtt");
  await widget.drop([...many, join(stage.sourceDir, "notes.vtt")]);
  const uploads = await widget.settled(2 + 55 + 1);
  assert.deepEqual(
    uploads.filter(({ status }) => status !== "succeeded").map(({ name, error }) => [name, error]),
    [],
  );
  assert.deepEqual(
    uploads.filter((one) => one.folder === "notes.vtt").map(({ name }) => name),
    ["inside.vtt"],
  );
});

test("a drop that is refused gives the reason and the event of the picker", async () => {
  const widget = await stage.open();
  await set(widget, { multiple: false, accept: "text/vtt" });
  await widget.page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    document.addEventListener("file-reject", ({ detail }) => seen.push(`${detail.code} ${detail.file.name}`));
  });
  await vtt("three/1.vtt");
  await vtt("three/2.vtt");
  await widget.drop([join(stage.sourceDir, "three")]);
  await widget.says(/three was not added Only one file can be added here/);
  assert.deepEqual(await names(widget), []);

  const picture = await sourceFile(stage.sourceDir, "photo.png", "png");
  await widget.drag(["dragEnter", "dragOver"], [picture]);
  await until("the drag is refused", () => isIn(widget, "drag-refused"));
  await widget.says(/This kind of file is not accepted here\. Accepted: VTT/);
  await widget.drag(["drop"], [picture]);
  await until("the event is fired", async () => `${await widget.page.evaluate("window.seen")}` === "type photo.png");
  await widget.says(/2 files were not added/);

  // A source that only moves its files would delete them.
  const [good] = [await vtt("good.vtt")];
  await widget.drag(["dragEnter", "dragOver", "drop"], [good], undefined, 16);
  assert.deepEqual(await names(widget), []);
  await widget.drag(["dragEnter", "dragOver"], [good]);
  await until("the drag is accepted", () => isIn(widget, "drag-accepted"));
  await widget.drag(["dragCancel"], [good]);
  await until("nothing is dragged", async () => !(await isIn(widget, "dragging")));
  await widget.drop([good]);
  await widget.settled(1);
});

test("a drop is taken wherever it is in the zone, also right after a drag that was cancelled there", async () => {
  const widget = await stage.open();
  let count = 0;
  for (const part of ["browse-button", "heading", "zone-hint"]) {
    const on = widget.page.locator(`lightfield-uploader [part="${part}"]`);
    const source = await vtt(`${part}.vtt`);
    await widget.drag(["dragEnter", "dragOver", "dragCancel"], [source], on);
    await until("nothing is dragged", async () => !(await isIn(widget, "dragging")));
    await widget.drop([source], on);
    count += 1;
    await widget.settled(count);
  }
});

test("with drop-target, a miss is uploaded and does not leave the page, and of two uploaders one takes it", async () => {
  const widget = await stage.open();
  await set(widget, { dropTarget: "page" });
  await widget.page.evaluate(() => {
    const second = document.createElement("lightfield-uploader");
    second.setAttribute("endpoint", "/api/uploads");
    second.setAttribute("drop-target", "page");
    document.querySelector("main")?.append(second);
  });
  const overlay = widget.page.locator('lightfield-uploader [part="drop-target"]');
  await until("both targets are loaded", async () => (await overlay.count()) === 2);
  const beside = widget.page.locator("h1");
  const source = await vtt("beside.vtt");
  await widget.drag(["dragEnter", "dragOver"], [source], beside);
  await overlay.first().getByText(ENGLISH.dropAccepted).waitFor();
  assert.equal(await overlay.nth(1).isVisible(), false);
  await widget.drag(["drop"], [source], beside);
  const [upload] = await widget.settled(1);
  assert.equal(upload?.status, "succeeded");
  await overlay.first().waitFor({ state: "hidden" });
  const counts = await widget.page.evaluate(() =>
    [...document.querySelectorAll("lightfield-uploader")].map(({ uploads }) => uploads.length),
  );
  assert.deepEqual(counts, [1, 0]);
});

test("a folder of which nothing is taken says so, by what it has", async () => {
  const widget = await stage.open();
  await set(widget, { accept: ".srt" });
  for (const junk of [".DS_Store", "Thumbs.db", "~$a.docx", "__MACOSX/._b.srt"]) await vtt(`junk/${junk}`);
  await widget.drop([join(stage.sourceDir, "junk")]);
  await widget.says(/junk was not added There is no file in this folder that can be added/);
  await vtt("captions/a.vtt");
  await widget.drop([join(stage.sourceDir, "captions")]);
  await widget.says(/a\.vtt This kind of file is not accepted here\. Accepted: SRT/);
  assert.deepEqual(await names(widget), []);
});

test("of an uploader in the slot of an element that has one itself, exactly the one under the pointer takes a drop", async () => {
  const widget = await stage.open();
  await widget.page.evaluate(async () => {
    const slotted = document.querySelector("lightfield-uploader");
    const shell = document.createElement("x-shell");
    slotted?.setAttribute("id", "slotted");
    slotted?.replaceWith(shell);
    const root = shell.attachShadow({ mode: "open" });
    root.innerHTML = `<section style="padding: 40px"><h2>Beside</h2><slot></slot></section>
      <lightfield-uploader endpoint="/api/uploads" drop-target="section"></lightfield-uploader>`;
    shell.append(slotted ?? "");
    await root.querySelector("lightfield-uploader")?.updateComplete;
  });
  const counts = () =>
    widget.page.evaluate(() => {
      const shell = document.querySelector("x-shell");
      const outer = shell?.shadowRoot?.querySelector("lightfield-uploader");
      return [shell?.querySelector("lightfield-uploader")?.uploads.length, outer?.uploads.length];
    });
  await until(
    "the larger target is loaded",
    async () => (await widget.page.locator('[part="drop-target"]').count()) === 1,
  );
  const zone = widget.page.locator("#slotted").locator('[part~="drop-zone"]');
  await widget.drop([await vtt("slotted.vtt")], zone);
  await until("the slotted one takes it", async () => (await counts()).join() === "1,0");
  await widget.drop([await vtt("around.vtt")], widget.page.getByRole("heading", { name: "Beside" }));
  await until("the other one takes what is dropped beside", async () => (await counts()).join() === "1,1");
});

test("what Office puts on the clipboard is text for a transcript, and text is never lost", async (t) => {
  // The clipboard belongs to the browser: in the shared one another test may write to it.
  const browser = await launchBrowser();
  t.after(() => browser.close());
  const permissions = ["clipboard-read", "clipboard-write"];
  const widget = await stage.open("/meeting.html", await openContext(browser, { permissions }));
  const { page } = widget;
  const copy = (text: string) =>
    page.evaluate(async (words) => {
      const canvas = Object.assign(document.createElement("canvas"), { width: 9, height: 9 });
      const picture = await new Promise<Blob>((resolve) => canvas.toBlob((blob) => resolve(blob ?? new Blob())));
      const html = new Blob([`<p>${words}</p>`], { type: "text/html" });
      const plain = new Blob([words], { type: "text/plain" });
      await navigator.clipboard.write([
        new ClipboardItem({ "text/plain": plain, "text/html": html, "image/png": picture }),
      ]);
    }, text);
  const first = "Zoë: Hello, and welcome to the weekly meeting of the team.\n";
  const second = "Yuki: Thank you. I have brought the figures of last week.\n";
  const field = page.locator('[part="pasted-text"]');

  await copy(first);
  await page.locator('[part="browse-button"]').focus();
  await page.keyboard.press("Control+V");
  await until("the text is in the field", async () => (await field.inputValue()) === first);
  assert.deepEqual(await names(widget), []);

  await copy(second);
  await field.focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Control+V");
  assert.equal(await field.inputValue(), first + second);
  await page.locator('[part="drop-zone"]').focus();
  await page.keyboard.press("Control+V");
  await page.getByRole("button", { name: "Leave it out" }).click();
  assert.equal(await field.inputValue(), first + second);

  await field.press("Escape");
  await page.getByRole("button", { name: "Bring it back" }).click();
  assert.equal(await field.inputValue(), first + second);

  const asked = page.waitForEvent("dialog");
  page.reload().catch(() => {});
  const dialog = await asked;
  assert.equal(dialog.type(), "beforeunload");
  await dialog.dismiss();
  assert.equal(await field.inputValue(), first + second);
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await widget.settled(1);
});
