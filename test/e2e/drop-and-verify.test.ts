import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { after, afterEach, before, test } from "node:test";
import { docx, md5Of, pdf, randomFile, sourceFile } from "./source-files.ts";
import type { Stage } from "./support.ts";
import { downloaded, openStage } from "./support.ts";
import { assertVerified } from "./verified.ts";

let stage: Stage;
before(async () => {
  stage = await openStage();
});
afterEach(() => stage.endTest());
after(() => stage.close());

test("files of every kind that were dropped lie verified in storage", async () => {
  const dir = stage.sourceDir;
  const sources = [
    await sourceFile(dir, "interview.vtt", "WEBVTT\n\n00:00.000 --> 00:02.000\nHello, and welcome.\n"),
    await sourceFile(dir, "interview.srt", "1\n00:00:00,000 --> 00:00:02,000\nHello, and welcome.\n"),
    await sourceFile(dir, "Gespräch mit Ōta – 会議 🎙.txt", "Grüße aus Zürich.\n"),
    await sourceFile(dir, "minutes.docx", docx("What was agreed.")),
    await sourceFile(dir, "minutes.pdf", pdf("What was agreed.")),
    await sourceFile(dir, "one-byte.txt", "!"),
  ];
  const widget = await stage.open();
  await widget.drop(sources);
  const uploads = await widget.settled(sources.length);
  for (const source of sources) {
    await assertVerified(
      stage,
      uploads.find(({ name }) => name === basename(source)),
      source,
    );
  }
  const types = new Map(stage.emulator.files().map(({ filename, mimeType }) => [filename, mimeType]));
  assert.equal(types.get("interview.vtt"), "text/vtt");
  assert.equal(types.get("interview.srt"), "application/x-subrip");
  assert.equal(types.get("minutes.pdf"), "application/pdf");
});

test("files chosen by the button lie verified in storage", async () => {
  const sources = [
    await sourceFile(stage.sourceDir, "picked.md", "# Picked\n"),
    await randomFile(stage.sourceDir, "picked.bin", 3_000_001),
  ];
  const widget = await stage.open();
  await widget.pick(sources);
  const uploads = await widget.settled(2);
  for (const source of sources) {
    await assertVerified(
      stage,
      uploads.find(({ name }) => name === basename(source)),
      source,
    );
  }
});

test("the panel beside the widget shows what storage really holds, and hands it out", async () => {
  const source = await sourceFile(stage.sourceDir, "shown in the panel.txt", "Shown, and handed out again.\n");
  const widget = await stage.open();
  await widget.drop([source]);
  await widget.settled(1);
  const row = widget.page.locator("demo-server-files li", { hasText: "shown in the panel.txt" });
  await row.getByText("Completed").waitFor();
  await row.getByText(await md5Of(source)).waitFor();
  const download = widget.page.waitForEvent("download");
  await row.getByRole("link", { name: "Download shown in the panel.txt" }).click();
  assert.deepEqual(await downloaded(await download), await readFile(source));
});
