/** Whole pages by the keyboard alone, from the top of the page: Tab, Enter, Space, and letters where a name is typed. */
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { FAILED_REQUEST, HOST_LINE } from "./complaints.ts";
import { focusComesTo, focusOf, tabTo } from "./keyboard-focus.ts";
import { launchBrowser } from "./shared-browser.mjs";
import { md5Of, randomFile, sourceFile } from "./source-files.ts";
import type { Stage } from "./support.ts";
import { NO_RATE_LIMIT, openContext, openStage } from "./support.ts";
import { until } from "./waiting.ts";
import type { WidgetPage } from "./widget-page.ts";

/** Together they keep a file under way until a test lets it go. */
const CRAWL_BYTES_PER_SECOND = 20_000;
const LARGE_BYTES = 6_000_000;

let stage: Stage;
/** Holds up every call to the host, as long as a test wants it to. */
let hold = Promise.resolve();
let release = (): void => {};

function holdHost(): void {
  hold = new Promise((resolve) => {
    release = resolve;
  });
}

before(async () => {
  const authorize = async (): Promise<true> => {
    await hold;
    return true;
  };
  stage = await openStage({ emulator: NO_RATE_LIMIT, authorize });
});
afterEach(() => {
  release();
  return stage.endTest();
});
after(() => stage.close());

const VTT = "WEBVTT\n\n00:00.000 --> 00:02.000\nHello.\n";

/** As somebody does who came to the page and has not touched it. */
async function choose(widget: WidgetPage, paths: readonly string[], button = "Choose files"): Promise<string[]> {
  // Asked for early: the browser's own dialog would open while it is not yet known that somebody waits for it.
  const chosen = widget.page.waitForEvent("filechooser");
  const path = await tabTo(widget.page, button);
  await widget.page.keyboard.press("Enter");
  await (await chosen).setFiles([...paths]);
  return path;
}

async function sources(...names: readonly string[]): Promise<string[]> {
  return Promise.all(names.map((name) => sourceFile(stage.sourceDir, name, `${VTT}${name}\n`)));
}

async function names(widget: WidgetPage): Promise<string[]> {
  return (await widget.uploads()).map(({ name }) => name);
}

test("from Tab to verified", async () => {
  const widget = await stage.open();
  const [source = ""] = await sources("interview.vtt");
  const path = await choose(widget, [source]);
  assert.equal(new Set(path).size, path.length, "nothing is passed twice on the way");
  const upload = await widget.first({ status: "succeeded" });
  assert.equal(upload.md5, await md5Of(source));
  await widget.says(/Uploaded and verified/);
  await focusComesTo(widget.page, "Choose files");
  assert.deepEqual(await tabTo(widget.page, "Remove interview.vtt from the list"), [
    "Remove interview.vtt from the list",
  ]);
  assert.deepEqual(await tabTo(widget.page, "Choose files", "Shift+Tab"), ["Choose files"]);
});

test("from Tab to cancelled, and off the list; the focus stays where the file is, and then goes back to the beginning", async () => {
  const source = await randomFile(stage.sourceDir, "recording.bin", LARGE_BYTES);
  const widget = await stage.open();
  await widget.throttleUploads(CRAWL_BYTES_PER_SECOND);
  await choose(widget, [source]);
  await widget.first({ status: "active", step: "transfer" });
  await tabTo(widget.page, "Cancel recording.bin");
  await widget.page.keyboard.press("Enter");
  await widget.first({ status: "cancelled" });
  await focusComesTo(widget.page, "Remove recording.bin from the list");
  await widget.page.keyboard.press("Space");
  await widget.settled(0);
  await focusComesTo(widget.page, "Choose files");
  await widget.throttleUploads(null);
  await until("it is given up at Lightfield, too", () => stage.emulator.files().at(-1)?.status === "CANCELLED");
});

test("files that leave the middle of the list leave the focus with the next one, and the others in their order", async () => {
  const widget = await stage.open();
  await choose(widget, await sources("one.vtt", "two.vtt", "three.vtt", "four.vtt", "five.vtt"));
  await widget.settled(5);
  await tabTo(widget.page, "Remove three.vtt from the list");
  await widget.page.keyboard.press("Enter");
  await focusComesTo(widget.page, "Remove four.vtt from the list");
  assert.deepEqual(await names(widget), ["one.vtt", "two.vtt", "four.vtt", "five.vtt"]);
  await widget.page.keyboard.press("Enter");
  await focusComesTo(widget.page, "Remove five.vtt from the list");
  await widget.page.keyboard.press("Enter");
  await focusComesTo(widget.page, "Remove two.vtt from the list");
  await tabTo(widget.page, "Clear finished", "Shift+Tab");
  await widget.page.keyboard.press("Enter");
  await widget.settled(0);
  await focusComesTo(widget.page, "Choose files");
});

test("a file that fails, or is verified, in the middle of the list moves neither the focus nor any row", async () => {
  const slow = await randomFile(stage.sourceDir, "slow.bin", LARGE_BYTES);
  const quick = await sources("fails.vtt", "good.vtt");
  const names = ["slow.bin", "fails.vtt", "good.vtt"];
  stage.emulator.faults.add(
    { at: "transfer", do: "stall", afterBytes: 1, fileName: "slow.bin", times: 1_000 },
    { at: "complete", do: "status", status: 403, fileName: "fails.vtt" },
  );
  const widget = await stage.open();
  widget.complaints.allow(FAILED_REQUEST);
  stage.hostLog.expect(HOST_LINE);
  holdHost();
  await choose(widget, [slow, ...quick]);
  await until("all are on the list", async () => (await widget.uploads()).length === 3);
  await tabTo(widget.page, "Cancel slow.bin");
  await widget.page.evaluate(() => {
    const root = document.querySelector("lightfield-uploader")?.shadowRoot;
    const moved: string[] = [];
    Object.assign(window, { moved });
    root?.addEventListener("focusin", ({ target }) =>
      moved.push(String((target as Element).getAttribute("aria-label"))),
    );
    root?.addEventListener("focusout", () => moved.push("out"));
  });
  release();
  const statuses = async () => (await widget.uploads()).map(({ name, status }) => `${name} ${status}`);
  await until("one failed, one is verified, one is under way", async () => {
    const now = await statuses();
    return now.join() === "slow.bin active,fails.vtt failed,good.vtt succeeded";
  });
  await widget.says(/not allowed/);
  assert.deepEqual(await widget.page.evaluate(() => (window as unknown as { moved: string[] }).moved), []);
  await focusComesTo(widget.page, "Cancel slow.bin");
  const rows = await widget.page.locator("lightfield-uploader").locator("[part~=file] [part~=name]").allTextContents();
  assert.deepEqual(rows, names);
  // What has become of the others is one step away.
  assert.deepEqual(await tabTo(widget.page, "Retry fails.vtt"), ["Retry fails.vtt"]);
  await widget.page.keyboard.press("Enter");
  await until("the one that failed is verified, too", async () => (await statuses())[1] === "fails.vtt succeeded");
  await focusComesTo(widget.page, "Remove fails.vtt from the list");
});

test("a pause, going on, and calling off all of it", async () => {
  const paths = await Promise.all(["a.mp4", "b.mp4"].map((name) => randomFile(stage.sourceDir, name, LARGE_BYTES)));
  stage.emulator.faults.add({ at: "relay", do: "stall", afterBytes: 1, times: 1_000 });
  const widget = await stage.open("/resumable.html");
  widget.complaints.allow(FAILED_REQUEST);
  await choose(widget, paths);
  await until(
    "both are under way",
    async () => (await widget.uploads()).filter(({ sentBytes }) => sentBytes > 0).length === 2,
  );
  const are = (status: string) =>
    until(`both are ${status}`, async () => (await widget.uploads()).every((upload) => upload.status === status));
  await tabTo(widget.page, "Pause a.mp4");
  await widget.page.keyboard.press("Space");
  await focusComesTo(widget.page, "Resume a.mp4");
  await widget.page.keyboard.press("Space");
  await focusComesTo(widget.page, "Pause a.mp4");
  await tabTo(widget.page, "Pause all", "Shift+Tab");
  await widget.page.keyboard.press("Enter");
  await are("paused");
  await focusComesTo(widget.page, "Resume all");
  await widget.page.keyboard.press("Enter");
  await are("active");
  await focusComesTo(widget.page, "Pause all");
  await tabTo(widget.page, "Cancel all");
  await widget.page.keyboard.press("Enter");
  await are("cancelled");
  await focusComesTo(widget.page, "Choose files");
});

test("what was refused is read, scrolled and dismissed", async () => {
  const widget = await stage.open("/meeting.html");
  await widget.page.evaluate(() => document.querySelector("lightfield-uploader")?.setAttribute("multiple", ""));
  const pictures = Array.from({ length: 24 }, (_, index) => `picture-${index}.png`);
  await choose(widget, await sources(...pictures));
  await widget.says(/24 files were not added/);
  await focusComesTo(widget.page, "Choose files");
  await tabTo(widget.page, "Show which and why");
  await widget.page.keyboard.press("Enter");
  assert.deepEqual(await tabTo(widget.page, "24 files were not added"), ["24 files were not added"]);
  await widget.page.keyboard.press("End");
  const list = widget.page.locator("lightfield-uploader").locator("details ul");
  await until("its end is seen", () =>
    list.evaluate((ul) => ul.scrollTop > 0 && ul.scrollTop + ul.clientHeight >= ul.scrollHeight - 1),
  );
  await tabTo(widget.page, "Dismiss this message");
  await widget.page.keyboard.press("Enter");
  await focusComesTo(widget.page, "Choose files");
  // The live region still holds what it said of it.
  assert.equal(await widget.page.locator("lightfield-uploader").locator("details").count(), 0);
});

test("pasted text is named and added, or let go", async (t) => {
  // The clipboard belongs to the browser: in the shared one another test may write to it.
  const browser = await launchBrowser();
  t.after(() => browser.close());
  const permissions = ["clipboard-read", "clipboard-write"];
  const widget = await stage.open("/meeting.html", await openContext(browser, { permissions }));
  const { page } = widget;
  await page.evaluate((text) => navigator.clipboard.writeText(text), VTT.repeat(20));
  await tabTo(page, "Choose a file");
  await page.keyboard.press("Control+V");
  await focusComesTo(page, "File name");
  await tabTo(page, "Discard");
  await page.keyboard.press("Enter");
  await focusComesTo(page, "Choose a file");
  await page.keyboard.press("Control+V");
  await focusComesTo(page, "File name");
  await page.keyboard.type("weekly");
  await page.keyboard.press("Enter");
  const upload = await widget.first({ status: "succeeded" });
  assert.equal(upload.name, "weekly.vtt");
  await focusComesTo(page, "Choose a file");
});

test("what an earlier visit left is taken up again, or discarded", async () => {
  const paths = await Promise.all(
    ["kept.bin", "dropped.bin"].map((name) => randomFile(stage.sourceDir, name, LARGE_BYTES)),
  );
  stage.emulator.faults.add({ at: "relay", do: "stall", afterBytes: 1_000_000, times: 1_000 });
  const widget = await stage.open("/resumable.html");
  widget.complaints.allow(FAILED_REQUEST);
  await widget.drop(paths);
  const received = () =>
    stage.emulator.requests.entries
      .filter(({ side, method }) => side === "relay" && method === "PATCH")
      .map(({ bytesRead }) => bytesRead);
  await until("some of both has arrived", () => received().length === 2 && Math.min(...received()) >= 1_000_000);
  await widget.hasStoredCheckpoint(2);
  await widget.page.reload();
  stage.emulator.faults.clear();
  await widget.says(/unfinished uploads from an earlier visit/i);
  await tabTo(widget.page, "Discard dropped.bin");
  await widget.page.keyboard.press("Enter");
  await until("it is gone", async () => !/dropped\.bin/.test(await widget.text()));
  await focusComesTo(widget.page, "Resume kept.bin");
  await widget.page.keyboard.press("Enter");
  await focusComesTo(widget.page, "Choose files");
  const upload = await widget.first({ status: "succeeded" });
  assert.equal(upload.name, "kept.bin");
  assert.notEqual((await focusOf(widget.page)).tag, "body");
});

test("a stored file is downloaded from the list of files, and the focus stays on it", async () => {
  const widget = await stage.open("/meeting.html");
  const { page } = widget;
  await choose(widget, await sources("stored.vtt"), "Choose a file");
  await widget.first({ status: "succeeded" });
  await page.locator("lightfield-files").getByText("stored.vtt").first().waitFor();
  await tabTo(page, "Download stored.vtt");
  const download = page.waitForEvent("download");
  await page.keyboard.press("Enter");
  assert.equal((await download).suggestedFilename(), "stored.vtt");
  await focusComesTo(page, "Download stored.vtt");
});
