import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { FAILED_REQUEST, HOST_LINE } from "./complaints.ts";
import { sourceFile, sparseFile } from "./source-files.ts";
import type { Stage } from "./support.ts";
import { openStage } from "./support.ts";
import { until } from "./waiting.ts";
import type { WidgetPage } from "./widget-page.ts";

const MARKUP = "<img src=x onerror=window.__pwned=1>";

let stage: Stage;
before(async () => {
  stage = await openStage();
});
afterEach(() => stage.endTest());
after(() => stage.close());

/** Neither run nor even made into an element, in the widget or in the panels. */
async function assertHarmless(widget: WidgetPage): Promise<void> {
  const found = await widget.page.evaluate(() => {
    const root = document.querySelector("lightfield-uploader")?.shadowRoot;
    return {
      ran: "__pwned" in window,
      images: (root?.querySelectorAll("img, script").length ?? 0) + document.querySelectorAll("img").length,
    };
  });
  assert.deepEqual(found, { ran: false, images: 0 });
}

test("an empty file gets a sentence, and the good one beside it is uploaded", async () => {
  const sources = [
    await sourceFile(stage.sourceDir, "empty.txt", ""),
    await sourceFile(stage.sourceDir, "beside-empty.txt", "Good.\n"),
  ];
  const widget = await stage.open();
  await widget.drop(sources);
  const [upload] = await widget.settled(1);
  assert.deepEqual([upload?.name, upload?.status], ["beside-empty.txt", "succeeded"]);
  await widget.says(/empty\.txt was not added It is empty\./);
});

test("a file above Lightfield's ceiling gets a sentence before a byte is sent", async () => {
  const source = await sparseFile(stage.sourceDir, "too-large.mp4", 513 * 1024 * 1024);
  const widget = await stage.open();
  stage.emulator.requests.clear();
  await widget.drop([source]);
  await widget.says(/too-large\.mp4 was not added/);
  await widget.says(/the largest size accepted/);
  assert.deepEqual(stage.emulator.requests.entries, []);
});

test("a file of another kind gets a sentence that names the kinds that are welcome", async () => {
  const sources = [
    await sourceFile(stage.sourceDir, "setup.exe", "MZ"),
    await sourceFile(stage.sourceDir, "beside-exe.vtt", "WEBVTT\n"),
  ];
  const widget = await stage.open("/script-tag.html");
  await widget.drop(sources);
  const [upload] = await widget.settled(1);
  assert.deepEqual([upload?.name, upload?.status], ["beside-exe.vtt", "succeeded"]);
  await widget.says(/setup\.exe was not added This kind of file is not accepted here\..*VTT/);
});

test("a name of 300 characters gets a sentence, and its page stays in shape", async () => {
  const widget = await stage.open();
  await widget.addFile(`${"n".repeat(296)}.txt`, "Too long a name.\n");
  await widget.says(/name is longer than 255 characters/);
  assert.deepEqual(await widget.uploads(), []);
  const overflow = await widget.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  assert.ok(overflow <= 0, `the page became ${overflow} px too wide`);
});

test("markup in a name is shown as a name, uploaded or refused", async () => {
  const accepted = `${MARKUP}.txt`;
  const refused = `${MARKUP} empty.txt`;
  const widget = await stage.open();
  await widget.drop([
    await sourceFile(stage.sourceDir, accepted, "Harmless.\n"),
    await sourceFile(stage.sourceDir, refused, ""),
  ]);
  const [upload] = await widget.settled(1);
  assert.deepEqual([upload?.name, upload?.status], [accepted, "succeeded"]);
  await widget.says(/<img src=x onerror=window\.__pwned=1> empty\.txt was not added/);
  // In the row the name may be shown in two pieces, which are one on the screen.
  const shown = (await widget.text()).replaceAll(" ", "");
  assert.ok(shown.includes(accepted.replaceAll(" ", "")), shown);
  await widget.page.locator("demo-server-files").getByText(accepted).waitFor();
  await assertHarmless(widget);
});

test("markup in the server's refusal is shown as text, and another file can take its place", async () => {
  const message = `This workspace takes no files named ${MARKUP}<script>window.__pwned=2</script>.`;
  stage.emulator.faults.add({ at: "create", do: "status", status: 403, message });
  stage.hostLog.expect(HOST_LINE);
  const source = await sourceFile(stage.sourceDir, "refused-by-server.txt", "Refused at first.\n");
  const widget = await stage.open();
  widget.complaints.expect(FAILED_REQUEST);
  await widget.drop([source]);
  await widget.first({ status: "failed" });
  await until("the server's words are shown", async () => (await widget.text()).includes(message));
  await assertHarmless(widget);
  const chooser = widget.page.waitForEvent("filechooser");
  await widget.button("Choose another", "refused-by-server.txt").click();
  await (await chooser).setFiles(await sourceFile(stage.sourceDir, "welcome.txt", "Taken.\n"));
  await until("the other file is verified", async () =>
    (await widget.uploads()).some(({ name, status }) => name === "welcome.txt" && status === "succeeded"),
  );
});
