import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { after, afterEach, before, test } from "node:test";
import { docx, md5Of, pdf, randomFile, sameBytes, sourceFile } from "./source-files.ts";
import type { Stage } from "./support.ts";
import { downloaded, openStage } from "./support.ts";
import type { SeenUpload } from "./widget-page.ts";

let stage: Stage;
before(async () => {
  stage = await openStage();
});
afterEach(() => stage.endTest());
after(() => stage.close());

/** The page says verified, the server's own record says completed, and storage holds the very bytes of the source. */
async function assertVerified(upload: SeenUpload | undefined, source: string): Promise<void> {
  assert.ok(upload, `${basename(source)} is not on the list`);
  assert.equal(upload.status, "succeeded", `${upload.name}: ${upload.error}`);
  assert.equal(upload.remoteStatus, "COMPLETED");
  assert.ok(upload.fileId);
  const md5 = await md5Of(source);
  assert.equal(upload.md5, md5, "the page's digest");
  const stored = stage.emulator.files().find(({ id }) => id === upload.fileId);
  assert.equal(stored?.status, "COMPLETED");
  assert.equal(stored?.md5, md5, "the digest that the server took of the stored bytes");
  const object = stage.emulator.objectPath(upload.fileId);
  assert.ok(object, "storage holds an object");
  assert.ok(await sameBytes(source, object), "storage holds the source's bytes");
}

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

test("a folder of 150 files arrives completely, with its subfolders", async () => {
  const folder = join(stage.sourceDir, "archive");
  const sources = new Map<string, string>();
  for (let number = 1; number <= 150; number += 1) {
    const name = `meeting-${String(number).padStart(3, "0")}.txt`;
    const place = number % 5 === 0 ? "2025/autumn" : "2026";
    sources.set(`archive/${place}/${name}`, await sourceFile(folder, join(place, name), `Meeting ${number}.\n`));
  }
  const widget = await stage.open();
  await widget.drop([folder]);
  const uploads = await widget.settled(150);
  const places = uploads.map((upload) => `${upload.folder}/${upload.name}`);
  assert.deepEqual(places.sort(), [...sources.keys()].sort());
  for (const upload of uploads) {
    await assertVerified(upload, sources.get(`${upload.folder}/${upload.name}`) ?? "");
  }
});

test("48 MiB arrive bit for bit", async () => {
  const source = await randomFile(stage.sourceDir, "recording.mp4", 48 * 1024 * 1024);
  const widget = await stage.open();
  await widget.drop([source]);
  const [upload] = await widget.settled(1);
  await assertVerified(upload, source);
});
