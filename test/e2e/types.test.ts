import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import type { LightfieldUploader } from "../../src/index.ts";
import type { Stage } from "./support.ts";
import { openStage } from "./support.ts";
import { until } from "./waiting.ts";

let stage: Stage;
before(async () => {
  stage = await openStage();
});
afterEach(() => stage.endTest());
after(() => stage.close());

const CUES = "WEBVTT\n\n00:00.000 --> 00:02.000\nMira (she/her): Hi\n\n00:03.000 --> 00:05.000\n- Jon: Hi\n";

/** Files as phones and desktops hand them in: name, reported type, content, and the type under which the server takes them. */
const FILES: readonly (readonly [name: string, reported: string, content: string, sent: string])[] = [
  ["android.vtt", "application/octet-stream", CUES, "text/vtt"],
  ["Weekly 3.11", "", CUES, "text/vtt"],
  ["weekly", "application/octet-stream", "1\n00:00:00,000 --> 00:00:02,000\nHi\n", "application/x-subrip"],
  ["windows.csv", "application/vnd.ms-excel", "speaker,text\nMira,Hi\n", "text/csv"],
  ["linux.log", "text/x-log", "10:30 Hi\n", "text/plain"],
  ["old.dfxp", "", '<?xml version="1.0"?><tt xmlns="http://www.w3.org/2006/10/ttaf1"/>', "application/ttml+xml"],
  ["wordpad.rtf", "application/msword", "{\\rtf1\\ansi Hi\\par}\r\n\0", "application/rtf"],
];

test("transcripts are taken under the right types, whatever the system reports, and get no false hint", async () => {
  const widget = await stage.open();
  const element = widget.page.locator("lightfield-uploader");
  await element.evaluate((node: LightfieldUploader) => {
    node.purpose = "meeting_transcript";
  });
  await element.evaluate(
    (node: LightfieldUploader, files) =>
      node.addFiles(files.map(([name, type, content]) => new File([content], name, { type }))),
    FILES,
  );
  const uploads = await widget.settled(FILES.length);
  assert.deepEqual(
    uploads.filter(({ status }) => status !== "succeeded"),
    [],
  );
  const types = new Map(stage.emulator.files().map(({ filename, mimeType }) => [filename, mimeType]));
  for (const [name, , , sent] of FILES) assert.equal(types.get(name), sent, name);
  await until("the previews", async () => (await element.locator("[part=preview]").count()) === 3);
  assert.match((await element.locator("[part=preview]").first().textContent()) ?? "", /2 speakers/);
  assert.equal(await element.locator("[part=hint]").count(), 0);
});

test("the hint and the picker name the accepted types readably, and the drop is judged by the same list", async () => {
  const widget = await stage.open();
  const element = widget.page.locator("lightfield-uploader");
  await element.evaluate((node: LightfieldUploader) => {
    node.accept = "vtt; *.SRT, application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  });
  await element.getByText("VTT, SRT, or DOCX").waitFor();
  assert.match((await element.locator("input[type=file]").getAttribute("accept")) ?? "", /^\.vtt,\.srt,.*,\.docx$/);
  await element.evaluate((node: LightfieldUploader) =>
    node.addFiles([new File(["1"], "a.srt", { type: "text/plain" }), new File(["1"], "a.png", { type: "image/png" })]),
  );
  await widget.settled(1);
  await widget.says(/a\.png was not added .*VTT, SRT, or DOCX/);
});
