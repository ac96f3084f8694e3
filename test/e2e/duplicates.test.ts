import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { randomFile, sourceFile } from "./source-files.ts";
import { openStage, type Stage } from "./support.ts";
import { until } from "./waiting.ts";
import type { WidgetPage } from "./widget-page.ts";

const ASKED = /Already uploaded on \w+ \d+, \d{4}/;

describe("the same meeting handed in twice", () => {
  let stage: Stage;
  before(async () => {
    stage = await openStage();
  });
  afterEach(() => stage.endTest());
  after(() => stage.close());

  const asked = (phase: string) => stage.emulator.requests.entries.filter((entry) => entry.phase === phase).length;

  /** Uploads a file and waits until the browser has stored that. */
  async function upload(widget: WidgetPage, source: string): Promise<void> {
    const before = await remembered(widget);
    await widget.drop([source]);
    await widget.first({ status: "succeeded" });
    await until("the browser remembers the file", async () => (await remembered(widget)) !== before);
  }

  it("is recognized in a later visit before anything is sent, and uploaded again on demand", async () => {
    const source = await randomFile(stage.sourceDir, "weekly.bin", 300_000);
    const other = await randomFile(stage.sourceDir, "other.bin", 300_000);
    const widget = await stage.open();
    await upload(widget, source);
    await widget.page.reload();
    await widget.drop([source, other]);
    await widget.says(ASKED);
    await until("the other file is uploaded", async () => (await statuses(widget)).includes("succeeded"));
    assert.deepEqual(await statuses(widget), ["paused", "succeeded"]);
    assert.deepEqual([asked("create"), asked("transfer")], [2, 2]);

    await widget.button("Upload again", "weekly.bin").click();
    await until("both are uploaded", async () => (await statuses(widget)).join() === "succeeded,succeeded");
    assert.deepEqual([asked("create"), asked("transfer"), asked("complete")], [3, 3, 3]);
  });

  it("is taken off the list without a request, alone or with what is finished", async () => {
    const source = await randomFile(stage.sourceDir, "unwanted.bin", 3_000);
    const widget = await stage.open();
    await upload(widget, source);
    await widget.drop([source]);
    await widget.says(ASKED);
    await widget.button("Remove", "unwanted.bin").last().click();
    await until("it is gone", async () => (await statuses(widget)).join() === "succeeded");
    await widget.drop([source]);
    await widget.says(ASKED);
    await widget.page.getByRole("button", { name: "Clear finished" }).click();
    await until("the list is empty", async () => (await statuses(widget)).length === 0);
    assert.deepEqual([asked("create"), asked("cancel")], [1, 0]);
  });

  it("is recognized in another tab, under the name of a second download, and not with other content", async () => {
    const source = await sourceFile(stage.sourceDir, "call.vtt", "WEBVTT\n\n00:00.000 --> 00:01.000\nHello");
    const copy = await sourceFile(stage.sourceDir, "call (1).vtt", "WEBVTT\n\n00:00.000 --> 00:01.000\nHello");
    const changed = await sourceFile(stage.sourceDir, "x/call.vtt", "WEBVTT\n\n00:00.000 --> 00:01.000\nWorld");
    const context = await stage.newContext();
    const tab = await stage.open("/", context);
    const other = await stage.open("/", context);
    await upload(tab, source);
    await other.drop([copy, changed]);
    await other.says(/The same content was uploaded as call\.vtt\./);
    await until("the changed file is uploaded", async () => (await statuses(other)).join() === "paused,succeeded");
  });

  it("is asked about before its bytes are sent when both are added at once, or while the first is under way", async () => {
    const content = "WEBVTT\n\n00:00.000 --> 00:01.000\nTwice";
    const source = await sourceFile(stage.sourceDir, "twice.vtt", content);
    const copy = await sourceFile(stage.sourceDir, "twice (1).vtt", content);
    const other = await sourceFile(stage.sourceDir, "once.vtt", `${content}, no`);
    const widget = await stage.open();
    await widget.drop([source, copy, other]);
    await widget.drop([source]);
    await until("each has an answer", async () =>
      (await statuses(widget)).every((status) => status === "succeeded" || status === "paused"),
    );
    assert.deepEqual(await statuses(widget), ["succeeded", "paused", "succeeded", "paused"]);
    assert.deepEqual([asked("create"), asked("transfer")], [2, 2]);
    await widget.says(ASKED);
    await widget.button("Upload again", "twice (1).vtt").click();
    await until("it is uploaded", async () => (await statuses(widget))[1] === "succeeded");
    assert.deepEqual([asked("create"), asked("transfer")], [3, 3]);
  });

  it("is neither remembered nor asked about with no-recovery", async () => {
    const source = await randomFile(stage.sourceDir, "forgotten.bin", 3_000);
    const widget = await stage.open();
    await widget.page.evaluate(() => document.querySelector("lightfield-uploader")?.toggleAttribute("no-recovery"));
    for (const count of [1, 2]) {
      await widget.drop([source]);
      await until(
        "it is uploaded",
        async () => (await statuses(widget)).filter((one) => one === "succeeded").length === count,
      );
    }
    assert.equal(await remembered(widget), null);
  });

  it("can be answered by the page in the listener of the event", async () => {
    const source = await randomFile(stage.sourceDir, "automatic.bin", 3_000);
    const widget = await stage.open();
    await upload(widget, source);
    await widget.page.evaluate(() => {
      document.addEventListener("upload-duplicate", ({ target, detail: { upload } }) => {
        document.title = `${upload.uploadedBefore?.name} ${upload.uploadedBefore?.id}`;
        (target as HTMLElement & { resume(id: string): void }).resume(upload.id);
      });
    });
    const [{ fileId } = { fileId: null }] = await widget.uploads();
    await widget.drop([source]);
    await until("both are uploaded", async () => (await statuses(widget)).join() === "succeeded,succeeded");
    assert.equal(await widget.page.title(), `automatic.bin ${fileId}`);
  });
});

async function statuses(widget: WidgetPage): Promise<string[]> {
  return (await widget.uploads()).map(({ status }) => status);
}

/** Mark of the last write of the memory; null before the first. */
function remembered({ page }: WidgetPage): Promise<string | null> {
  return page.evaluate(() => localStorage.getItem("lightfield-uploader:uploaded"));
}
