import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, afterEach, before, test } from "node:test";
import { FAILED_REQUEST } from "./complaints.ts";
import { sourceFile } from "./source-files.ts";
import type { Stage } from "./support.ts";
import { downloaded, NO_RATE_LIMIT, openStage } from "./support.ts";

const CAPTIONS = `WEBVTT

00:00:01.000 --> 00:00:04.000
<v Ana Ribeiro>Schön, dass alle da sind. Let us begin.

00:00:04.500 --> 00:00:09.000
<v 田中 花子>Three items today.
`;

let stage: Stage;
before(async () => {
  stage = await openStage({ emulator: NO_RATE_LIMIT });
});
afterEach(() => stage.endTest());
after(() => stage.close());

test("a transcript is dropped, checked, attached to its meeting and downloaded again, byte for byte", async () => {
  const source = await sourceFile(stage.sourceDir, "weekly – Büro.vtt", CAPTIONS);
  const widget = await stage.open("/meeting.html");
  const { page } = widget;
  await page.getByText("No transcript yet.").waitFor();
  await widget.drop([source]);
  const upload = await widget.first({ status: "succeeded" });

  await page.getByText("Transcript: weekly – Büro.vtt").waitFor();
  const [meeting, ...others] = stage.emulator.meetings();
  assert.equal(meeting?.transcriptId, upload.fileId);
  assert.deepEqual(others, []);

  const button = page.locator("lightfield-files").getByRole("button", { name: /^Download .*weekly – Büro\.vtt/ });
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  assert.equal(download.suggestedFilename(), "weekly – Büro.vtt");
  assert.deepEqual(await downloaded(download), await readFile(source));
});

test("a second transcript takes the first one's place, and both stay on the list", async () => {
  const widget = await stage.open("/meeting.html");
  for (const name of ["first.vtt", "second.vtt"]) {
    await widget.drop([await sourceFile(stage.sourceDir, name, CAPTIONS)]);
    await widget.page.getByText(`Transcript: ${name}`).waitFor();
  }
  const list = widget.page.locator("lightfield-files");
  await list.getByText("second.vtt").first().waitFor();
  await list.getByText("first.vtt").first().waitFor();
});

test("another visitor sees neither the meeting nor the files, and their tokens are good for nothing", async () => {
  const widget = await stage.open("/meeting.html");
  const created = widget.page.waitForResponse((response) => response.request().method() === "POST");
  await widget.drop([await sourceFile(stage.sourceDir, "private.vtt", CAPTIONS)]);
  const { id, token } = await (await created).json();
  await widget.first({ status: "succeeded" });

  const stranger = await stage.open("/meeting.html");
  await stranger.page
    .locator("lightfield-files")
    .getByText(/no files/i)
    .first()
    .waitFor();
  const asked = await stranger.page.evaluate(
    async ([fileId, stolen]) => {
      const headers = { "x-lightfield-file-token": stolen };
      const answers = [`/${fileId}`, `/${fileId}/url`].map((path) => fetch(`/api/meeting-uploads${path}`, { headers }));
      return (await Promise.all(answers)).map(({ status }) => status);
    },
    [id, token] as const,
  );
  stranger.complaints.expect(FAILED_REQUEST);
  assert.deepEqual(asked, [403, 403]);
});
