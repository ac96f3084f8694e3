/** What a screen reader is given while real files travel: the browser's accessibility tree, and what the live region says. */
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { all, type Heard, heardOf, listen, outline, wordsOf } from "./accessibility-tree.ts";
import { FAILED_REQUEST, HOST_LINE } from "./complaints.ts";
import { randomFile, sourceFile } from "./source-files.ts";
import type { Stage } from "./support.ts";
import { NO_RATE_LIMIT, openStage } from "./support.ts";
import { until } from "./waiting.ts";
import type { WidgetPage } from "./widget-page.ts";

let stage: Stage;
/** Holds up every call to the host, as long as a test wants it to. */
let hold = Promise.resolve();
let release = (): void => {};

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

function holdHost(): void {
  hold = new Promise((resolve) => {
    release = resolve;
  });
}

const heard = (widget: WidgetPage): Promise<Heard> => heardOf(widget.page, "group", "File upload");
const button = '  button "Choose files" (Up to 512 MB each)';

/** Waits until the live region has said that last. */
async function saidAtLast(said: () => Promise<string[]>, last: RegExp): Promise<string[]> {
  await until(`it says ${last}`, async () => last.test((await said()).at(-1) ?? ""));
  return said();
}

/** How far an upload is changes while one looks. */
function withoutFigures(lines: readonly string[]): string[] {
  return lines.map((line) => line.replace(/ = \d+%, [\d.]+ \w+ of ([\d.]+ \w+)/, " = …% of $1"));
}

/** The words of the only file. */
function rowWords(group: Heard): string {
  const [row, ...others] = all(group, "listitem");
  assert.ok(row && others.length === 0);
  return wordsOf(row);
}

/** No picture, no dot between figures, and no two buttons of one name. */
function assertQuiet(group: Heard): void {
  for (const role of ["image", "img", "graphics-symbol", "SvgRoot"]) assert.deepEqual(all(group, role), []);
  assert.doesNotMatch(wordsOf(group), /·/);
  const names = all(group, "button").map(({ name }) => name);
  assert.deepEqual(names, [...new Set(names)]);
}

test("a file is told at every step: chosen, sent, verified", async () => {
  const source = await randomFile(stage.sourceDir, "interview.vtt", 20_000_000);
  const widget = await stage.open();
  await widget.throttleUploads(1_000_000);
  const said = await listen(widget.page);

  const idle = await heard(widget);
  assertQuiet(idle);
  assert.deepEqual(outline(idle), ['group "File upload"', button, "  status"]);
  assert.match(wordsOf(idle), /^Drop files here Up to 512 MB each/);

  holdHost();
  await widget.drop([source]);
  await widget.says(/Preparing/);
  const row = (progress: string, name: string) => [
    'group "File upload"',
    button,
    '  list "Files"',
    "    listitem",
    ...(progress ? [`      progressbar "Uploading interview.vtt" = ${progress}`] : []),
    `      button "${name}"`,
    "  status",
  ];
  const prepared = await heard(widget);
  assert.deepEqual(outline(prepared), row("0%, 0 bytes of 20 MB", "Cancel interview.vtt"));
  assert.match(rowWords(prepared), /^interview\.vtt Preparing… 20 MB/);

  release();
  // The call that completes the upload has to wait, however long it takes to look at what is being sent.
  await widget.first({ status: "active", step: "transfer" });
  holdHost();
  await until("a part of it is sent", async () => {
    const [upload] = await widget.uploads();
    return upload !== undefined && upload.sentBytes > 1_000_000 && upload.sentBytes < 19_000_000;
  });
  await widget.throttleUploads(1_000);
  const sending = await heard(widget);
  assertQuiet(sending);
  assert.deepEqual(withoutFigures(outline(sending)), row("…% of 20 MB", "Cancel interview.vtt"));

  await widget.throttleUploads(null);
  await widget.first({ status: "active", step: "finalize" });
  await widget.says(/Finishing/);
  const verifying = await heard(widget);
  assert.deepEqual(outline(verifying), row("100%, 20 MB of 20 MB", "Cancel interview.vtt"));
  assert.match(rowWords(verifying), /^interview\.vtt Finishing… 20 MB/);

  release();
  await widget.first({ status: "succeeded" });
  await widget.says(/Uploaded and verified/);
  const verified = await heard(widget);
  assertQuiet(verified);
  assert.deepEqual(outline(verified), row("", "Remove interview.vtt from the list"));
  assert.match(rowWords(verified), /^interview\.vtt Uploaded and verified 20 MB/);
  assert.deepEqual(await saidAtLast(said, /Uploaded and verified/), [
    "interview.vtt added.",
    "interview.vtt: Uploaded and verified.",
  ]);
});

test("a failure is tied to its file, and trying again is heard", async () => {
  const sources = [
    await sourceFile(stage.sourceDir, "good.vtt", "WEBVTT\n"),
    await sourceFile(stage.sourceDir, "bad.vtt", "WEBVTT\n\n"),
  ];
  const refusal = { at: "create", do: "status", status: 403, message: "Not this one.", fileName: "bad.vtt" } as const;
  stage.emulator.faults.add(refusal);
  const widget = await stage.open();
  widget.complaints.expect(FAILED_REQUEST);
  stage.hostLog.expect(HOST_LINE);
  const said = await listen(widget.page);
  await widget.drop(sources);
  await widget.settled(2);
  await widget.says(/Not uploaded/);
  const group = await heard(widget);
  assertQuiet(group);
  const [, failed] = all(group, "listitem");
  const why = await widget.failureOf("bad.vtt");
  assert.ok(failed && why.length > 20);
  assert.match(wordsOf(failed), /^bad\.vtt Not uploaded /);
  assert.deepEqual(
    all(failed, "button").map(({ name, description }) => [name, description]),
    [
      ["bad.vtt: Choose another", why.replace(/\s+/g, " ").trim()],
      ["Remove bad.vtt from the list", why.replace(/\s+/g, " ").trim()],
    ],
  );
  await until("both ends are said", async () => /good\.vtt: Uploaded/.test((await said()).join(" ")));
  await until("both ends are said", async () => /bad\.vtt was not/.test((await said()).join(" ")));
  holdHost();
  await widget.page.evaluate(() => document.querySelector("lightfield-uploader")?.retry());
  await saidAtLast(said, /bad\.vtt: Queued\.$/);
  release();
  await saidAtLast(said, /bad\.vtt: Uploaded and verified\.$/);
  // What comes together within half a second depends on the machine; one sentence after the other does not.
  assert.deepEqual((await said()).join(" ").split(/ (?=\w+\.vtt\b|\d files? )/), [
    "2 files added.",
    `bad.vtt was not uploaded. ${why.split("The server says")[0]?.trim()}`,
    "good.vtt: Uploaded and verified.",
    "bad.vtt: Queued.",
    "bad.vtt: Uploaded and verified.",
  ]);
});

test("of twenty files much less is said than there are, each thing once, and no per cent", async () => {
  const names = Array.from({ length: 20 }, (_, index) => `call-${index + 1}.bin`);
  const sources = await Promise.all(names.map((name) => randomFile(stage.sourceDir, name, 500_000)));
  stage.emulator.faults.add({ at: "transfer", do: "trickle", bytesPerSecond: 2_000_000, times: 20 });
  const widget = await stage.open();
  const said = await listen(widget.page);
  holdHost();
  await widget.drop(sources);
  await saidAtLast(said, /^20 files added\.$/);
  assertQuiet(await heard(widget));
  release();
  await widget.settled(20);
  const all = await saidAtLast(said, /^20 files uploaded\.$|\. 20 files uploaded\.$/);
  assert.equal(all[0], "20 files added.");
  // How uploads end is said after ever longer times: a machine would have to take a quarter of an hour to reach this.
  assert.ok(all.length >= 2 && all.length <= 13, `${all.length} announcements: ${all.join(" | ")}`);
  assert.equal(new Set(all).size, all.length);
  assert.doesNotMatch(all.join(" "), /%/);
});

test("a pause, a cut line, and going on are heard once each; so is what was called off", async () => {
  const source = await randomFile(stage.sourceDir, "meeting.mp4", 8_000_000);
  stage.emulator.faults.add({ at: "relay", do: "stall", afterBytes: 1, times: 1_000 });
  const widget = await stage.open("/resumable.html");
  widget.complaints.allow(FAILED_REQUEST);
  const said = await listen(widget.page);
  const isUnderWay = async () => {
    const [upload] = await widget.uploads();
    return upload?.status === "active" && upload.step === "transfer" && upload.sentBytes > 0;
  };
  const last = (words: string) => until(`it says "${words}"`, async () => (await said()).at(-1) === words);
  await widget.drop([source]);
  await until("it is under way", isUnderWay);
  await last("meeting.mp4 added.");
  await widget.button("Pause", "meeting.mp4").click();
  await last("meeting.mp4: Paused.");
  const [bar] = all(await heard(widget), "progressbar");
  assert.equal(bar?.name, "Uploading meeting.mp4");
  await widget.button("Resume", "meeting.mp4").click();
  await last("meeting.mp4: Resumed.");
  await until("it is under way again", isUnderWay);
  await widget.page.context().setOffline(true);
  await last("You are offline. Uploading continues as soon as you are back online.");
  await widget.page.context().setOffline(false);
  await last("You are online again.");
  await widget.button("Cancel", "meeting.mp4").click();
  await last("meeting.mp4: Cancelled.");
  await widget.button("Remove", "meeting.mp4").click();
  await widget.settled(0);
  // The button may come later than the words.
  await until("the button is announced", async () => (await said()).join(" ").endsWith("is off this list. Undo"));
  assert.deepEqual((await said()).slice(0, 6), [
    "meeting.mp4 added.",
    "meeting.mp4: Paused.",
    "meeting.mp4: Resumed.",
    "You are offline. Uploading continues as soon as you are back online.",
    "You are online again.",
    "meeting.mp4: Cancelled.",
  ]);
});
