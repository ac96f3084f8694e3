import assert from "node:assert/strict";
import { after, afterEach, before, type TestContext, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { FAILED_REQUEST } from "./complaints.ts";
import { type FormServer, startFormServer } from "./form-server.ts";
import { launchWithWindows, openBrowser } from "./shared-browser.mjs";
import { sourceFile } from "./source-files.ts";
import { openContext, TestPages } from "./support.ts";
import { until } from "./waiting.ts";
import type { WidgetPage } from "./widget-page.ts";

const NAMED = 'name="transcript" multiple';
const WAITING = `${NAMED} submit-while-uploading="wait"`;
/** Together they keep a file under way until a test lets it go. */
const CRAWL_BYTES_PER_SECOND = 20_000;
const SLOW_BYTES = 4_000_000;

let server: FormServer;
let browser: Browser;
const pages = new TestPages();
/** What the server printed since the test began. */
let printed: string[] = [];

before(async () => {
  server = await startFormServer((line) => printed.push(line));
  browser = await openBrowser();
});
afterEach(async () => {
  server.emulator.faults.clear();
  server.received.length = 0;
  printed = [];
  await pages.end();
});
after(async () => {
  await browser.close();
  await server.close();
});

interface Query {
  readonly element?: string;
  readonly form?: string;
  readonly cache?: string;
  readonly label?: "none";
}

async function open(query: Query, within = browser): Promise<WidgetPage> {
  const context = await openContext(within, { viewport: { width: 900, height: 900 } });
  return pages.open(context, `${server.url}/form?${new URLSearchParams({ ...query })}`);
}

/** Picks files of these names, through the browser's own dialog. */
async function pick(widget: WidgetPage, names: readonly string[], bytes = 2000): Promise<void> {
  await widget.pick(
    await Promise.all(names.map((name) => sourceFile(server.sourceDir, name, `WEBVTT\n\n${"x".repeat(bytes)}`))),
  );
}

/** The ids under which Lightfield has completed files of these names. */
function idsOf(...names: readonly string[]): string[] {
  return names.map((name) => {
    const files = server.emulator.files().filter((file) => file.requestedName === name && file.status === "COMPLETED");
    const id = files.at(-1)?.id;
    assert.ok(id, `Lightfield has no completed ${name}`);
    return id;
  });
}

const transcripts = (...names: readonly string[]) => idsOf(...names).map((id) => `transcript=${id}`);

async function press(widget: WidgetPage, name: string): Promise<void> {
  await widget.page.getByRole("button", { name, exact: true }).click();
}

/** What the answer page says that the server got. */
async function answer({ page }: WidgetPage): Promise<string[]> {
  await page.waitForURL("**/submit");
  return ((await page.locator("pre").textContent()) ?? "").split("\n");
}

function show(t: TestContext): void {
  for (const line of printed) t.diagnostic(line);
}

/**
 * Nothing was sent. The page has drawn what it had to draw, and a request that left after anything that it might have
 * sent is answered.
 */
async function nothingCame({ page }: WidgetPage): Promise<void> {
  await page.evaluate(async () => {
    for (let frames = 0; frames < 3; frames += 1) await new Promise(requestAnimationFrame);
    await fetch("/elsewhere");
  });
  assert.deepEqual(server.received, []);
  assert.equal(new URL(page.url()).pathname, "/form");
}

/** Goes back as the browser's button does. A page out of the browser's cache of pages does not load again. */
async function goBack({ page }: WidgetPage): Promise<void> {
  await page.goBack({ waitUntil: "commit" });
  await page.waitForFunction(() => document.querySelector("lightfield-uploader")?.shadowRoot);
}

const restoredNames = ({ page }: WidgetPage) => page.locator("[part=restored-file] [part=name]").allTextContents();

for (const enctype of ["application/x-www-form-urlencoded", "multipart/form-data"]) {
  test(`the ids of all files come under one name, as ${enctype}`, async (t) => {
    const widget = await open({ element: NAMED, form: `enctype="${enctype}"` });
    await pick(widget, ["one.vtt", "two.vtt", "three.vtt"]);
    await widget.settled(3);
    await press(widget, "Publish");
    const expected = [...transcripts("one.vtt", "two.vtt", "three.vtt"), "note=weekly", "action=publish"];
    assert.deepEqual(await answer(widget), expected);
    assert.deepEqual(server.received, [{ type: enctype, fields: expected }]);
    show(t);
  });
}

test("input and change come with every file that is uploaded or removed, and at no other time", async () => {
  const widget = await open({ element: NAMED });
  const heard = () =>
    widget.page.evaluate(() => {
      const list: string[] = [];
      for (const type of ["input", "change"]) {
        document.querySelector("form")?.addEventListener(type, (event) => list.push(event.type));
      }
      Object.assign(window, { heard: list });
    });
  await heard();
  const list = () => widget.page.evaluate(() => Reflect.get(window, "heard"));
  await pick(widget, ["one.vtt", "two.vtt"]);
  await widget.settled(2);
  assert.deepEqual(await list(), ["input", "change", "input", "change"]);
  await widget.button("Remove", "one.vtt").click();
  assert.deepEqual(await list(), ["input", "change", "input", "change", "input", "change"]);
  await widget.page.getByRole("button", { name: "Reset" }).click();
  assert.equal((await widget.uploads()).length, 0);
  assert.equal((await list()).length, 6);
});

test("a required file that is missing is asked for at the browse button, and nothing is sent", async () => {
  const widget = await open({ element: `${NAMED} required` });
  await press(widget, "Publish");
  await nothingCame(widget);
  const { message, focused, missing } = await widget.page.evaluate(() => {
    const element = document.querySelector("lightfield-uploader");
    return {
      message: element?.validationMessage,
      missing: element?.validity.valueMissing,
      focused: element?.shadowRoot?.activeElement?.getAttribute("part"),
    };
  });
  assert.deepEqual([message, missing, focused], ["Please add at least one file.", true, "browse-button"]);
  await pick(widget, ["needed.vtt"]);
  await widget.settled(1);
  await press(widget, "Publish");
  assert.deepEqual(await answer(widget), [...transcripts("needed.vtt"), "note=weekly", "action=publish"]);
});

test("a form is refused while a file is under way, and sent when it is uploaded", async (t) => {
  const widget = await open({ element: NAMED });
  await widget.throttleUploads(CRAWL_BYTES_PER_SECOND);
  await pick(widget, ["slow.vtt"], SLOW_BYTES);
  await widget.first({ status: "active", step: "transfer" });
  await press(widget, "Publish");
  await nothingCame(widget);
  const message = await widget.page.evaluate(() => document.querySelector("lightfield-uploader")?.validationMessage);
  assert.equal(message, "Some files are not uploaded yet. Wait until they are, or resume the paused ones.");
  await widget.throttleUploads(null);
  await widget.settled(1);
  await press(widget, "Publish");
  assert.deepEqual(await answer(widget), [...transcripts("slow.vtt"), "note=weekly", "action=publish"]);
  show(t);
});

test("a form that waits is sent once, by the button that was pressed, with files that came in the meantime", async (t) => {
  const widget = await open({ element: WAITING });
  await widget.throttleUploads(CRAWL_BYTES_PER_SECOND);
  let submits = 0;
  await widget.page.exposeFunction("hearSubmit", () => submits++);
  await widget.page.evaluate(() => {
    const { hearSubmit } = window as unknown as { hearSubmit(): void };
    document.addEventListener("submit", hearSubmit, true);
  });
  const dialogs = dialogsOf(widget);
  await pick(widget, ["slow.vtt"], SLOW_BYTES);
  await widget.first({ status: "active", step: "transfer" });
  await press(widget, "Publish");
  await press(widget, "Publish");
  await widget.says(/The form will be sent as soon as every file is uploaded\./);
  await pick(widget, ["late.vtt"]);
  await nothingCame(widget);
  await widget.throttleUploads(null);
  const expected = [...(await answer(widget))];
  assert.deepEqual(expected, [...transcripts("slow.vtt", "late.vtt"), "note=weekly", "action=publish"]);
  assert.equal(server.received.length, 1);
  assert.equal(submits, 1, "the page's own handler heard of one submit");
  assert.deepEqual(dialogs, [], "nobody was asked whether to leave");
  show(t);
});

test("a form that waits starts what waits for its start", async () => {
  const widget = await open({ element: `${WAITING} no-auto` });
  await pick(widget, ["queued.vtt"]);
  await widget.first({ status: "queued" });
  await press(widget, "Publish");
  assert.deepEqual(await answer(widget), [...transcripts("queued.vtt"), "note=weekly", "action=publish"]);
});

test("a form that waits is not sent when a file fails, and is when that one is removed and it is sent again", async (t) => {
  server.emulator.faults.add({ at: "complete", do: "status", status: 422, fileName: "fails.vtt" });
  const widget = await open({ element: WAITING });
  widget.complaints.allow(FAILED_REQUEST);
  await widget.throttleUploads(CRAWL_BYTES_PER_SECOND);
  await pick(widget, ["fine.vtt", "fails.vtt"], SLOW_BYTES);
  await press(widget, "Publish");
  await widget.throttleUploads(null);
  await widget.settled(2);
  await widget.says(/The form was not sent because some files were not uploaded\./);
  await nothingCame(widget);
  await widget.button("Remove", "fails.vtt").click();
  await press(widget, "Publish");
  assert.deepEqual(await answer(widget), [...transcripts("fine.vtt"), "note=weekly", "action=publish"]);
  assert.equal(server.received.length, 1);
  show(t);
});

test("clearing what is finished keeps what the form sends, and what failed", async (t) => {
  server.emulator.faults.add({ at: "complete", do: "status", status: 422, fileName: "lost.vtt" });
  const widget = await open({ element: NAMED });
  widget.complaints.allow(FAILED_REQUEST);
  await widget.throttleUploads(CRAWL_BYTES_PER_SECOND);
  await pick(widget, ["cancelled.vtt"], SLOW_BYTES);
  await widget.button("Cancel", "cancelled.vtt").click();
  await widget.throttleUploads(null);
  await pick(widget, ["kept.vtt", "lost.vtt"]);
  await widget.settled(3);
  await widget.page.getByRole("button", { name: "Clear finished" }).click();
  assert.deepEqual(
    (await widget.uploads()).map(({ name, status }) => [name, status]),
    [
      ["kept.vtt", "succeeded"],
      ["lost.vtt", "failed"],
    ],
  );
  await press(widget, "Publish");
  assert.deepEqual(await answer(widget), [...transcripts("kept.vtt"), "note=weekly", "action=publish"]);
  show(t);
});

test("the waiting can be called off, and the button takes the focus again", async () => {
  const widget = await open({ element: WAITING });
  await widget.throttleUploads(CRAWL_BYTES_PER_SECOND);
  await pick(widget, ["called-off.vtt"], SLOW_BYTES);
  await press(widget, "Publish");
  await press(widget, "Do not send the form yet");
  assert.equal(await widget.page.evaluate(() => document.activeElement?.textContent), "Publish");
  await widget.throttleUploads(null);
  await widget.settled(1);
  await nothingCame(widget);
});

test("a button with formnovalidate sends the form as it stands", async (t) => {
  const widget = await open({ element: `${WAITING} no-leave-warning` });
  await widget.throttleUploads(CRAWL_BYTES_PER_SECOND);
  await pick(widget, ["unfinished.vtt"], SLOW_BYTES);
  await widget.first({ status: "active" });
  await press(widget, "Save as draft");
  assert.deepEqual(await answer(widget), ["note=weekly", "action=draft"]);
  show(t);
});

test("a reset takes everything out, also what is under way and what a form waits for", async () => {
  const widget = await open({ element: WAITING });
  await pick(widget, ["done.vtt"]);
  await widget.first({ status: "succeeded" });
  await widget.throttleUploads(CRAWL_BYTES_PER_SECOND);
  await pick(widget, ["running.vtt"], SLOW_BYTES);
  await press(widget, "Publish");
  await widget.says(/The form will be sent as soon as/);
  await press(widget, "Reset");
  assert.deepEqual(await widget.uploads(), []);
  await nothingCame(widget);
  await widget.throttleUploads(null);
  await until("the session is cancelled", () =>
    server.emulator
      .files()
      .some(({ requestedName, status }) => requestedName === "running.vtt" && status === "CANCELLED"),
  );
  await press(widget, "Publish");
  assert.deepEqual(await answer(widget), ["note=weekly", "action=publish"]);
});

test("in a disabled fieldset it sends nothing and takes nothing", async () => {
  const widget = await open({ element: `${NAMED} required` });
  await pick(widget, ["kept.vtt"]);
  await widget.settled(1);
  await widget.page.evaluate(() => document.querySelector("fieldset")?.toggleAttribute("disabled", true));
  await widget.page.locator("[part=drop-zone][data-disabled]").waitFor();
  assert.equal(await widget.page.locator("[part=browse-button]").isDisabled(), true);
  await widget.drop([await sourceFile(server.sourceDir, "unwanted.vtt", "WEBVTT\n")]);
  assert.equal((await widget.uploads()).length, 1);
  await press(widget, "Publish");
  assert.deepEqual(await answer(widget), ["note=weekly", "action=publish"]);
});

test("its label names it, and a click on the label opens the browser's dialog", async () => {
  const widget = await open({ element: NAMED });
  const chosen = widget.page.waitForEvent("filechooser");
  await widget.page.getByText("Transcripts").click();
  await (await chosen).setFiles([await sourceFile(server.sourceDir, "by-label.vtt", "WEBVTT\n")]);
  await widget.settled(1);
  assert.deepEqual(await groupNames(widget.page), ["Transcripts"]);
  const unlabelled = await open({ element: NAMED, label: "none" });
  assert.deepEqual(await groupNames(unlabelled.page), ["File upload"]);
});

/** As assistive technology is told them; a fieldset without a legend is a group without a name. */
async function groupNames(page: Page): Promise<string[]> {
  const cdp = await page.context().newCDPSession(page);
  const { nodes } = await cdp.send("Accessibility.getFullAXTree");
  return nodes.filter(({ role }) => role?.value === "group").flatMap(({ name }) => name?.value || []);
}

for (const cache of ["no-cache", "no-store"]) {
  test(`after a submit and the way back the form still holds its files (${cache})`, async (t) => {
    const widget = await open({ element: `${NAMED} required`, cache });
    await pick(widget, ["one.vtt", "two.vtt"]);
    await widget.settled(2);
    await press(widget, "Publish");
    await answer(widget);
    await goBack(widget);
    assert.equal((await widget.uploads()).length, 0);
    await widget.says(/Uploaded earlier/);
    assert.deepEqual(await restoredNames(widget), ["one.vtt", "two.vtt"]);
    await widget.button("Remove", "one.vtt").click();
    await pick(widget, ["three.vtt"]);
    await widget.settled(1);
    await press(widget, "Publish");
    const expected = [...transcripts("two.vtt", "three.vtt"), "note=weekly", "action=publish"];
    assert.deepEqual(await answer(widget), expected);
    // Once more: what was restored is kept like what was new.
    await goBack(widget);
    await widget.says(/Uploaded earlier/);
    assert.deepEqual(await restoredNames(widget), ["two.vtt", "three.vtt"]);
    await press(widget, "Publish");
    assert.deepEqual(await answer(widget), expected);
    show(t);
  });
}

test("a link away and the way back leave the form its files, and a reset takes them", async () => {
  const widget = await open({ element: NAMED });
  await pick(widget, ["kept.vtt"]);
  await widget.settled(1);
  await widget.page.getByRole("link", { name: "Elsewhere" }).click();
  await widget.page.waitForURL("**/elsewhere");
  await goBack(widget);
  await widget.says(/Uploaded earlier/);
  await press(widget, "Reset");
  assert.deepEqual(await restoredNames(widget), []);
  await press(widget, "Publish");
  assert.deepEqual(await answer(widget), ["note=weekly", "action=publish"]);
});

test("in one-file mode a new file takes the place of the restored one", async () => {
  const widget = await open({ element: 'name="transcript"' });
  await pick(widget, ["old.vtt"]);
  await widget.settled(1);
  await press(widget, "Publish");
  await answer(widget);
  await goBack(widget);
  await widget.says(/Uploaded earlier/);
  await pick(widget, ["new.vtt"]);
  await widget.settled(1);
  assert.deepEqual(await restoredNames(widget), []);
  await press(widget, "Publish");
  assert.deepEqual(await answer(widget), [...transcripts("new.vtt"), "note=weekly", "action=publish"]);
});

test("without a name nothing is kept", async () => {
  const widget = await open({ element: "multiple" });
  await pick(widget, ["nameless.vtt"]);
  await widget.settled(1);
  await widget.page.getByRole("link", { name: "Elsewhere" }).click();
  await widget.page.waitForURL("**/elsewhere");
  await goBack(widget);
  await widget.page.evaluate(() => customElements.whenDefined("lightfield-uploader"));
  await nothingCame(widget);
  assert.doesNotMatch(await widget.text(), /Uploaded earlier/);
});

test("out of the browser's cache of pages the list is as it was, and its files are sent again", async (t) => {
  const caching = await launchWithWindows({ ignoreDefaultArgs: ["--disable-back-forward-cache"] });
  try {
    const widget = await open({ element: NAMED }, caching);
    await widget.page.evaluate(() =>
      addEventListener("pageshow", ({ persisted }) => Object.assign(window, { persisted })),
    );
    await pick(widget, ["cached.vtt"]);
    await widget.settled(1);
    await press(widget, "Publish");
    await answer(widget);
    await goBack(widget);
    assert.equal(await widget.page.evaluate(() => Reflect.get(window, "persisted")), true);
    assert.deepEqual(
      (await widget.uploads()).map(({ name, status }) => [name, status]),
      [["cached.vtt", "succeeded"]],
    );
    assert.deepEqual(await restoredNames(widget), []);
    await press(widget, "Publish");
    assert.deepEqual(await answer(widget), [...transcripts("cached.vtt"), "note=weekly", "action=publish"]);
    show(t);
  } finally {
    await caching.close();
  }
});

test("the browser asks before the page is left while a file is under way, and listens for that only then", async () => {
  const widget = await open({ element: NAMED });
  await widget.throttleUploads(CRAWL_BYTES_PER_SECOND);
  const dialogs = dialogsOf(widget);
  assert.equal(await guards(widget.page), 0);
  await pick(widget, ["guarded.vtt"], SLOW_BYTES);
  await widget.first({ status: "active", step: "transfer" });
  // The element follows its uploads a few times a second.
  await until("the window has a guard", async () => (await guards(widget.page)) === 1);
  const link = widget.page.getByRole("link", { name: "Elsewhere" });
  // It stays where it is, so there is no navigation to wait for.
  await link.click({ noWaitAfter: true });
  await until("the browser asks", () => dialogs.length > 0);
  assert.deepEqual(dialogs, ["beforeunload"]);
  await widget.throttleUploads(null);
  const [upload] = await widget.settled(1);
  assert.equal(upload?.status, "succeeded");
  await until("the window has no guard", async () => (await guards(widget.page)) === 0);
  await link.click();
  await widget.page.waitForURL("**/elsewhere");
  assert.equal(dialogs.length, 1);
});

test("with no-leave-warning nobody is asked", async () => {
  const widget = await open({ element: `${NAMED} no-leave-warning` });
  await widget.throttleUploads(CRAWL_BYTES_PER_SECOND);
  const dialogs = dialogsOf(widget);
  await pick(widget, ["unguarded.vtt"], SLOW_BYTES);
  await widget.first({ status: "active", step: "transfer" });
  assert.equal(await guards(widget.page), 0);
  await widget.page.getByRole("link", { name: "Elsewhere" }).click();
  await widget.page.waitForURL("**/elsewhere");
  assert.deepEqual(dialogs, []);
});

/** Says no to every dialog, and notes its kind. */
function dialogsOf({ page }: WidgetPage): string[] {
  const kinds: string[] = [];
  page.on("dialog", (dialog) => {
    kinds.push(dialog.type());
    void dialog.dismiss();
  });
  return kinds;
}

/** How many listeners for `beforeunload` the window has. */
async function guards(page: Page): Promise<number> {
  const cdp = await page.context().newCDPSession(page);
  const { result } = await cdp.send("Runtime.evaluate", { expression: "window" });
  const { listeners } = await cdp.send("DOMDebugger.getEventListeners", { objectId: result.objectId ?? "" });
  await cdp.detach();
  return listeners.filter(({ type }) => type === "beforeunload").length;
}
